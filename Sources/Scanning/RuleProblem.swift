package import ScanModel

/// One fault that `rules check` found.
package struct RuleProblem: Hashable, Sendable {
    package let rule: RuleID
    /// What is wrong and what to do. Holds placeholders, never generated values.
    package let message: String

    package init(rule: RuleID, message: String) {
        self.rule = rule
        self.message = message
    }
}
