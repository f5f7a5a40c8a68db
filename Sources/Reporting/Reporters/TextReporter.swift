package import ScanModel

/// The report for people: findings by file, what was not read, a summary of four lines.
///
/// Every piece of scanned text passes `TerminalText.escaped`, so nothing in it acts on a terminal.
package struct TextReporter: Reporter {
    package static let format = "text"
    package static let purpose = "for people, grouped by file"

    private let style: TextStyle

    package init(options: ReporterOptions) { style = options.textStyle }

    package func write(_ report: ScanReport, to sink: any ReportSink) throws(ReportError) {
        let stream = ReportStream(sink)
        var findings = TextFindings(report, stream: stream, style: style)
        findings.write(report.findings)
        if style.verbose { findings.writeSuppressed(report.findings) }
        TextNotifications(stream: stream, style: style).write(report.notifications)
        writeSummary(report, stream)
        try stream.flush()
    }

    private func writeSummary(_ report: ScanReport, _ stream: ReportStream) {
        let paint = Paint(isOn: style.color)
        let coverage = SummaryLine.coverage(report)
        let verdict = SummaryLine.verdict(report)
        let isClean = report.verdict.exitStatus == .clean && report.verdict.blockingCount == 0
        stream.write("Findings  \(SummaryLine.findings(report))\n")
        stream.write("Scanned   \(SummaryLine.scanned(report))\n")
        stream.write(
            "Coverage  " + (report.verdict.isIncomplete ? paint(.moderate, coverage) : coverage)
                + "\n")
        stream.write("Verdict   \(paint(isClean ? .good : .grave, verdict))\n")
    }
}
