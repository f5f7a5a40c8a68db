/// Reads one escaped character: of backslashes, percent signs, entities and quoted-printable.
enum Escapes {
    /// Whether it makes a difference to a rule that the character is written plainly.
    static func isPlain(_ value: UInt32) -> Bool {
        value >= 0x20 && value < 0x7F || value == 0x0A || value == 0x0D
    }

    /// The value of an escape by its number, and how many bytes it takes.
    ///
    /// `\xNN`, `\uNNNN`, `\u{N…}`, `\UNNNNNNNN`, `\NNN` (octal): JSON (RFC 8259 §7), ECMA-262
    /// §12.9.4, C23 §6.4.4.5, the Python reference §2.4.1.
    static func backslash(
        _ text: UnsafeRawBufferPointer, at place: Int
    ) -> (value: UInt32, count: Int)? {
        guard place + 2 < text.count else { return nil }
        let letter = text[place + 1]
        switch letter {
        case 0x78:
            return hex(text, place + 2, 2).map { ($0, 4) } ?? braced(text, place + 2)
        case 0x75, 0x55:
            if let found = braced(text, place + 2) { return found }
            let digits = letter == 0x75 ? 4 : 8
            return hex(text, place + 2, digits).map { ($0, 2 + digits) }
        case 0x30...0x33:
            guard place + 3 < text.count else { return nil }
            var value: UInt32 = 0
            for offset in 1...3 {
                let digit = text[place + offset]
                guard (0x30...0x37).contains(digit) else { return nil }
                value = value << 3 | UInt32(digit - 0x30)
            }
            return (value, 4)
        default: return nil
        }
    }

    /// The value of an escape by its letter, such as `\n`.
    static func backslashLetter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        case 0x22, 0x27, 0x2F, 0x5C: byte
        default: nil
        }
    }

    private static func braced(
        _ text: UnsafeRawBufferPointer, _ place: Int
    ) -> (value: UInt32, count: Int)? {
        guard place < text.count, text[place] == 0x7B else { return nil }
        var value: UInt32 = 0
        var end = place + 1
        while end < text.count, end - place <= 8, let digit = ByteClass.hexValue(text[end]) {
            value = value << 4 | UInt32(digit)
            end += 1
        }
        guard end > place + 1, end < text.count, text[end] == 0x7D else { return nil }
        return (value, end + 1 - place + 2)
    }

    private static func hex(
        _ text: UnsafeRawBufferPointer, _ place: Int, _ count: Int
    ) -> UInt32? {
        guard place + count <= text.count else { return nil }
        var value: UInt32 = 0
        for offset in place..<place + count {
            guard let digit = ByteClass.hexValue(text[offset]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// The byte that `%NN` or `=NN` stands for (RFC 3986 §2.1, RFC 2045 §6.7).
    static func percent(_ text: UnsafeRawBufferPointer, at place: Int) -> UInt8? {
        hex(text, place + 1, 2).map { UInt8(truncatingIfNeeded: $0) }
    }

    /// The character that an entity stands for, and how many bytes it takes.
    static func entity(
        _ text: UnsafeRawBufferPointer, at place: Int
    ) -> (value: UInt32, count: Int)? {
        guard place + 3 < text.count else { return nil }
        var end = place + 1
        guard text[end] == 0x23 else {
            while end < text.count, end - place <= 8,
                ByteClass.sets[Int(text[end])] & ByteClass.word != 0
            {
                end += 1
            }
            guard end < text.count, text[end] == 0x3B else { return nil }
            let name = UnsafeRawBufferPointer(rebasing: text[(place + 1)..<end])
            guard let value = names.first(where: { $0.name.elementsEqual(name) })?.value else {
                return nil
            }
            return (value, end + 1 - place)
        }
        end += 1
        let isHex = text[end] | 0x20 == 0x78
        if isHex { end += 1 }
        let first = end
        var value: UInt32 = 0
        while end < text.count, end - first < 8, let digit = ByteClass.hexValue(text[end]),
            isHex || digit < 10
        {
            value = isHex ? value << 4 | UInt32(digit) : value &* 10 &+ UInt32(digit)
            end += 1
        }
        guard end > first, end < text.count, text[end] == 0x3B else { return nil }
        return (value, end + 1 - place)
    }

    /// - Source: HTML Living Standard §13.5, those that stand for ASCII.
    private static let names: [(name: [UInt8], value: UInt32)] = [
        ("amp", 38), ("lt", 60), ("gt", 62), ("quot", 34), ("apos", 39), ("colon", 58),
        ("plus", 43), ("equals", 61), ("lowbar", 95), ("sol", 47), ("num", 35), ("commat", 64),
        ("Tab", 9), ("NewLine", 10), ("period", 46), ("comma", 44), ("semi", 59), ("excl", 33),
        ("dollar", 36), ("percnt", 37), ("lpar", 40), ("rpar", 41), ("ast", 42), ("quest", 63),
        ("lbrack", 91), ("bsol", 92), ("rbrack", 93), ("Hat", 94), ("grave", 96), ("lbrace", 123),
        ("verbar", 124), ("vert", 124), ("rbrace", 125), ("AMP", 38), ("LT", 60), ("GT", 62),
        ("QUOT", 34), ("hyphen", 45), ("dash", 45),
    ].map { (Array($0.0.utf8), UInt32($0.1)) }
}
