/// Lines as `xxd` and `hexdump -C` write them.
enum Hexdump {
    /// Longest line that is one.
    private static let maxLineByteCount = 256

    /// Whether a line begins as one of a hexdump: digits of an offset and what follows them.
    static func isLine(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
        bytesStart(text, at: start) != nil
    }

    private static func bytesStart(_ text: UnsafeRawBufferPointer, at start: Int) -> Int? {
        var place = start
        while place < text.count, place - start <= 8, ByteClass.hexValue(text[place]) != nil {
            place += 1
        }
        guard place - start >= 7, place + 2 < text.count else { return nil }
        if text[place] == 0x3A, text[place + 1] == 0x20 { return place + 2 }
        if text[place] == 0x20, text[place + 1] == 0x20 { return place + 2 }
        return nil
    }

    /// The bytes that a line shows, each with the place of its digits; `nil` when it is no line of
    /// a hexdump.
    static func bytes(
        _ text: UnsafeRawBufferPointer, line: Range<Int>
    ) -> [(value: UInt8, place: Int)]? {
        guard line.count <= maxLineByteCount, var place = bytesStart(text, at: line.lowerBound)
        else { return nil }
        // `hexdump -C` has two blanks in the middle; elsewhere they part the text at the end.
        let hasMiddle = text[place - 2] == 0x20
        var bytes: [(value: UInt8, place: Int)] = []
        while place < line.upperBound, bytes.count < 64 {
            if text[place] == 0x20 {
                if place + 1 < line.upperBound, text[place + 1] == 0x20,
                    !hasMiddle || bytes.count != 8
                {
                    break
                }
                place += 1
                continue
            }
            guard place + 1 < line.upperBound, let high = ByteClass.hexValue(text[place]),
                let low = ByteClass.hexValue(text[place + 1])
            else { break }
            bytes.append((high << 4 | low, place))
            place += 2
        }
        return bytes.isEmpty ? nil : bytes
    }
}
