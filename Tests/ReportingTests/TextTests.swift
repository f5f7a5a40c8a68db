import ScanModel
import Testing

@testable import Reporting

/// What people see.
@Suite struct TextTests {
    @Test func threeFindingsFitOneScreen() throws {
        let lines = try Rendering.text(SampleReport.refused, format: "text")
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect((24...41).contains(lines.count))
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= 100 })
    }

    /// The characters of the line that stand above the carets.
    private func underlined(_ view: SnippetView) -> String {
        var column = 0
        var result = ""
        for character in view.line {
            if column >= view.indent && column < view.indent + view.length {
                result.append(character)
            }
            column += DisplayWidth.columns(character)
        }
        return result
    }

    private func view(_ text: String, _ range: Range<Int>, width: Int = 80) -> SnippetView {
        SnippetView(
            Snippet(text: RedactedText(redacted: text), highlight: range), width: width)
    }

    @Test(arguments: [
        ("key = ****", 6..<10, "****"), ("\tkey\t= ****", 7..<11, "****"),
        ("パスワード = ****", 8..<12, "****"), ("👩‍👩‍👧🔑 ****", 3..<7, "****"),
        ("e\u{301}e\u{301} ****", 3..<7, "****"), ("\u{1B}[0m****", 4..<8, "****"),
        ("a\u{202E}****", 2..<6, "****"),
    ])
    func underlineStandsBeneathTheHighlight(text: String, range: Range<Int>, expected: String) {
        #expect(underlined(view(text, range)) == expected)
    }

    @Test func longLinesAreCutAroundTheHighlight() {
        let filler = String(repeating: "x", count: 5_000)
        let view = view(filler + "****" + filler, 5_000..<5_004, width: 60)
        #expect(underlined(view) == "****")
        #expect(view.line.hasPrefix("…") && view.line.hasSuffix("…"))
        #expect(DisplayWidth.columns(view.line) <= 60)
    }

    @Test func highlightWiderThanTheTerminalIsCut() {
        let view = view(String(repeating: "*", count: 500), 0..<500, width: 60)
        #expect(DisplayWidth.columns(view.line) <= 60)
        #expect(view.indent + view.length <= 60)
    }

    @Test(arguments: [0..<0, 3..<3, 50..<60, -5 ..< -1, 2..<Int.max])
    func oddHighlightsDoNotTrap(range: Range<Int>) {
        let view = view("abc", range)
        #expect(view.length >= 1)
        #expect(view.line == "abc")
    }

    @Test func notificationsAreBounded() throws {
        let many = (0..<500).map {
            ScanNotification(
                code: "input.unreadable", level: .error,
                message: RedactedText(redacted: "permission denied"),
                path: RedactedText(redacted: "f\(Timestamp.padded($0, 4))"), isIncomplete: true)
        }
        let report = SampleReport.report([], notifications: many)
        let text = try Rendering.text(report, format: "text")
        #expect(text.split(separator: "\n").count < 30)
        #expect(text.contains("and 480 more"))
        let all = try Rendering.text(report, format: "text", style: TextStyle(verbose: true))
        #expect(all.contains("f0499"))
    }

    @Test func suppressedFindingsAreListedOnlyWhenVerbose() throws {
        let report = SampleReport.everything
        let brief = try Rendering.text(report, format: "text")
        #expect(!brief.contains("tests/fixture.txt"))
        #expect(brief.contains("1 suppressed"))
        let all = try Rendering.text(report, format: "text", style: TextStyle(verbose: true))
        #expect(all.contains("tests/fixture.txt:1:1"))
    }

    @Test func noEscapeSequenceWithoutColour() throws {
        let text = try Rendering.text(SampleReport.everything, format: "text")
        #expect(!text.utf8.contains(0x1B))
    }

    private func ledger(_ expected: Int, _ scanned: Int, _ skipped: Int) -> ScanStatistics {
        var statistics = ScanStatistics()
        statistics.expectedBlobs = expected
        statistics.scannedBlobs = scanned
        statistics.skippedBlobs = skipped
        return statistics
    }

    @Test func coverageTellsCompleteFromIncomplete() {
        func coverage(_ statistics: ScanStatistics, unread: Bool = false) -> String {
            let note = ScanNotification(
                code: "x", level: .error, message: RedactedText(redacted: "x"), isIncomplete: true)
            return SummaryLine.coverage(
                SampleReport.report([], notifications: unread ? [note] : [], statistics: statistics)
            )
        }
        #expect(coverage(ledger(1_234, 1_234, 0)) == "complete: all 1,234 blobs read")
        #expect(coverage(ledger(1, 1, 0)) == "complete: the one blob read")
        #expect(coverage(ledger(0, 0, 0)) == "complete: there was nothing to read")
        #expect(coverage(ledger(9, 7, 2)).hasPrefix("complete: all but 2 of 9"))
        #expect(
            coverage(ledger(1_234, 1_231, 3), unread: true)
                == "INCOMPLETE: 3 of 1,234 blobs not read, see above")
        #expect(coverage(ledger(5, 5, 0), unread: true).hasPrefix("INCOMPLETE"))
        #expect(coverage(ledger(5, 4, 0)).hasPrefix("INCOMPLETE: the ledger has a fault"))
    }

    @Test func coverageOfAWholeDatabaseCountsObjects() {
        func coverage(read: Int, skipped: Int, unread: Bool = false) -> String {
            let none = ObjectCounts.Count(objects: 0, bytes: 0)
            var statistics = ledger(5, 5, 0)
            statistics.objects = ObjectCounts(
                expected: 9, commits: none, trees: none,
                blobs: ObjectCounts.Count(objects: read, bytes: 0), tags: none, skipped: skipped)
            let note = ScanNotification(
                code: "x", level: .error, message: RedactedText(redacted: "x"), isIncomplete: true)
            return SummaryLine.coverage(
                SampleReport.report([], notifications: unread ? [note] : [], statistics: statistics)
            )
        }
        #expect(coverage(read: 9, skipped: 0) == "complete: all 9 objects read")
        #expect(
            coverage(read: 8, skipped: 1)
                == "complete: all but 1 of 9 objects read; nothing that was asked for needs that "
                + "one")
        #expect(
            coverage(read: 7, skipped: 2, unread: true)
                == "INCOMPLETE: 2 of 9 objects not read, see above")
        #expect(coverage(read: 7, skipped: 1).hasPrefix("INCOMPLETE: the ledger has a fault"))
    }

    @Test func historySaysWhereAFindingLives() {
        func text(
            removed: Character? = nil, lastHeld: Character? = nil, isAtHead: Bool = false,
            introduced: Character? = "1", refs: [String] = [], more: Int = 0,
            isUnreachable: Bool = false
        ) -> String {
            let commit = { (digit: Character) in SampleReport.commit(digit, "") }
            let history = FindingHistory(
                introduced: introduced.flatMap(commit), removed: removed.flatMap(commit),
                lastHeld: lastHeld.flatMap(commit), isAtHead: isAtHead, blobCount: 1, paths: [],
                omittedPathCount: 0, refs: refs.map(RedactedText.init(redacted:)),
                omittedRefCount: more, isUnreachable: isUnreachable)
            return TextWording.history(history, limit: 3)
        }
        let introduced = "introduced by commit 111111111111 on 2026-03-01"
        #expect(
            text(isAtHead: true, refs: ["refs/heads/main"])
                == "\(introduced); still at HEAD; in the history of main")
        let many = ["refs/heads/main", "refs/remotes/origin/a", "refs/tags/v1.0", "refs/x/y"]
        #expect(
            text(removed: "2", lastHeld: "3", refs: many, more: 11)
                == "\(introduced); removed by commit 222222222222 on 2026-03-01; in the history of "
                + "main, origin/a, v1.0 and 12 more refs")
        #expect(
            text(lastHeld: "3", refs: ["refs/pull/7/head"])
                == "\(introduced); last held by commit 333333333333 on 2026-03-01; in the history "
                + "of refs/pull/7/head")
        #expect(text(lastHeld: "1") == "\(introduced); not at HEAD, but the history keeps it")
        #expect(
            text(introduced: nil, isUnreachable: true)
                == "no commit reaches it; unreachable: no ref leads to it any more; "
                + "`git gc --prune=now` removes it")
    }

    @Test func verdictSaysWhatTheStatusMeans() {
        let findings = SampleReport.refused.findings
        #expect(SummaryLine.verdict(SampleReport.refused).hasPrefix("REFUSED, exit status 1"))
        #expect(SummaryLine.verdict(SampleReport.report([])).hasPrefix("clean, exit status 0"))
        #expect(
            SummaryLine.verdict(SampleReport.report(findings, exitZero: true))
                .hasPrefix("excused by --exit-zero, exit status 0"))
        #expect(
            SummaryLine.verdict(SampleReport.everything).hasSuffix("was incomplete as well"))
    }

    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 kB"), (1_250, "1.2 kB"),
        (999_999, "999.9 kB"), (56_789_012, "56.7 MB"), (8_100_000_000, "8.1 GB"),
        (Int.max, "9,223 PB"), (-1, "0 bytes"),
    ])
    func byteSizesAreShort(bytes: Int, text: String) {
        #expect(ByteSize.text(bytes) == text)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567")])
    func digitsAreGrouped(number: Int, text: String) {
        #expect(DecimalGrouping.text(number) == text)
    }
}
