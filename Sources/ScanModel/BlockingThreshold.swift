/// From where on a finding blocks: the one definition that verdict and reports share.
package struct BlockingThreshold: Hashable, Sendable {
    /// The lowest severity that blocks; `info` findings never do.
    package var severity: Severity
    /// The lowest confidence that blocks.
    package var confidence: Confidence

    package init(severity: Severity = .medium, confidence: Confidence = .medium) {
        self.severity = severity
        self.confidence = confidence
    }

    /// Whether the finding stops the change.
    package func blocks(_ finding: Finding) -> Bool { whyNotBlocking(finding) == nil }

    /// Why a finding does not block, in a few words; `nil` when it does.
    package func whyNotBlocking(_ finding: Finding) -> String? {
        if finding.suppression != nil { return "suppressed" }
        if finding.severity == .info { return "informational" }
        if finding.severity < severity { return "below \(severity.word)" }
        if finding.confidence < confidence { return "\(finding.confidence.word) confidence" }
        return nil
    }
}
