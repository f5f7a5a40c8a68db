import Reporting
import ScanModel
import Testing

/// Reports of any size are written in bounded chunks, and equal reports give equal bytes.
@Suite struct StreamingTests {
    @Test(arguments: [("sarif", 100_000), ("text", 10_000), ("json", 10_000), ("jsonl", 10_000)])
    func manyFindingsAreWrittenInSmallChunks(format: String, count: Int) throws {
        let sink = MemorySink(keepsBytes: false)
        try ReporterRegistry.reporter(format: format, options: ReporterOptions())
            .write(SampleReport.large(count), to: sink)
        #expect(sink.byteCount > count * 300)
        #expect(sink.largestChunk <= 64 << 10)
        #expect(sink.writeCount >= sink.byteCount / (64 << 10))
    }

    @Test(arguments: ReporterRegistry.formats)
    func equalReportsGiveEqualBytes(format: String) throws {
        let first = try Rendering.text(SampleReport.everything, format: format)
        for _ in 0..<5 {
            #expect(try Rendering.text(SampleReport.everything, format: format) == first)
        }
    }

    @Test(arguments: ReporterRegistry.formats)
    func failedSinkIsAskedOnceAndItsErrorThrown(format: String) throws {
        let failure = ReportError(code: .diskFull, message: "full")
        let sink = MemorySink(failure: failure)
        let reporter = try ReporterRegistry.reporter(format: format, options: ReporterOptions())
        #expect(throws: failure) { try reporter.write(SampleReport.large(2_000), to: sink) }
        #expect(sink.writeCount == 1)
    }

    @Test(arguments: ReporterRegistry.formats)
    func reportsEndWithOneLineBreak(format: String) throws {
        for report in [SampleReport.report([]), SampleReport.everything] {
            let text = try Rendering.text(report, format: format)
            #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        }
    }
}
