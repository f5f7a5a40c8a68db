/// Which rule a hit of a literal may belong to.
package struct LiteralUse: Hashable, Sendable {
    /// Index of the rule in its set.
    package let rule: Int
    /// Bytes between the start of the match and the literal; `nil` when that varies.
    package let offset: Int?
    /// Whether the literal only says whose an assignment nearby may be.
    package let isContext: Bool
}
