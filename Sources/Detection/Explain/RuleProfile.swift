package import Rules

/// What rules cost and how they meet, counted over many texts: for authors of rules.
package struct RuleProfile: Sendable {
    /// Bytes of all texts.
    package private(set) var byteCount = 0
    /// Hits of each literal of the rule set.
    package private(set) var literalHits: [Int]
    /// How often each rule was tried at a hit.
    package private(set) var tries: [Int]
    /// Nanoseconds that these took; differs from run to run.
    package private(set) var nanoseconds: [UInt64]
    /// Candidates of each rule, before overlaps are settled.
    package private(set) var candidates: [Int]
    /// How often the first rule's candidate took the place of the second's.
    package private(set) var overlaps: [Pair: Int] = [:]

    /// Two rules that are about the same place.
    package struct Pair: Hashable, Sendable {
        /// Index of the rule that is reported.
        package let winner: Int
        /// Index of the rule that is not.
        package let loser: Int
    }

    /// Counts nothing yet, for the rules of a set.
    package init(_ ruleSet: RuleSet) {
        literalHits = Array(repeating: 0, count: ruleSet.literals.count)
        tries = Array(repeating: 0, count: ruleSet.rules.count)
        nanoseconds = Array(repeating: 0, count: ruleSet.rules.count)
        candidates = Array(repeating: 0, count: ruleSet.rules.count)
    }

    mutating func count(bytes: Int) { byteCount += bytes }
    mutating func count(literal: Int) { literalHits[literal] += 1 }

    mutating func count(try rule: Int, nanoseconds spent: UInt64) {
        tries[rule] += 1
        nanoseconds[rule] += spent
    }

    mutating func count(_ found: [Candidate]) {
        for candidate in found { candidates[candidate.rule] += 1 }
        let kept = Candidate.resolved(found)
        for candidate in found {
            guard
                let winner = kept.first(where: {
                    $0.kind == candidate.kind && $0.range.overlaps(candidate.range)
                }), winner.rule != candidate.rule
            else { continue }
            overlaps[Pair(winner: winner.rule, loser: candidate.rule), default: 0] += 1
        }
    }
}
