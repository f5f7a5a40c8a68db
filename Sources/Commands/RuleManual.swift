internal import Rules
internal import ScanModel

/// The page of one rule, with the same headings for every rule.
enum RuleManual {
    /// Markdown. Examples keep their placeholders: no page holds a live-looking value.
    static func markdown(_ rule: Rule, _ words: RuleDocumentation) -> String {
        var sections = [
            "## \(words.name)",
            "`\(rule.id)` · \(rule.kind.rawValue) · severity \(rule.severity.word) · confidence "
                + rule.confidence.word
                + (rule.tags.isEmpty ? "" : " · " + rule.tags.joined(separator: ", "))
                + (rule.cwe.isEmpty
                    ? "" : " · " + rule.cwe.map { "CWE-\($0)" }.joined(separator: ", ")),
            "### What it finds\n\(words.finds)", "### Why it matters\n\(words.why)",
        ]
        if let example = words.examples.first {
            sections.append("### Example\n" + block(example))
        }
        sections.append("### How to fix\n\(words.remediation)")
        let harmless = words.counterexamples.prefix(3).map(block).joined(separator: "\n")
        sections.append(
            "### When to ignore\nThe value is no secret or the use is no misuse, and a reviewer "
                + "agrees: write `portcullis:allow \(rule.id) reason` beside it. "
                + (harmless.isEmpty ? "" : "Not reported:\n" + harmless))
        if !words.references.isEmpty {
            sections.append(
                "### References\n" + words.references.map { "* <\($0)>" }.joined(separator: "\n"))
        }
        return sections.joined(separator: "\n\n")
    }

    /// The page of a rule that looks at findings and has no examples.
    static func markdown(_ rule: RuleDescriptor) -> String {
        [
            "## \(rule.name)",
            "`\(rule.id)` · \(rule.kind.rawValue) · severity \(rule.severity.word) · confidence "
                + rule.confidence.word + " · " + rule.tags.joined(separator: ", ") + " · "
                + rule.cwe.map { "CWE-\($0)" }.joined(separator: ", "),
            "### What it finds\n\(rule.finds)", "### Why it matters\n\(rule.why)",
            "### How to fix\n\(rule.remediation)",
            "### References\n" + rule.references.map { "* <\($0)>" }.joined(separator: "\n"),
        ].joined(separator: "\n\n")
    }

    private static func block(_ example: RuleExample) -> String {
        let text = example.text.hasSuffix("\n") ? example.text : example.text + "\n"
        return "```\n" + text + "```"
    }
}
