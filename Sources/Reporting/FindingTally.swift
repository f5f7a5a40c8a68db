import ScanModel

/// How many findings block, do not, and are suppressed.
struct FindingTally {
    /// Findings that make the exit status 1.
    private(set) var blocking = 0
    /// Findings that stand and do not block.
    private(set) var notBlocking = 0
    /// Findings that somebody has accepted.
    private(set) var suppressed = 0
    /// Blocking findings by `Severity.rawValue`.
    private(set) var blockingBySeverity = [Int](repeating: 0, count: Severity.allCases.count)

    /// Counts the report's findings.
    init(_ report: ScanReport) {
        for finding in report.findings {
            if finding.suppression != nil {
                suppressed += 1
            } else if report.verdict.threshold.blocks(finding) {
                blocking += 1
                blockingBySeverity[finding.severity.rawValue] += 1
            } else {
                notBlocking += 1
            }
        }
    }
}
