/// A value as it stands in the code.
package struct CodeValue: Hashable, Sendable {
    /// What it is.
    package indirect enum Content: Hashable, Sendable {
        /// A text, escapes undone and literal parts joined.
        case string(String)
        /// A number.
        case number(Double)
        /// True or false.
        case flag(Bool)
        /// No value.
        case null
        /// Elements.
        case list([CodeArgument])
        /// Entries.
        case map([CodeArgument])
        /// A dotted name.
        case name(String)
        /// The result of a use of the file.
        case call(Int)
        /// A function that is written here; the index is that of its use.
        case function(Int)
        /// Anything else.
        case unknown
    }

    /// What it is.
    package var content: Content
    /// Where it stands.
    package var span: SourceRange
    /// Place among the values of the file.
    var id: UInt32

    /// The text, if it is one.
    package var text: String? { if case .string(let text) = content { text } else { nil } }
    /// The number, if it is one.
    package var number: Double? { if case .number(let number) = content { number } else { nil } }
    /// True or false, if it is one of them.
    package var flag: Bool? { if case .flag(let flag) = content { flag } else { nil } }
    /// The dotted name, if it is one.
    package var name: String? { if case .name(let name) = content { name } else { nil } }
    /// Whether it is a text, a number, a flag or null.
    package var isLiteral: Bool {
        switch content {
        case .string, .number, .flag, .null: true
        default: false
        }
    }
}
