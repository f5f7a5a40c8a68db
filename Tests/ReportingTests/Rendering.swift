import Reporting
import ScanModel

/// Writes a report into memory.
enum Rendering {
    static func text(
        _ report: ScanReport, format: String, style: TextStyle = TextStyle(),
        profile: SarifProfile = .standard
    ) throws -> String {
        let sink = MemorySink()
        let options = ReporterOptions(textStyle: style, sarifProfile: profile)
        try ReporterRegistry.reporter(format: format, options: options).write(report, to: sink)
        return sink.text
    }
}
