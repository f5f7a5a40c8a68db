/// Tells what a word without quotes is in JSON5.
enum JSONWord {
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// Whether a byte may stand in a name; those of other scripts all may.
    static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
        }
    }

    /// A number, a flag or nothing.
    static func isValue(_ word: UnsafeRawBufferPointer) -> Bool {
        var at = 0
        if let first = word.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            at = 1
        } else if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
            || word.elementsEqual("null".utf8)
        {
            return true
        }
        let rest = word[at...]
        if rest.elementsEqual("Infinity".utf8) || rest.elementsEqual("NaN".utf8) { return true }
        if rest.count > 2, rest[at] == UInt8(ascii: "0"), rest[at + 1] | 0x20 == UInt8(ascii: "x") {
            return rest.dropFirst(2).allSatisfy { digit($0) != nil }
        }
        return isDecimal(UnsafeRawBufferPointer(rebasing: rest))
    }

    private static func isDecimal(_ word: UnsafeRawBufferPointer) -> Bool {
        var at = 0
        func digits() -> Int {
            let start = at
            while at < word.count, isDigit(word[at]) { at += 1 }
            return at - start
        }
        let whole = digits()
        if whole > 1, word[0] == UInt8(ascii: "0") { return false }
        var fraction = 0
        if at < word.count, word[at] == UInt8(ascii: ".") {
            at += 1
            fraction = digits()
        }
        guard whole + fraction > 0 else { return false }
        if at < word.count, word[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < word.count, word[at] == UInt8(ascii: "+") || word[at] == UInt8(ascii: "-") {
                at += 1
            }
            guard digits() > 0 else { return false }
        }
        return at == word.count
    }
}
