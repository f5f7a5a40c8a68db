/// One problem: a leaked secret, a misuse of cryptography, or a fault of the gate's own set-up.
///
/// It holds no raw secret: only a redacted preview and a keyed fingerprint.
package struct Finding: Sendable {
    /// What sort of problem it is.
    package enum Kind: String, Sendable {
        case secret
        case misuse
        case gate
    }

    package let ruleID: RuleID
    package let kind: Kind
    package let severity: Severity
    package let confidence: Confidence
    /// One sentence that says what was found; holds no part of the secret.
    package let message: String
    package let fingerprint: Fingerprint
    /// What may be shown of the value, such as `ghp_…(36 characters)`; empty for misuse.
    package let preview: RedactedText
    package let evidence: [Evidence]
    /// The place to show first.
    package let primary: Location
    /// Other places of the same value, sorted, at most `Finding.maxOtherLocations`.
    package let others: [Location]
    /// Places beyond those listed.
    package let omittedLocationCount: Int
    /// Companion values and the like, each with a sentence.
    package let related: [RelatedLocation]
    /// Why it was reported, step by step; empty unless it was asked for.
    package let explanation: [String]
    /// Life in history, where history was walked.
    package let history: FindingHistory?
    /// Set when the finding stands but does not block.
    package var suppression: Suppression?

    /// How many further places of one value a report lists.
    package static let maxOtherLocations = 50

    package init(
        ruleID: RuleID, kind: Kind, severity: Severity, confidence: Confidence, message: String,
        fingerprint: Fingerprint, preview: RedactedText, evidence: [Evidence], primary: Location,
        others: [Location] = [], omittedLocationCount: Int = 0, related: [RelatedLocation] = [],
        explanation: [String] = [], history: FindingHistory? = nil,
        suppression: Suppression? = nil
    ) {
        self.ruleID = ruleID
        self.kind = kind
        self.severity = severity
        self.confidence = confidence
        self.message = message
        self.fingerprint = fingerprint
        self.preview = preview
        self.evidence = evidence
        self.primary = primary
        self.others = others
        self.omittedLocationCount = omittedLocationCount
        self.related = related
        self.explanation = explanation
        self.history = history
        self.suppression = suppression
    }

    /// The order of reports: path, place, rule, fingerprint.
    package static func reportOrder(_ left: Finding, _ right: Finding) -> Bool {
        (left.primary.provenance.path, left.primary.region, left.ruleID, left.fingerprint)
            < (right.primary.provenance.path, right.primary.region, right.ruleID, right.fingerprint)
    }
}
