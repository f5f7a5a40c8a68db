/// Characters of a token beside a place, and whether they look like one.
enum TokenRun {
    /// Longest run that is looked at.
    private static let maxByteCount = 256

    /// The run from `place` on; `isMixed` when it has a digit, `_` or two capitals in a row, as words
    /// of a language do not.
    static func from(
        _ place: Int, in text: UnsafeRawBufferPointer
    ) -> (count: Int, isMixed: Bool) {
        var end = place
        var isMixed = false
        while end < text.count, end - place < maxByteCount,
            ByteClass.sets[Int(text[end])] & ByteClass.token != 0
        {
            if isSign(text[end]) || end > place && isCapital(text[end]) && isCapital(text[end - 1])
            {
                isMixed = true
            }
            end += 1
        }
        return (end - place, isMixed)
    }

    /// The run that ends at `place`.
    static func before(
        _ place: Int, in text: UnsafeRawBufferPointer
    ) -> (count: Int, isMixed: Bool) {
        let start = place - count(before: place, in: text)
        return from(start, in: UnsafeRawBufferPointer(rebasing: text[..<place]))
    }

    /// How many characters of a token end at `place`.
    static func count(before place: Int, in text: UnsafeRawBufferPointer) -> Int {
        var start = place
        while start > 0, place - start < maxByteCount,
            ByteClass.sets[Int(text[start - 1])] & ByteClass.token != 0
        {
            start -= 1
        }
        return place - start
    }

    @inline(__always)
    private static func isSign(_ byte: UInt8) -> Bool {
        byte == 0x5F || ByteClass.sets[Int(byte)] & ByteClass.digit != 0
    }

    @inline(__always)
    private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
