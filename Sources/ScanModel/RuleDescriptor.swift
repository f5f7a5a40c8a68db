/// What reports say about a rule; no pattern, no example.
package struct RuleDescriptor: Sendable {
    package let id: RuleID
    /// Title of a few words.
    package let name: String
    /// What it finds: one sentence.
    package let finds: String
    /// Why that matters: one to three sentences.
    package let why: String
    /// How to fix it.
    package let remediation: String
    package let severity: Severity
    package let confidence: Confidence
    package let kind: Finding.Kind
    package let tags: [String]
    /// CWE numbers, such as 798.
    package let cwe: [Int]
    /// Addresses of vendors' and standards' documents.
    package let references: [String]

    package init(
        id: RuleID, name: String, finds: String, why: String, remediation: String,
        severity: Severity, confidence: Confidence, kind: Finding.Kind, tags: [String],
        cwe: [Int], references: [String]
    ) {
        self.id = id
        self.name = name
        self.finds = finds
        self.why = why
        self.remediation = remediation
        self.severity = severity
        self.confidence = confidence
        self.kind = kind
        self.tags = tags
        self.cwe = cwe
        self.references = references
    }
}
