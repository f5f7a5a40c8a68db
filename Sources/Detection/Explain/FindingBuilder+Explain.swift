internal import Patterns
internal import Rules
internal import ScanModel

extension FindingBuilder {
    /// Most literals that an explanation names.
    private static let maxNamedLiterals = 4

    /// Why a candidate is reported, a sentence a step; nothing of the text is in it.
    func explanation(
        of candidate: Candidate, _ rule: Rule, _ proof: FindingProof
    ) -> [String] {
        let value = UnsafeRawBufferPointer(rebasing: pass.text[candidate.range])
        var sentences = [
            FindingBuilder.literals(of: rule),
            "pattern: it matches, and captures \(candidate.range.count) bytes",
        ]
        for step in ValueSteps.steps(of: value, rule) {
            sentences.append("\(step.name): \(step.statement)")
        }
        if let near = rule.near {
            sentences.append(
                "near: one of \(near.words.count) words stands within \(near.lines) lines")
        }
        if rule.unlessNear != nil { sentences.append("near: no word stands by that excuses it") }
        for step in ValueSteps.judgements(of: value, rule) {
            sentences.append("\(step.name): \(step.statement)")
        }
        for evidence in proof.evidence {
            sentences.append("evidence: \(evidence.standing.rawValue): \(evidence.statement)")
        }
        if candidate.countsLittle {
            sentences.append("path: the file stands where the rule's hits count little")
        }
        let losers = Set(
            pass.candidates.filter {
                $0.rule != candidate.rule && $0.kind == candidate.kind
                    && $0.range.overlaps(candidate.range)
            }.map { detector.ruleSet.rules[$0.rule].id }
        ).sorted()
        sentences.append(
            "rank: specificity \(candidate.specificity)"
                + (losers.isEmpty
                    ? "; no other rule is about this place"
                    : "; before " + losers.map(\.rawValue).joined(separator: ", ")))
        return sentences
    }

    /// What led to the rule.
    static func literals(of rule: Rule) -> String {
        guard !rule.literals.isEmpty else {
            return "assignment: the engine for assignments reads name and value"
        }
        let texts = rule.literals.prefix(maxNamedLiterals).map { "`\($0.literal.text)`" }
        let more = rule.literals.count - texts.count
        return "literal: one of " + texts.joined(separator: ", ")
            + (more > 0 ? " and \(more) more" : "")
    }
}
