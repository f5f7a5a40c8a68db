/// The bytes of a configuration that is read line by line or word by word.
struct ConfigText {
    let bytes: UnsafeRawBufferPointer
    let lines: LineTable
    let count: Int

    init(_ bytes: UnsafeRawBufferPointer, limits: DocumentLimits) {
        lines = LineTable(bytes)
        self.bytes = bytes
        count = min(bytes.count, max(0, limits.maxBytes))
    }

    /// Where the text starts: behind a byte order mark.
    var start: Int {
        count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    func string(_ from: Int, _ to: Int) -> String {
        guard from < to, to <= count else { return "" }
        return String(decoding: bytes[from..<to], as: UTF8.self)
    }

    /// Whether `word` stands at an offset, in whatever case.
    func matches(_ word: StaticString, at offset: Int, before end: Int) -> Bool {
        guard offset + word.utf8CodeUnitCount <= end else { return false }
        return word.withUTF8Buffer { buffer in
            for (step, byte) in buffer.enumerated() {
                let found = bytes[offset + step]
                guard found == byte || (found | 0x20) == byte else { return false }
            }
            return true
        }
    }

    /// The line feed that ends a line, or the end of the text.
    func lineEnd(from offset: Int) -> Int {
        var index = offset
        while index < count, bytes[index] != 0x0A { index += 1 }
        return index
    }

    /// The end of a line with all that a backslash at its end joins to it.
    func joinedLineEnd(from offset: Int) -> Int {
        var end = lineEnd(from: offset)
        while end < count {
            var last = end
            if last > offset, bytes[last - 1] == 0x0D { last -= 1 }
            guard last > offset, bytes[last - 1] == 0x5C else { return end }
            end = lineEnd(from: end + 1)
        }
        return end
    }

    func skippingBlanks(_ offset: Int, before end: Int) -> Int {
        var index = offset
        while index < end, ConfigText.isBlank(bytes[index]) { index += 1 }
        return index
    }

    func trimmedEnd(_ start: Int, _ end: Int) -> Int {
        var index = end
        while index > start, ConfigText.isBlank(bytes[index - 1]) { index -= 1 }
        return index
    }

    /// Blanks, tabs, line ends and NULs.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0
    }
}
