package import Patterns

/// How a rule finds its value where a name says only `key` or `token`, and whose it is stands in a
/// line nearby: in the section around it, or in the name of a name-and-value pair.
package struct ContextAssignment: Equatable, Sendable {
    /// Words of which one has to stand nearby.
    package var words: [Literal]
    /// The pattern of the assignment.
    package var pattern: String

    /// Lines before and after the word in which the assignment may stand.
    package static var lines: Int { 3 }
    /// Bytes before and after the word in which the assignment may stand, where lines are long.
    package static var maxBytes: Int { 1024 }
    /// The shortest run of letters, digits, `_-+.~` that a value has to hold: a name that says
    /// little asks for a value that says more.
    package static var minimumValueBytes: Int { 16 }
    /// Floor of the randomness score of such a value.
    package static var randomnessFloor: Double { 0.5 }
}
