/// A rule about calls, fields and names in code.
package struct UseRule: Sendable, Equatable {
    /// What kinds of use are meant; empty for all.
    package let kinds: [String]
    /// Globs of the dotted name.
    package let names: [String]
    /// Each that holds is a finding; empty where the use alone is one.
    package let failures: [UseCondition]
    package let precondition: UseCondition
}
