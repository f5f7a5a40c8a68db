/// Why rules could not be loaded.
package struct RuleError: Error, Equatable, CustomStringConvertible {
    /// What kind of failure it is; errors are equal when their codes are.
    package enum Code: Sendable {
        /// A file or folder could not be read.
        case unreadable
        /// A file is not YAML, or not of the schema.
        case invalidFile
        /// Two rules have one id.
        case duplicateID
        /// A pattern does not compile or has not the named group it needs.
        case invalidPattern
        /// No literal that every match contains is known.
        case noLiteral
        /// The embedded rules do not decode: the build is broken.
        case invalidEncoding
    }

    package let code: Code
    /// `file:line:column: what failed and what was expected`.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    package static func == (left: RuleError, right: RuleError) -> Bool { left.code == right.code }
}
