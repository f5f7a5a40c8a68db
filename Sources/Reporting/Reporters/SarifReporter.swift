package import ScanModel

/// SARIF 2.1.0 (OASIS, with errata 01), one run, streamed, one result a line.
///
/// Nothing in it depends on the clock or the machine; `SarifProfile` says what a service's limits
/// cut, and each cut is a notification.
package struct SarifReporter: Reporter {
    package static let format = "sarif"
    package static let purpose = "SARIF 2.1.0 for GitHub, GitLab and editors"

    private let options: ReporterOptions

    package init(options: ReporterOptions) { self.options = options }

    package func write(_ report: ScanReport, to sink: any ReportSink) throws(ReportError) {
        let selection = SarifSelection(report, profile: options.sarifProfile)
        let stream = ReportStream(sink)
        let json = JSONWriter(stream)
        json.object(.spread) {
            json.member(
                "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                    + "sarif-schema-2.1.0.json")
            json.member("version", "2.1.0")
            json.array("runs", .spread) {
                json.object(.spread) { run(report, selection, json) }
            }
        }
        json.endLine()
        try stream.flush()
    }

    private func run(_ report: ScanReport, _ selection: SarifSelection, _ json: JSONWriter) {
        json.sarifTool(report, selection, options)
        json.object("automationDetails") { json.member("id", "portcullis/\(report.command)/") }
        json.member("columnKind", "utf16CodeUnits")
        json.object("originalUriBaseIds") {
            // Without an address: the folder of this machine is nobody's business.
            json.object("%SRCROOT%") {
                json.object("description") { json.member("text", "The scanned root.") }
            }
        }
        versionControl(report.origin, json)
        json.sarifTaxonomies(selection)
        json.sarifInvocations(report, selection)
        json.array("results", .spread) {
            for index in selection.findings where !json.hasFailed {
                json.sarifResult(
                    report.findings[index], verdict: report.verdict, selection: selection,
                    profile: options.sarifProfile)
            }
        }
        json.object("properties") {
            let day = CalendarDate(secondsSince1970: report.asOf.secondsSince1970)
            json.member("asOf", day.description)
        }
    }

    /// Only with a remote address, which the schema demands.
    private func versionControl(_ origin: RepositoryOrigin?, _ json: JSONWriter) {
        guard let origin, let address = origin.remoteURL?.text,
            let remote = SarifURI.remote(address)
        else { return }
        json.array("versionControlProvenance") {
            json.object {
                json.member("repositoryUri", remote)
                json.member("revisionId", ifPresent: origin.revision?.hex)
                json.member("branch", ifPresent: origin.branch?.text)
                json.object("mappedTo") { json.member("uriBaseId", "%SRCROOT%") }
            }
        }
    }
}
