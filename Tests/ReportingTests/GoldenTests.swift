import Foundation
import Reporting
import ScanModel
import Testing

/// Compares whole reports with committed ones; `PORTCULLIS_UPDATE_GOLDENS=1` writes them anew.
@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Goldens")

    private func compare(_ text: String, with name: String) throws {
        let file = GoldenTests.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["PORTCULLIS_UPDATE_GOLDENS"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        guard text != golden else { return }
        let (mine, theirs) = (text.split(separator: "\n"), golden.split(separator: "\n"))
        let line = zip(mine, theirs).enumerated().first { $1.0 != $1.1 }?.offset
        Issue.record(
            "\(name) differs, first in line \((line ?? min(mine.count, theirs.count)) + 1)")
    }

    @Test func textOfARefusedMerge() throws {
        try compare(Rendering.text(SampleReport.refused, format: "text"), with: "refused.txt")
    }

    @Test func textOfEverything() throws {
        try compare(Rendering.text(SampleReport.everything, format: "text"), with: "everything.txt")
    }

    @Test func verboseTextOfEverythingInColour() throws {
        let style = TextStyle(color: true, verbose: true, width: 80)
        try compare(
            Rendering.text(SampleReport.everything, format: "text", style: style),
            with: "everything-verbose-color.txt")
    }

    @Test func textOfACleanScan() throws {
        try compare(
            Rendering.text(SampleReport.report([]), format: "text"), with: "clean.txt")
    }

    @Test func sarifOfEverything() throws {
        try compare(
            Rendering.text(SampleReport.everything, format: "sarif"), with: "everything.sarif.json")
    }

    @Test func sarifOfEverythingForGitHub() throws {
        try compare(
            Rendering.text(SampleReport.everything, format: "sarif", profile: .github),
            with: "everything-github.sarif.json")
    }

    @Test func jsonOfEverything() throws {
        try compare(
            Rendering.text(SampleReport.everything, format: "json"), with: "everything.json")
    }

    @Test func jsonLinesOfEverything() throws {
        try compare(
            Rendering.text(SampleReport.everything, format: "jsonl"), with: "everything.jsonl")
    }
}
