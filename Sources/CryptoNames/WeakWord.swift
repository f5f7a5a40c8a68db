/// A word of a list that leaves something weak on.
package struct WeakWord: Sendable, Equatable {
    /// Where the word stands in the value.
    package let span: WordSpan
    /// What it leaves on, the worst first.
    package let weaknesses: [NamedWeakness]
    /// Whether the word is a group as broad as `ALL` or `HIGH`, which names no weak thing itself:
    /// what it means depends on the library's version and build.
    package let isBroad: Bool

    package init(span: WordSpan, weaknesses: [NamedWeakness], isBroad: Bool) {
        self.span = span
        self.weaknesses = weaknesses
        self.isBroad = isBroad
    }

    /// Those that no program should offer.
    package var plainWeaknesses: [NamedWeakness] { weaknesses.filter(\.isPlain) }
}
