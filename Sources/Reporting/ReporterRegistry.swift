/// Every output format; a new one is a file in `Reporters/` and a line here.
package enum ReporterRegistry {
    /// The reporters in the order of `--help`.
    package static let reporters: [any Reporter.Type] = [
        TextReporter.self,
        SarifReporter.self,
        JSONReporter.self,
        JSONLinesReporter.self,
    ]

    /// The words of all formats in the order of `--help`.
    package static var formats: [String] { reporters.map { $0.format } }

    /// Makes the reporter of a format.
    ///
    /// - Throws: `unknownFormat`.
    package static func reporter(
        format: String, options: ReporterOptions
    ) throws(ReportError) -> any Reporter {
        for type in reporters where type.format == format { return type.init(options: options) }
        throw .unknownFormat(format, known: formats)
    }
}
