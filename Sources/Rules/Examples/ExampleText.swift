/// An example of a rule with its placeholders filled and its marks taken out.
package struct ExampleText: Hashable, Sendable {
    /// The text as a scanner would meet it, UTF-8.
    package let bytes: [UInt8]
    /// Half-open byte ranges that stood between `«` and `»`, in order; empty in a counterexample.
    package let expectedRanges: [Range<Int>]

    /// Takes expanded text and the ranges in it that a rule must find.
    package init(bytes: [UInt8], expectedRanges: [Range<Int>]) {
        self.bytes = bytes
        self.expectedRanges = expectedRanges
    }
}
