/// Why a glob cannot be compiled.
package enum GlobSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing to match.
    case empty
    /// Longer than `GlobPattern.maxByteCount`.
    case tooLong
    /// Its alternatives have more than `GlobPattern.maxTokenCount` tokens, or nest too deep.
    case tooComplex
    /// A `[` without its `]`, an empty set, a range that runs backwards, or non-ASCII in a set.
    case malformedSet
    /// A `{` without its `}` or the reverse.
    case unbalancedBrace
    /// A `\` at the end.
    case danglingEscape

    /// What failed and what to do.
    package var description: String {
        switch self {
        case .empty: "the glob is empty; remove it or name a path"
        case .tooLong: "the glob is longer than \(GlobPattern.maxByteCount) bytes; split it"
        case .tooComplex: "the braces of the glob have too many alternatives; split it"
        case .malformedSet: "a [set] of the glob is not closed or not in order; use [a-z] in ASCII"
        case .unbalancedBrace: "a {brace} of the glob is not closed or not opened"
        case .danglingEscape: "the glob ends in a backslash; name the character it escapes"
        }
    }
}
