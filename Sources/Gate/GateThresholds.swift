package import ScanModel

/// From where on a finding blocks.
package struct GateThresholds: Hashable, Sendable {
    package var failOn: Severity
    package var failOnConfidence: Confidence
    package var exitZero: Bool

    package init(
        failOn: Severity = .medium, failOnConfidence: Confidence = .medium, exitZero: Bool = false
    ) {
        self.failOn = failOn
        self.failOnConfidence = failOnConfidence
        self.exitZero = exitZero
    }

    /// Whether the finding, unless suppressed, stops the change.
    package func block(_ finding: Finding) -> Bool {
        finding.suppression == nil && finding.severity >= failOn
            && finding.confidence >= failOnConfidence
    }

    /// Judges a scan.
    package func verdict(
        on findings: [Finding], notifications: [ScanNotification]
    ) -> Verdict {
        Verdict(
            blockingCount: findings.count(where: block),
            isIncomplete: notifications.contains(where: \.isIncomplete), failOn: failOn,
            exitZero: exitZero)
    }
}
