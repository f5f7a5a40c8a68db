/// Why an input could not be read.
package struct InputError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What kind of failure it is; errors are equal when their codes are.
    package enum Code: String, Sendable {
        /// No such file or folder.
        case missing = "input.missing"
        /// It is there and cannot be read.
        case unreadable = "input.unreadable"
        /// Beyond the size limit.
        case tooLarge = "input.too-large"
        /// A socket, device or FIFO.
        case special = "input.special-file"
    }

    package let code: Code
    /// What failed and what to do; without the path, which the caller adds redacted.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    package static func == (left: InputError, right: InputError) -> Bool { left.code == right.code }
}
