/// What one attempt to match came to.
package enum MatchOutcome: Sendable {
    /// A match; the groups are in the scratch that was passed.
    case match
    /// No match.
    case none
    /// The match, depth, heap or JIT stack limit was hit: nothing is known.
    case limitReached
}
