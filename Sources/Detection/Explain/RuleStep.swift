/// One condition of a rule and what it came to at one place, in words that hold nothing of the text.
package struct RuleStep: Hashable, Sendable {
    /// What was asked, such as `entropy`.
    package let name: String
    /// Whether the condition let the place pass.
    package let passed: Bool
    /// What was measured and what was asked for.
    package let statement: String

    init(_ name: String, passed: Bool = true, _ statement: String) {
        self.name = name
        self.passed = passed
        self.statement = statement
    }
}
