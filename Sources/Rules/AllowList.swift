/// What makes a hit of a rule harmless.
package struct AllowList: Hashable, Sendable {
    /// Patterns searched in the captured value, caseless.
    package var values: [String] = []
    /// Lowercase substrings of the captured value.
    package var stopwords: [String] = []
    /// Patterns searched in the line of the match.
    package var lines: [String] = []
    /// Globs of paths.
    package var paths: [String] = []

    package init() {}
}
