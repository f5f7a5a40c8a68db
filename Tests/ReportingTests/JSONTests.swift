import Foundation
import ScanModel
import Testing

@testable import Reporting

/// JSON that every parser takes, whatever the texts are.
@Suite struct JSONTests {
    @Test(arguments: SampleReport.hostileTexts)
    func hostileTextsSurviveARoundTrip(text: String) throws {
        let report = SampleReport.hostile(text)
        let document = try Rendering.text(report, format: "json")
        let object = try JSONSerialization.jsonObject(with: Data(document.utf8))
        let findings = try #require((object as? [String: Any])?["findings"] as? [[String: Any]])
        #expect(findings.count == 2)
        #expect(findings.allSatisfy { $0["rule"] as? String == text })
        let location = try #require(findings.first?["location"] as? [String: Any])
        #expect(location["path"] as? String == text)
    }

    @Test(arguments: SampleReport.hostileTexts, ["json", "jsonl", "sarif", "text"])
    func nothingInAReportActsOnATerminal(text: String, format: String) throws {
        let report = try Rendering.text(SampleReport.hostile(text), format: format)
        for scalar in report.unicodeScalars where scalar != "\n" {
            #expect(!TerminalText.mustEscape(scalar), "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func linesAreObjectsWithHeaderFirstAndSummaryLast() throws {
        let text = try Rendering.text(SampleReport.everything, format: "jsonl")
        let types = try text.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require((object as? [String: Any])?["type"] as? String)
        }
        #expect(types.first == "header")
        #expect(types.last == "summary")
        #expect(types.count { $0 == "finding" } == 9)
        #expect(types.count { $0 == "notification" } == 4)
    }

    @Test func everyScalarIsWrittenAsJSONReadsIt() throws {
        let scalars = (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init)
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(scalar) }
        let sink = MemorySink()
        let stream = ReportStream(sink)
        let json = JSONWriter(stream)
        json.array { json.value(text) }
        try stream.flush()
        let read = try JSONSerialization.jsonObject(with: Data(sink.bytes)) as? [String]
        #expect(read?.first.map { Array($0.unicodeScalars) } == scalars)
    }

    @Test func emptyContainersStayOnOneLine() throws {
        let sink = MemorySink()
        let stream = ReportStream(sink)
        let json = JSONWriter(stream)
        json.object(.spread) {
            json.array("a", .spread) {}
            json.object("b") { json.member("c", true) }
        }
        try stream.flush()
        #expect(sink.text == "{\n \"a\": [],\n \"b\": {\"c\":true}\n}")
    }
}
