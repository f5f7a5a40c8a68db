/// What versions of a protocol a setting's value leaves on, and by which of its words.
///
/// Enters: the value and how it is written. Leaves: versions with the words that enable them.
package struct ProtocolSet: Sendable {
    /// Versions that are on because a word of the value says so, each with that word.
    package private(set) var named: [ProtocolVersion: WordSpan] = [:]
    /// Versions that are on because nothing of the value takes them away: the rest after
    /// exclusions, or the defaults of the program. Whether the program has them is not known.
    package private(set) var implied: Set<ProtocolVersion> = []
    /// Versions that the value takes away.
    package private(set) var disabled: Set<ProtocolVersion> = []
    /// Whether a word leaves the choice to both sides, such as `SSLv23`; its versions are implied.
    package private(set) var isNegotiated = false
    /// Words that say no version.
    package private(set) var unknown: [WordSpan] = []

    init() {}

    /// All versions that may be used.
    package var enabled: Set<ProtocolVersion> { implied.union(named.keys) }

    /// The lowest version that may be used.
    package var minimum: ProtocolVersion? { enabled.min() }

    /// The highest version that may be used.
    package var maximum: ProtocolVersion? { enabled.max() }

    /// The lowest version that a word of the value enables.
    package var minimumNamed: ProtocolVersion? { named.keys.min() }

    /// The word that enables a version; `nil` where it is on by implication or off.
    package func span(of version: ProtocolVersion) -> WordSpan? { named[version] }

    mutating func enable(_ versions: some Sequence<ProtocolVersion>, by span: WordSpan) {
        for version in versions {
            named[version] = named[version] ?? span
            disabled.remove(version)
            implied.remove(version)
        }
    }

    mutating func imply(_ versions: some Sequence<ProtocolVersion>) {
        for version in versions where named[version] == nil && !disabled.contains(version) {
            implied.insert(version)
        }
    }

    mutating func disable(_ versions: some Sequence<ProtocolVersion>) {
        for version in versions {
            named[version] = nil
            implied.remove(version)
            disabled.insert(version)
        }
    }

    /// Nothing is on any more, and nothing is off by name.
    mutating func clear() {
        named = [:]
        implied = []
        disabled = []
    }

    mutating func negotiate() { isNegotiated = true }

    mutating func note(unknown span: WordSpan) { unknown.append(span) }
}
