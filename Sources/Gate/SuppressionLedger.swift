package import ScanModel

/// Pairs the inline suppressions of one text with its findings and remembers which were of use.
package struct SuppressionLedger {
    private let suppressions: [InlineSuppression]
    private var used: Set<Int> = []
    private var linesWithFindings: Set<Int> = []

    package init(_ suppressions: [InlineSuppression]) { self.suppressions = suppressions }

    /// The suppression that covers a finding of `rule` which starts on `line`.
    package mutating func suppression(of rule: RuleID, line: Int) -> Suppression? {
        linesWithFindings.insert(line)
        guard
            let index = suppressions.firstIndex(where: {
                $0.problem == nil && ($0.line == line || $0.coveredLine == line) && $0.names(rule)
            })
        else { return nil }
        used.insert(index)
        return Suppression(kind: .inSource, justification: suppressions[index].reason)
    }

    /// What the report says of suppressions that did nothing or are malformed.
    ///
    /// Notes, not findings: a suppression of no use hides nothing.
    package func notifications(path: RedactedText) -> [ScanNotification] {
        suppressions.enumerated().compactMap { index, suppression in
            if let problem = suppression.problem {
                // Away from any finding it is prose about suppressions.
                guard
                    linesWithFindings.contains(suppression.line)
                        || linesWithFindings.contains(suppression.coveredLine)
                else { return nil }
                return ScanNotification(
                    code: "gate.suppression-malformed", level: .warning,
                    message: SuppressionLedger.message(
                        problem: problem, line: suppression.line), path: path)
            }
            guard !used.contains(index) else { return nil }
            return ScanNotification(
                code: "gate.suppression-unused", level: .warning,
                message: RedactedText(
                    redacted: "the suppression on line \(suppression.line) matches no finding; "
                        + "remove it"), path: path)
        }
    }

    private static func message(problem: String, line: Int) -> RedactedText {
        let advice =
            switch problem {
            case "missing-reason": "gives no reason; write one after the rule id"
            case "missing-rule": "names no rule; write the rule id after `allow`"
            default: "names rules in no valid form; write ids separated by commas, then the reason"
            }
        return RedactedText(
            redacted: "the suppression on line \(line) \(advice): until then it does not count")
    }
}
