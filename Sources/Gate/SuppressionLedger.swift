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
                    "the suppression on line ", suppression.line,
                    " matches no finding; remove it"), path: path)
        }
    }

    private static func message(problem: String, line: Int) -> RedactedText {
        let advice: StaticString =
            switch problem {
            case "missing-reason":
                " does not count: give a reason after the rule id"
            case "missing-rule":
                " does not count: name the rule after `allow`"
            default:
                " does not count: name rules by their ids, separated by commas, then the reason"
            }
        return RedactedText("the suppression on line ", line, advice)
    }
}
