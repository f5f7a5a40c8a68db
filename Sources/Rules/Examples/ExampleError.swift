/// Why an example of a rule cannot be expanded.
package struct ExampleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What sort of fault it is; errors are told apart by it.
    package enum Code: String, Sendable {
        case unbalancedMark = "example.unbalanced-mark"
        case unbalancedPlaceholder = "example.unbalanced-placeholder"
        case unknownPlaceholder = "example.unknown-placeholder"
        case badLength = "example.bad-length"
        case noChecksum = "example.no-checksum"
    }

    package let code: Code
    /// What was found where, and what was expected.
    package let message: String

    /// Makes an error for `portcullis rules check` to show.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }

    package static func == (left: ExampleError, right: ExampleError) -> Bool {
        left.code == right.code
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
