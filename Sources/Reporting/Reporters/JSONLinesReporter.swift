package import ScanModel

/// One JSON object a line: header, findings, notifications, summary; `docs/report-json.md`
/// describes them. A report without its `summary` line was cut off.
package struct JSONLinesReporter: Reporter {
    package static let format = "jsonl"
    package static let purpose = "one JSON object a line, for streams"

    package init(options: ReporterOptions) {}

    package func write(_ report: ScanReport, to sink: any ReportSink) throws(ReportError) {
        let stream = ReportStream(sink)
        let json = JSONWriter(stream)
        func line(_ type: String, _ members: () -> Void) {
            json.object {
                json.member("type", type)
                members()
            }
            json.endLine()
        }
        line("header") { json.headerMembers(report) }
        for finding in report.findings where !stream.hasFailed {
            line("finding") { json.findingMembers(finding, verdict: report.verdict) }
        }
        for notification in report.notifications where !stream.hasFailed {
            line("notification") { json.notificationMembers(notification) }
        }
        line("summary") { json.summaryMembers(report) }
        try stream.flush()
    }
}
