package import ScanModel

/// One output format: a `ScanReport` enters, bytes leave through a `ReportSink`.
///
/// A reporter decides nothing about findings and never sees a raw secret: `ScanModel` has no type
/// that holds one. Equal reports give equal bytes: no clock, no random, no set or dictionary order.
package protocol Reporter: Sendable {
    /// The word that names the format on the command line.
    static var format: String { get }
    /// What the format is for, in one phrase of `--help`.
    static var purpose: String { get }

    /// Takes what the command line says about reports.
    init(options: ReporterOptions)

    /// Writes the whole report in chunks of at most `ReportStream.chunkBytes`; the caller finishes
    /// the sink.
    ///
    /// - Throws: what the sink throws.
    func write(_ report: ScanReport, to sink: any ReportSink) throws(ReportError)
}
