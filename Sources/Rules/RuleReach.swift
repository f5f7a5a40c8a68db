/// How far from the hit of its literal a rule may look.
package enum RuleReach: Hashable, Sendable {
    /// The line of the hit.
    case line
    /// The line of the hit and as many after it as make N in all.
    case lines(Int)
    /// So many bytes from the hit onward.
    case bytes(Int)

    /// Most bytes before the hit that any reach shows to a pattern.
    package static let maxBytesBefore = 1024
    /// Most bytes of one line after the hit.
    package static let maxLineBytesAfter = 4096
    /// Most bytes of several lines after the hit.
    package static let maxLinesBytesAfter = 16_384
    /// Largest `bytes` a rule may ask for.
    package static let maxBytes = 65_536
}
