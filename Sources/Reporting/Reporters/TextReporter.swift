package import ScanModel

/// The report for people: findings by file, what was not read, a summary of few lines.
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
        let coverage = SummaryLine.coverage(report)
        let verdict = SummaryLine.verdict(report)
        let isClean = report.verdict.exitStatus == .clean && report.verdict.blockingCount == 0
        line("Findings", SummaryLine.findings(report), nil, stream)
        line("Scanned", SummaryLine.scanned(report), nil, stream)
        if let objects = SummaryLine.objects(report) { line("Objects", objects, nil, stream) }
        line("Coverage", coverage, report.verdict.isIncomplete ? .moderate : nil, stream)
        line("Verdict", verdict, isClean ? .good : .grave, stream)
        if report.verdict.exitStatus == .findings {
            line(
                "Next",
                "fix it, or mark a false alarm: portcullis:allow RULE REASON "
                    + "(portcullis rules show RULE)", nil, stream)
        }
    }

    private func line(
        _ label: String, _ text: String, _ role: Paint.Role?, _ stream: ReportStream
    ) {
        let paint = Paint(isOn: style.color)
        var head = label + String(repeating: " ", count: 10 - label.utf8.count)
        for piece in Paragraph.lines(text, width: min(style.width, 110) - 10) {
            stream.write("\(head)\(role.map { paint($0, piece) } ?? piece)\n")
            head = "          "
        }
    }
}
