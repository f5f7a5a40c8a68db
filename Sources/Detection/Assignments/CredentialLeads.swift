internal import Patterns
internal import Rules

/// Which literals of a rule set lead to the engine for assignments, and which rules it feeds.
struct CredentialLeads {
    /// The first rule of each class.
    private(set) var rules: [CredentialClass: Int] = [:]
    /// For each literal its length, if it is a stem of names; else 0.
    private(set) var stemBytes: [Int]
    /// For each use of a literal by the rule for pairs the literal's length.
    private(set) var pairLiteralBytes: [Int: Int] = [:]

    init(_ ruleSet: RuleSet) {
        stemBytes = Array(repeating: 0, count: ruleSet.literals.count)
        for index in ruleSet.rules.indices(having: .credential) {
            guard let credential = ruleSet.rules[index].credential, rules[credential] == nil
            else { continue }
            rules[credential] = index
        }
        let stems = Set(
            rules.filter { $0.key != .pair }.flatMap { ruleSet.rules[$0.value].literals }
                .map(\.literal))
        let pair = rules[.pair]
        if stems.isEmpty && pair == nil { return }
        for (literal, lead) in ruleSet.literals.enumerated() {
            if stems.contains(lead) { stemBytes[literal] = lead.byteCount }
            guard let pair else { continue }
            for place in ruleSet.usePlaces(ofLiteral: literal)
            where ruleSet.uses[place].rule == pair {
                pairLiteralBytes[place] = lead.byteCount
            }
        }
    }
}
