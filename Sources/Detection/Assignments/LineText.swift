/// Bytes of which none beyond the ends of the line need be feared: there a line feed is read.
struct LineText {
    let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The byte at `index`; a line feed outside of the text.
    subscript(index: Int) -> UInt8 {
        index >= 0 && index < bytes.count ? bytes[index] : 0x0A
    }

    /// The bytes of a range that lies within the text.
    subscript(range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)])
    }

    /// The first place from `index` on, at most `limit` bytes further, that is no blank.
    func skipBlanks(_ index: Int, limit: Int = 64) -> Int {
        var place = index
        while place < index + limit, LineText.isBlank(self[place]) { place += 1 }
        return place
    }

    /// The last place before `index`, at most 64 bytes back, that is no blank.
    func skipBlanksBack(_ index: Int) -> Int {
        var place = index - 1
        while place > index - 64, LineText.isBlank(self[place]) { place -= 1 }
        return place
    }

    /// Whether `word`, which is lowercase, stands at `index` in any case.
    func has(_ word: StaticString, at index: Int) -> Bool {
        word.withUTF8Buffer { expected in
            for place in expected.indices
            where LineText.lowered(self[index + place]) != expected[place] { return false }
            return true
        }
    }

    /// Whether `word` stands at `index` and no letter, digit or `_` after it.
    func hasWord(_ word: StaticString, at index: Int) -> Bool {
        has(word, at: index) && !LineText.isWord(self[index + word.utf8CodeUnitCount])
    }

    /// Whether the line ends at `index`.
    func isLineEnd(_ index: Int) -> Bool {
        let byte = self[index]
        return byte == 0x0A || byte == 0x0D && self[index + 1] == 0x0A
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Letters, digits and `_`.
    static func isWord(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    /// `"`, `'` and the backtick.
    static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x60 }

    static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}
