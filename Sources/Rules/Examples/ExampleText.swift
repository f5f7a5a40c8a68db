/// An example of a rule with its placeholders filled and its marks taken out.
package struct ExampleText: Hashable, Sendable {
    /// The text as a scanner would meet it, UTF-8.
    package let bytes: [UInt8]
    /// Half-open byte ranges that stood between `«` and `»`, in order; empty in a counterexample.
    package let expectedRanges: [Range<Int>]
    /// Half-open byte ranges that placeholders filled, in order.
    package let filledRanges: [Range<Int>]

    /// Takes expanded text, the ranges in it that a rule must find and those of placeholders.
    package init(
        bytes: [UInt8], expectedRanges: [Range<Int>], filledRanges: [Range<Int>] = []
    ) {
        self.bytes = bytes
        self.expectedRanges = expectedRanges
        self.filledRanges = filledRanges
    }
}
