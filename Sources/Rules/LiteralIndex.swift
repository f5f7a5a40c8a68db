internal import Patterns

/// The distinct literals of a rule set and, for each, the rules it can start.
///
/// Sorting it is most of the work of making a rule set, so the build does that for the embedded
/// rules.
struct LiteralIndex {
    /// Sorted; the marker of suppressions is among them.
    let literals: [Literal]
    let uses: [LiteralUse]
    /// For each literal where its uses begin; one more for the end.
    let starts: [Int]
    let suppressionLiteral: Int

    init(literals: [Literal], uses: [LiteralUse], starts: [Int], suppressionLiteral: Int) {
        self.literals = literals
        self.uses = uses
        self.starts = starts
        self.suppressionLiteral = suppressionLiteral
    }

    init(_ rules: [Rule]) {
        let marker = Literal(RuleSet.suppressionMarker, isCaseless: false)
        var found: [Literal: [LiteralUse]] = [marker: []]
        for text in RuleSet.keyMarkers { found[Literal(text, isCaseless: false)] = [] }
        for (index, rule) in rules.enumerated() {
            for required in rule.literals {
                // Stems of names and marks of keys lead to engines, which find the rule themselves.
                if rule.structure?.kind == .certificate
                    || rule.credential.map({ $0 != .pair }) ?? false
                {
                    found[required.literal, default: []] += []
                    continue
                }
                found[required.literal, default: []].append(
                    LiteralUse(rule: index, offset: required.offset, isContext: false))
            }
            for word in rule.context?.words ?? [] {
                found[word, default: []].append(
                    LiteralUse(rule: index, offset: nil, isContext: true))
            }
        }
        literals = found.keys.sorted()
        suppressionLiteral = literals.firstIndex(of: marker) ?? 0
        var uses: [LiteralUse] = []
        var starts = [0]
        for literal in literals {
            uses += found[literal] ?? []
            starts.append(uses.count)
        }
        self.uses = uses
        self.starts = starts
    }
}
