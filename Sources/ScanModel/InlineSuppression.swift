/// A `portcullis:allow` comment found in a scanned text. Whether it counts is the gate's decision.
package struct InlineSuppression: Hashable, Sendable {
    /// Rule ids or families (`github.*`) that it names.
    package let selectors: [String]
    /// The reason given, redacted; empty when missing.
    package let reason: RedactedText
    /// The line that holds it, from 1.
    package let line: Int
    /// The line whose findings it covers: its own, or the next when it stands alone.
    package let coveredLine: Int
    /// What is wrong with it, such as a missing reason; `nil` when it is well formed.
    package let problem: String?

    package init(
        selectors: [String], reason: RedactedText, line: Int, coveredLine: Int, problem: String?
    ) {
        self.selectors = selectors
        self.reason = reason
        self.line = line
        self.coveredLine = coveredLine
        self.problem = problem
    }

    /// Whether it names this rule, alone or by family.
    package func names(_ rule: RuleID) -> Bool {
        selectors.contains { $0 == rule.rawValue || $0 == rule.family + ".*" }
    }
}
