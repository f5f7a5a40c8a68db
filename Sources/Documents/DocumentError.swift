/// Why a document could not be read.
package struct DocumentError: Error, Equatable, CustomStringConvertible {
    /// What kind of failure it is; errors are equal when their codes are.
    package enum Code: Sendable {
        /// The text breaks the format's grammar.
        case syntax
        /// Depth, nodes or size beyond the limits.
        case limit
        /// The format allows it, this reader does not, such as aliases.
        case unsupported
    }

    package let code: Code
    package let position: SourcePosition
    /// What was wrong and what was expected; quotes nothing of the document.
    package let message: String

    package init(_ code: Code, at position: SourcePosition, _ message: String) {
        self.code = code
        self.position = position
        self.message = message
    }

    package var description: String { "\(position): \(message)" }

    package static func == (left: DocumentError, right: DocumentError) -> Bool {
        left.code == right.code
    }
}
