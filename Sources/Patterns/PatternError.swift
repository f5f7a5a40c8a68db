/// Why a pattern or a literal set could not be built or run.
package struct PatternError: Error, Equatable, CustomStringConvertible {
    /// What kind of failure it is; errors are equal when their codes are.
    package enum Code: Sendable {
        /// The regular expression does not compile.
        case invalidPattern
        /// The literal database could not be built, stored or loaded.
        case literalDatabase
        /// The C library could not get memory.
        case outOfMemory
    }

    package let code: Code
    /// What failed and where.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    package static func == (left: PatternError, right: PatternError) -> Bool {
        left.code == right.code
    }
}
