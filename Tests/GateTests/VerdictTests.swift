import Gate
import ScanModel
import Testing

@Suite struct VerdictTests {
    private func finding(
        _ severity: Severity, _ confidence: Confidence, suppressed: Bool = false
    ) -> Finding {
        Finding(
            ruleID: RuleID("acme.token"), kind: .secret, severity: severity,
            confidence: confidence, message: "", fingerprint: Fingerprint(hex: "0"),
            preview: RedactedText(redacted: ""), evidence: [],
            primary: Location(
                provenance: Provenance(kind: .file, path: RedactedText(redacted: "a.txt")),
                region: Region(startLine: 1, startColumn: 1, endLine: 1, endColumn: 2),
                snippet: Snippet(text: RedactedText(redacted: ""), highlight: 0..<0), lineHash: ""),
            suppression: suppressed
                ? Suppression(kind: .inSource, justification: RedactedText(redacted: "why")) : nil)
    }

    private func gap(_ isIncomplete: Bool) -> ScanNotification {
        ScanNotification(
            code: "input.unreadable", level: .error, message: RedactedText(redacted: ""),
            path: nil, isIncomplete: isIncomplete)
    }

    @Test func thresholdsAreInclusive() {
        let gate = BlockingThreshold(severity: .high, confidence: .medium)
        #expect(gate.blocks(finding(.high, .medium)))
        #expect(gate.blocks(finding(.critical, .high)))
        #expect(!gate.blocks(finding(.medium, .high)))
        #expect(!gate.blocks(finding(.critical, .low)))
        #expect(!gate.blocks(finding(.critical, .high, suppressed: true)))
    }

    @Test func findingsOutrankIncompleteness() {
        let gate = Judgement()
        let bad = [finding(.critical, .high)]
        #expect(gate.verdict(on: [], notifications: []).exitStatus == .clean)
        #expect(gate.verdict(on: bad, notifications: []).exitStatus == .findings)
        #expect(gate.verdict(on: [], notifications: [gap(true)]).exitStatus == .incomplete)
        #expect(gate.verdict(on: [], notifications: [gap(false)]).exitStatus == .clean)
        let both = gate.verdict(on: bad, notifications: [gap(true)])
        #expect(both.exitStatus == .findings)
        #expect(both.isIncomplete)
    }

    @Test func exitZeroDoesNotExcuseIncompleteness() {
        let gate = Judgement(exitZero: true)
        let bad = [finding(.critical, .high)]
        #expect(gate.verdict(on: bad, notifications: []).exitStatus == .clean)
        #expect(gate.verdict(on: bad, notifications: [gap(true)]).exitStatus == .incomplete)
    }

    @Test func secretsOfTheBaseAreOldHoweverOften() {
        var base = BaseComparison()
        let known = Fingerprint(hex: "a")
        base.addBase(known, kind: .secret)
        let answers = [
            base.isNew(known, kind: .secret), base.isNew(known, kind: .secret),
            base.isNew(Fingerprint(hex: "b"), kind: .secret), base.isNew(known, kind: .misuse),
        ]
        #expect(answers == [false, false, true, true])
    }

    @Test func misusesOfTheBaseAreCounted() {
        var base = BaseComparison()
        let known = Fingerprint(hex: "a")
        base.addBase(known, kind: .misuse)
        base.addBase(known, kind: .misuse)
        let answers = (0..<3).map { _ in base.isNew(known, kind: .misuse) }
        #expect(answers == [false, false, true])
    }
}
