/// What one rule makes of one place of a text, step by step; nothing of the text is in it.
package struct RuleAttempt: Sendable {
    /// The line of the place, from 1; `nil` when it is about the whole text.
    package let line: Int?
    /// Conditions in the order in which they are asked; the last one says why it ended.
    package let steps: [RuleStep]
    /// Whether a finding of the rule stands there.
    package let isReported: Bool
}
