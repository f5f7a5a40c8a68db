/// A rule's words for people, and its examples.
package struct RuleDocumentation: Hashable, Sendable {
    package var name = ""
    /// What it finds: one sentence.
    package var finds = ""
    /// Why that matters.
    package var why = ""
    /// How to fix it.
    package var remediation = ""
    package var references: [String] = []
    /// Former ids.
    package var aliases: [String] = []
    /// With the expected span marked `«…»`.
    package var examples: [RuleExample] = []
    package var counterexamples: [RuleExample] = []

    package init() {}
}
