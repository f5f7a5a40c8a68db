/// Tells texts that are one value and nothing else: a file that holds a password.
enum WholeValue {
    /// Longer texts are no single value.
    static let maxBytes = 160

    /// The value without blanks and line ends around it; `nil` where there is more, or less.
    static func range(in text: UnsafeRawBufferPointer) -> Range<Int>? {
        guard text.count <= maxBytes else { return nil }
        var start = 0
        var end = text.count
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        let value = start..<end
        guard value.count >= 8, text[value].allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return nil
        }
        return value
    }
}
