import ScanModel

extension Verdict {
    /// Whether this finding is one of those that block.
    ///
    /// Mirrors the gate: unsuppressed, at or above `failOn`, not `info`, and of more than low
    /// confidence.
    func blocks(_ finding: Finding) -> Bool {
        whyNotBlocking(finding) == nil
    }

    /// Why a finding does not block, in a few words; `nil` when it does.
    func whyNotBlocking(_ finding: Finding) -> String? {
        if finding.suppression != nil { return "suppressed" }
        if finding.severity == .info { return "informational" }
        if finding.severity < failOn { return "below \(failOn.word)" }
        if finding.confidence == .low { return "low confidence" }
        return nil
    }
}
