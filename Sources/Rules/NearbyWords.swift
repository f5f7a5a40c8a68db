/// Words that must, or must not, stand around a match.
package struct NearbyWords: Hashable, Sendable {
    /// Lowercase; compared as substrings without regard to case.
    package var words: [String]
    /// How many lines before and after the match are looked at.
    package var lines: Int

    package init(words: [String], lines: Int) {
        self.words = words
        self.lines = lines
    }
}
