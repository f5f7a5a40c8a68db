/// The rules of a set; embedded ones are decoded when they are asked for, since most scans need few.
package struct RuleTable: RandomAccessCollection, Sendable {
    /// What each rule is, known without decoding it.
    package let traits: [RuleTraits]
    private let source: Source

    private enum Source: Sendable {
        case rules([Rule])
        case encoded(EncodedRules)
    }

    init(_ rules: [Rule]) {
        source = .rules(rules)
        traits = rules.map { RuleTraits($0) }
    }

    init(_ rules: EncodedRules) {
        source = .encoded(rules)
        traits = rules.traits
    }

    /// The index of the first rule.
    package var startIndex: Int { 0 }
    /// The number of rules.
    package var endIndex: Int { traits.count }

    /// One rule.
    package subscript(index: Int) -> Rule {
        switch source {
        case .rules(let rules): rules[index]
        case .encoded(let rules): rules.rule(index)
        }
    }

    /// The rules that have a trait, by their indexes.
    package func indices(having trait: RuleTraits) -> [Int] {
        traits.indices.filter { traits[$0].contains(trait) }
    }
}
