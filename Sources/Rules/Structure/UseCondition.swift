package import ScanModel

/// What a rule asks of one use of a name in code; may be true, false or unknown.
package indirect enum UseCondition: Sendable, Equatable {
    case all([UseCondition])
    case any([UseCondition])
    case not(UseCondition)
    /// An argument passes all tests.
    case argument([ArgumentPath], tests: [ValueTest])
    /// The name that the result goes to, or of the function around, holds one of these words.
    case named([String])
    /// The file imports something that fits one of these globs.
    case imports([NameGlob])
    /// The body of the function is of this kind.
    case body(String)

    /// Which argument is meant, or which entry of a map or list that stands there.
    package struct ArgumentPath: Sendable, Equatable {
        /// What selects the argument.
        package enum Head: Sendable, Equatable {
            case any
            case name(String)
            /// From 0, where it is given without a name.
            case place(Int)
        }

        package let head: Head
        /// Keys from the argument on, in lower case.
        package let keys: [String]

        /// A name, a place or `*`, and keys behind points.
        package init(_ text: String) {
            let parts = text.lowercased().split(separator: ".").map(String.init)
            let first = parts.first ?? ""
            head = first == "*" ? .any : Int(first).map { .place($0) } ?? .name(first)
            keys = Array(parts.dropFirst())
        }
    }
}
