package import ScanModel

/// The whole report as one JSON document, for programs; `docs/report-json.md` describes it.
package struct JSONReporter: Reporter {
    package static let format = "json"
    package static let purpose = "one JSON document with everything, for programs"

    package init(options: ReporterOptions) {}

    package func write(_ report: ScanReport, to sink: any ReportSink) throws(ReportError) {
        let stream = ReportStream(sink)
        let json = JSONWriter(stream)
        json.object(.spread) {
            json.headerMembers(report)
            json.array("rules", .spread) {
                for rule in report.rules { json.ruleObject(rule) }
            }
            json.array("findings", .spread) {
                for finding in report.findings where !json.hasFailed {
                    json.object { json.findingMembers(finding, verdict: report.verdict) }
                }
            }
            json.array("notifications", .spread) {
                for notification in report.notifications where !json.hasFailed {
                    json.object { json.notificationMembers(notification) }
                }
            }
            json.object("summary", .spread) { json.summaryMembers(report) }
        }
        json.endLine()
        try stream.flush()
    }
}
