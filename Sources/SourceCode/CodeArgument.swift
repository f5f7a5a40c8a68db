/// An argument, an element of a list, an entry of a map, or a parameter.
package struct CodeArgument: Hashable, Sendable {
    /// The name or key, if it has one.
    package var name: String?
    /// The value; unknown for a parameter without a default.
    package var value: CodeValue
    /// Name and value together.
    package var span: SourceRange
}
