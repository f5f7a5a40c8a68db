package import ScanModel

/// What one rule made of one place in a blob, wherever the blob stands: shared by all versions of
/// the blob that hold the place unchanged.
package final class SweptMatch: Sendable {
    /// Index of the rule in the rule set.
    package let rule: Int
    /// Length of the finding in bytes; 0 where the rule ran into its match limit.
    package let byteCount: Int
    /// The confidence before paths are looked at.
    package let confidence: Confidence
    package let evidence: [Evidence]
    /// `nil` where the rule ran into its match limit.
    package let fingerprint: Fingerprint?

    init(
        rule: Int, byteCount: Int, confidence: Confidence, evidence: [Evidence],
        fingerprint: Fingerprint?
    ) {
        self.rule = rule
        self.byteCount = byteCount
        self.confidence = confidence
        self.evidence = evidence
        self.fingerprint = fingerprint
    }
}
