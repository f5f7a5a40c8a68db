/// Why something compressed could not be read to its end.
package struct ArchiveError: Error, Equatable, CustomStringConvertible {
    /// What kind of failure it is; errors are equal when their codes are.
    package enum Code: String, Sendable {
        /// The bytes break the format's rules or end early.
        case damaged
        /// A limit was met.
        case limit
        /// A form of the format that is not read.
        case unsupported
        /// A password is needed.
        case encrypted
        /// The library failed: no memory.
        case library
    }

    package let code: Code
    /// What failed; holds nothing of the input.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    package static func == (left: ArchiveError, right: ArchiveError) -> Bool {
        left.code == right.code
    }
}
