/// Why a scan could not begin: a wrong command line or configuration.
package struct ScanError: Error, Equatable, CustomStringConvertible {
    /// What kind of failure it is; errors are equal when their codes are.
    package enum Code: Sendable {
        /// A name given to `--select` or `--ignore` fits no rule.
        case unknownRule
        /// The request makes no sense.
        case usage
        /// The material cannot be read at all: exit status 3.
        case unreadable
    }

    package let code: Code
    /// What failed and what to do. Raw: the caller redacts it before printing.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    package static func == (left: ScanError, right: ScanError) -> Bool { left.code == right.code }
}
