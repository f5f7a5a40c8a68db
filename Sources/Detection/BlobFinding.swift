package import ScanModel

/// One finding within one blob: redacted, not yet tied to a path, a commit or other blobs.
package struct BlobFinding: Sendable {
    /// Index of the rule in the rule set.
    package let rule: Int
    package let severity: Severity
    package let confidence: Confidence
    package let fingerprint: Fingerprint
    package let preview: RedactedText
    package let evidence: [Evidence]
    package var region: Region
    package let snippet: Snippet
    package let lineHash: String
    /// Half-open byte range of the finding in the blob's text.
    package let range: Range<Int>
    /// Places of the blob that explain the finding.
    package var relations: [BlobRelation]
    /// Why it is reported, step by step; empty unless the detector was asked to explain.
    package let explanation: [String]
    /// What other findings of the scan may be held against.
    package let material: ProofMaterial?
    /// Where in an archive the text stands, such as `inner.zip!a/b.env`, when the blob is one. Raw:
    /// for paths, which are redacted where reports are made.
    package var member: String?
}
