import Reporting
import ScanModel

/// Takes a report as its JSON, to be compared byte for byte.
final class ReportBytes: ReportSink {
    private(set) var bytes: [UInt8] = []

    /// The JSON of a report.
    static func of(_ report: ScanReport) throws -> [UInt8] {
        let sink = ReportBytes()
        try JSONReporter(options: ReporterOptions()).write(report, to: sink)
        return sink.bytes
    }

    /// The JSON of a report without its counts and what it says of the cache.
    static func ofFindings(_ report: ScanReport) throws -> [UInt8] {
        try of(
            ScanReport(
                command: report.command, toolVersion: "", ruleSetDigest: "", asOf: report.asOf,
                activeRuleCount: 0, rules: [], findings: report.findings,
                notifications: report.notifications.filter { !$0.code.hasPrefix("cache.") },
                statistics: ScanStatistics(), origin: report.origin, verdict: report.verdict))
    }

    func write(_ bytes: UnsafeRawBufferPointer) { self.bytes += bytes }

    func finish() {}

    func discard() {}
}
