/// One place where a literal of a set stands.
package struct LiteralHit: Sendable {
    /// Index of the literal in the set.
    package let literal: Int
    /// Byte offset of its first byte.
    package let start: Int
}
