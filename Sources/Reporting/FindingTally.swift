import ScanModel

/// How many findings block, do not, and are suppressed.
struct FindingTally {
    private(set) var blocking = 0
    private(set) var notBlocking = 0
    private(set) var suppressed = 0
    /// Blocking findings by `Severity.rawValue`.
    private(set) var blockingBySeverity = [Int](repeating: 0, count: Severity.allCases.count)

    /// Counts the report's findings.
    init(_ report: ScanReport) {
        for finding in report.findings {
            if finding.suppression != nil {
                suppressed += 1
            } else if report.verdict.blocks(finding) {
                blocking += 1
                blockingBySeverity[finding.severity.rawValue] += 1
            } else {
                notBlocking += 1
            }
        }
    }
}
