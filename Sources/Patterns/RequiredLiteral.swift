/// A literal that may stand in a match, with its distance from the match's start.
package struct RequiredLiteral: Hashable, Sendable {
    package let literal: Literal
    /// Bytes between the start of the match and the literal; `nil` when that varies.
    package let offset: Int?

    package init(literal: Literal, offset: Int?) {
        self.literal = literal
        self.offset = offset
    }
}
