/// What a rule asks of one use of a name in code; may be true, false or unknown.
package indirect enum UseCondition: Sendable, Equatable {
    case all([UseCondition])
    case any([UseCondition])
    case not(UseCondition)
    /// An argument passes all tests.
    case argument(ArgumentSelector, tests: [ValueTest])
    /// The name that the result goes to, or of the function around, holds one of these words.
    case named([String])
    /// The file imports something that fits one of these globs.
    case imports([String])
    /// The body of the function is of this kind.
    case body(String)

    /// Which argument is meant.
    package struct ArgumentSelector: Sendable, Equatable {
        /// Names by which it is given.
        package let names: [String]
        /// Its place, from 0, where it is given without a name; -1 for any.
        package let index: Int?
    }
}
