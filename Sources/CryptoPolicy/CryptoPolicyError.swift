/// Why a policy cannot be used, or a name not be explained.
package struct CryptoPolicyError: Error, Equatable, CustomStringConvertible {
    /// What kind of failure it is; errors are equal when their codes are.
    package enum Code: Sendable {
        /// A file breaks the format.
        case invalidFile
        /// No policy has the name.
        case unknownPolicy
        /// No algorithm, protocol or suite has the name.
        case unknownName
    }

    package let code: Code
    /// What failed, with `file:line:column` for files, and what to do.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    package static func == (left: CryptoPolicyError, right: CryptoPolicyError) -> Bool {
        left.code == right.code
    }
}
