/// How far an algorithm can be trusted, weakest first.
package enum AlgorithmStrength: Int, Sendable, CaseIterable, Comparable {
    /// Attacks are practical.
    case broken
    /// Below what standards allow.
    case weak
    /// Not for new designs.
    case legacy
    case acceptable

    package static func < (left: AlgorithmStrength, right: AlgorithmStrength) -> Bool {
        left.rawValue < right.rawValue
    }
}
