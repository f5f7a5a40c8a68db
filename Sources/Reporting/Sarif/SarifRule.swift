import ScanModel

/// What SARIF says of a rule, derived from its descriptor.
enum SarifRule {
    /// `GithubPersonalAccessToken` for `github.personal-access-token`.
    static func pascalCaseName(_ id: RuleID) -> String {
        id.rawValue.split { !$0.isLetter && !$0.isNumber }
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined()
    }

    /// The tags that services act on first, then the rule's own; no tag twice.
    static func tags(_ rule: RuleDescriptor) -> [String] {
        var tags = ["security"]
        // Three digits at least, as CodeQL writes them and GitHub and GitLab read them.
        tags += rule.cwe.sorted().map { "external/cwe/cwe-" + Timestamp.padded($0, 3) }
        tags += rule.tags.sorted()
        var seen: Set<String> = []
        return tags.filter { seen.insert($0).inserted }
    }

    /// The CVSS-like score that GitHub turns into a severity: over 9.0 critical, 7.0 high, 4.0
    /// medium, less low.
    static func securitySeverity(_ severity: Severity) -> String {
        switch severity {
        case .critical: "9.5"
        case .high: "8.0"
        case .medium: "5.5"
        case .low: "3.0"
        case .info: "0.0"
        }
    }

    /// The level of results (SARIF §3.27.10).
    static func level(_ severity: Severity) -> String {
        switch severity {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low, .info: "note"
        }
    }

    /// When a finding of the rule may be ignored, and how to say so.
    static func whenToIgnore(_ rule: RuleDescriptor) -> String {
        let reason =
            switch rule.kind {
            case .secret:
                "When the value was never valid, such as a published example, or opens nothing."
            case .misuse:
                "When the algorithm or setting protects nothing here, such as a checksum that "
                    + "guards against accidents only."
            case .gate:
                "Not by an inline comment: mend what the finding names."
            }
        guard rule.kind != .gate else { return reason }
        return reason
            + " Then write `portcullis:allow \(rule.id) REASON` on the line or the line above."
    }

    /// The help text without markup.
    static func plainHelp(_ rule: RuleDescriptor) -> String {
        sections(rule).map { "\($0.heading)\n\($0.body)" }.joined(separator: "\n\n")
    }

    /// The help text in markdown.
    static func markdownHelp(_ rule: RuleDescriptor) -> String {
        sections(rule).map { "## \($0.heading)\n\n\($0.body)" }.joined(separator: "\n\n")
    }

    /// At most `limit` UTF-16 code units, cut at a character; GitHub takes 1,024 of a description.
    static func clipped(_ text: String, to limit: Int = 1_024) -> String {
        guard text.utf16.count > limit else { return text }
        var kept = ""
        var count = 1
        for character in text {
            count += String(character).utf16.count
            if count > limit { break }
            kept.append(character)
        }
        return kept + "…"
    }

    private static func sections(_ rule: RuleDescriptor) -> [(heading: String, body: String)] {
        let references =
            rule.references.isEmpty
            ? "None." : rule.references.map { "- \($0)" }.joined(separator: "\n")
        return [
            ("What it finds", rule.finds),
            ("Why it matters", rule.why),
            ("How to fix", rule.remediation),
            ("When to ignore", whenToIgnore(rule)),
            ("References", references),
        ]
    }
}
