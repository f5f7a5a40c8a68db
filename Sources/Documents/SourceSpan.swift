/// A half-open range of bytes in a document's source.
package struct SourceSpan: Hashable, Sendable {
    package let lowerBound: Int
    package let upperBound: Int

    /// - Precondition: none; an upper bound below the lower one counts as the lower one.
    package init(_ lowerBound: Int, _ upperBound: Int) {
        self.lowerBound = lowerBound
        self.upperBound = max(lowerBound, upperBound)
    }

    package var isEmpty: Bool { lowerBound == upperBound }

    /// The same span where the document starts `offset` bytes later.
    package func moved(by offset: Int) -> SourceSpan {
        SourceSpan(lowerBound + offset, upperBound + offset)
    }
}
