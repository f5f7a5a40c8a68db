import Gate
import ScanModel
import Testing

@Suite struct SuppressionLedgerTests {
    private func suppression(
        _ selectors: [String], line: Int, covers: Int? = nil, problem: String? = nil
    ) -> InlineSuppression {
        InlineSuppression(
            selectors: selectors, reason: RedactedText(redacted: "because"), line: line,
            coveredLine: covers ?? line, problem: problem)
    }

    private let rule = RuleID("acme.token")
    private let path = RedactedText(redacted: "a.txt")

    @Test func coversItsLineAndTheOneBelow() {
        var ledger = SuppressionLedger([suppression(["acme.token"], line: 4, covers: 5)])
        let covered = (3...6).map { ledger.suppression(of: rule, line: $0)?.kind }
        #expect(covered == [nil, .inSource, .inSource, nil])
        #expect(ledger.notifications(path: path).isEmpty)
    }

    @Test func otherRulesAreNotCoveredAndUnusedOnesAreNamed() {
        var ledger = SuppressionLedger([suppression(["other.rule"], line: 4)])
        let covering = ledger.suppression(of: rule, line: 4)
        #expect(covering == nil)
        let notes = ledger.notifications(path: path)
        #expect(notes.map(\.code) == ["gate.suppression-unused"])
        #expect(notes.allSatisfy { !$0.isIncomplete })
        #expect(notes.first?.message.text.contains("line 4") == true)
    }

    @Test(arguments: ["missing-reason", "missing-rule", "malformed-selectors"])
    func malformedOnesDoNotCount(problem: String) {
        var ledger = SuppressionLedger([suppression(["acme.token"], line: 4, problem: problem)])
        let covering = ledger.suppression(of: rule, line: 4)
        #expect(covering == nil)
        #expect(ledger.notifications(path: path).map(\.code) == ["gate.suppression-malformed"])
    }
}
