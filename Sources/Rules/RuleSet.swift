package import Patterns
package import ScanModel

/// All rules in force, with the literals that lead to them.
///
/// Enters: embedded rules, and files of the user's. Leaves: rules in the order of their ids, and
/// for each literal the rules that it can start. Immutable and shared by all threads.
package struct RuleSet: Sendable {
    /// Sorted by id.
    package let rules: [Rule]
    /// Distinct literals of all rules, sorted; hits carry indexes into it.
    package let literals: [Literal]
    /// For each literal the rules that use it.
    package let uses: [[LiteralUse]]
    /// Index in `literals` of the text that opens an inline suppression.
    package let suppressionLiteral: Int
    private let words: Words

    /// What an inline suppression begins with.
    package static let suppressionMarker = "portcullis:allow"

    private enum Words: Sendable {
        case decoded([RuleDocumentation])
        /// Words stay encoded until asked for: a hook that finds nothing never needs them.
        case encoded(StaticString)
    }

    /// Takes rules read from files.
    ///
    /// - Throws: `.duplicateID` with both places.
    package init(_ entries: [RuleFileReader.Entry]) throws(RuleError) {
        let sorted = entries.sorted { $0.rule.id < $1.rule.id }
        for (left, right) in zip(sorted, sorted.dropFirst()) where left.rule.id == right.rule.id {
            throw RuleError(
                .duplicateID,
                "\(right.place): the id \(right.rule.id) is taken by \(left.place); choose another")
        }
        self.init(rules: sorted.map(\.rule), words: .decoded(sorted.map(\.documentation)))
    }

    /// Takes rules that `RuleSetCodec` encoded at build time.
    ///
    /// - Throws: `.invalidEncoding`.
    package init(matching: StaticString, documentation: StaticString) throws(RuleError) {
        self.init(
            rules: try RuleSetCodec.decodeRules(matching), words: .encoded(documentation))
    }

    private init(rules: [Rule], words: Words) {
        self.rules = rules
        self.words = words
        let marker = Literal(RuleSet.suppressionMarker, isCaseless: false)
        var uses: [Literal: [LiteralUse]] = [marker: []]
        for (index, rule) in rules.enumerated() {
            for required in rule.literals {
                uses[required.literal, default: []].append(
                    LiteralUse(rule: index, offset: required.offset))
            }
        }
        literals = uses.keys.sorted()
        self.uses = literals.map { uses[$0] ?? [] }
        suppressionLiteral = literals.firstIndex(of: marker) ?? 0
    }

    /// The set with further rules.
    ///
    /// - Throws: `.duplicateID`, `.invalidEncoding`.
    package func adding(_ entries: [RuleFileReader.Entry]) throws(RuleError) -> RuleSet {
        guard !entries.isEmpty else { return self }
        let own = try allDocumentation()
        return try RuleSet(
            zip(rules, own).map {
                RuleFileReader.Entry(rule: $0, documentation: $1, place: "the embedded rules")
            } + entries)
    }

    /// Words and examples of every rule, in the order of `rules`.
    ///
    /// - Throws: `.invalidEncoding`.
    package func allDocumentation() throws(RuleError) -> [RuleDocumentation] {
        switch words {
        case .decoded(let documentation): return documentation
        case .encoded(let text): return try RuleSetCodec.decodeDocumentation(text)
        }
    }

    /// The set with `entries` in the place of the rules that have their ids: for checking a rule
    /// file against the rules of the build that it is part of.
    ///
    /// - Throws: `.duplicateID` within the entries, `.invalidEncoding`.
    package func replacing(with entries: [RuleFileReader.Entry]) throws(RuleError) -> RuleSet {
        let own = Set(entries.map(\.rule.id))
        let rest = zip(rules, try allDocumentation()).filter { !own.contains($0.0.id) }
        return try RuleSet(
            rest.map {
                RuleFileReader.Entry(rule: $0, documentation: $1, place: "the embedded rules")
            } + entries)
    }

    /// Index of the rule with this id.
    package func index(of id: RuleID) -> Int? {
        var low = 0
        var high = rules.count
        while low < high {
            let middle = (low + high) / 2
            if rules[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < rules.count && rules[low].id == id ? low : nil
    }

    /// What reports say of each rule, in the order of `rules`.
    ///
    /// - Throws: `.invalidEncoding`.
    package func descriptors(at date: CalendarDate) throws(RuleError) -> [RuleDescriptor] {
        zip(rules, try allDocumentation()).map { rule, words in
            RuleDescriptor(
                id: rule.id, name: words.name, finds: words.finds, why: words.why,
                remediation: words.remediation, severity: rule.severity(at: date),
                confidence: rule.confidence, kind: rule.kind, tags: rule.tags, cwe: rule.cwe,
                references: words.references)
        }
    }
}
