package import ScanModel

/// Comes to a verdict on a scan.
package struct Judgement: Hashable, Sendable {
    package var threshold: BlockingThreshold
    /// Whether findings leave the exit status at 0.
    package var exitZero: Bool

    package init(threshold: BlockingThreshold = BlockingThreshold(), exitZero: Bool = false) {
        self.threshold = threshold
        self.exitZero = exitZero
    }

    /// Judges a scan.
    package func verdict(
        on findings: [Finding], notifications: [ScanNotification]
    ) -> Verdict {
        Verdict(
            blockingCount: findings.count(where: threshold.blocks),
            isIncomplete: notifications.contains(where: \.isIncomplete), threshold: threshold,
            exitZero: exitZero)
    }
}
