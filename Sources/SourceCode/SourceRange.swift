/// A half-open range of bytes of a source file.
package struct SourceRange: Hashable, Sendable {
    /// Offset of the first byte.
    package var start: Int
    /// Offset after the last byte.
    package var end: Int

    /// Makes a range; an end before the start makes it empty.
    package init(start: Int, end: Int) {
        self.start = start
        self.end = max(start, end)
    }
}
