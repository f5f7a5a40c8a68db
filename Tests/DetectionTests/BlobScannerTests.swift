import Rules
import ScanModel
import TestSupport
import Testing

@testable import Detection

/// Overlaps, encodings, limits, masking and names of findings.
@Suite struct BlobScannerTests {
    private let token = RuleScan.rule("acme.token", "(?<secret>acme_[a-z0-9]{8})")
    private let value = "acme_k3j9x2m7"

    // MARK: - overlaps

    @Test func theMoreSpecificRuleStays() throws {
        let wide = RuleScan.rule(
            "wide.token", "(?<secret>acme_[a-z0-9]+)", "specificity: 10", "boundary: none")
        #expect(try RuleScan([wide, token], value).found == ["acme.token=\(value)"])
        let narrow = RuleScan.rule(
            "wide.token", "(?<secret>acme_[a-z0-9]+)", "specificity: 90", "boundary: none")
        #expect(try RuleScan([narrow, token], value).found == ["wide.token=\(value)"])
    }

    @Test func theLongerMatchStays() throws {
        let long = RuleScan.rule("acme.long", "(?<secret>acme_[a-z0-9]{8}\\.[a-z]{4})")
        #expect(try RuleScan([token, long], value + ".zqxj").found == ["acme.long=\(value).zqxj"])
    }

    @Test func lowConfidenceGivesWay() throws {
        let low = RuleScan.rule(
            "acme.low", "(?<secret>acme_[a-z0-9]{8})", "confidence: low", "specificity: 90")
        #expect(try RuleScan([token, low], value).found == ["acme.token=\(value)"])
    }

    @Test func misuseAndSecretStandSideBySide() throws {
        let misuse = RuleScan.rule("acme.off", "(?<setting>acme_[a-z0-9]{8})")
        #expect(try RuleScan([token, misuse], value).found.count == 2)
    }

    @Test func chainOfOverlapsLosesNothingThatStandsAlone() throws {
        // first overlaps middle, middle overlaps last; last wins over middle, which beat first.
        let first = RuleScan.rule(
            "chain.first", "(?<secret>aaa_kq)", "specificity: 20", "boundary: none")
        let middle = RuleScan.rule(
            "chain.middle", "(?<secret>kqbbb_zx)", "specificity: 30", "boundary: none")
        let last = RuleScan.rule(
            "chain.last", "(?<secret>zxccc_wv)", "specificity: 40", "boundary: none")
        #expect(
            try RuleScan([first, middle, last], "aaa_kqbbb_zxccc_wv").found
                == ["chain.first=aaa_kq", "chain.last=zxccc_wv"])
    }

    // MARK: - encodings

    @Test func binaryFilesAreReadByTokenRulesOnly() throws {
        let loose = RuleScan.rule("loose.token", "(?<secret>loose=[a-z0-9]{8})", "boundary: none")
        let bytes = [0, 1, 2] + Array("\(value) loose=k3j9x2m7".utf8) + [0]
        #expect(try RuleScan([token, loose], bytes).found == ["acme.token=\(value)"])
    }

    @Test func latin1IsOneColumnAByte() throws {
        let bytes = [0xE9, 0xFC, 0x20] + Array(value.utf8) + [0xDF]
        let scan = try RuleScan([token], bytes)
        #expect(scan.found == ["acme.token=\(value)"])
        #expect(scan.regions == ["1:4-1:17"])
    }

    @Test func columnsAreUTF16CodeUnits() throws {
        #expect(try RuleScan([token], "é😀 \(value)").regions == ["1:5-1:18"])
    }

    @Test func byteOrderMarkIsNoColumn() throws {
        #expect(try RuleScan([token], "\u{FEFF}\(value)").regions == ["1:1-1:14"])
    }

    @Test func everyLineBreakCounts() throws {
        #expect(try RuleScan([token], "a\r\nb\n\(value)\r\n").regions == ["3:1-3:14"])
        #expect(try RuleScan([token], "a\rb\r\(value)\r").regions == ["3:1-3:14"])
    }

    @Test(arguments: [true, false]) func wideTextHasPlacesOfItsOwn(isLittle: Bool) throws {
        let text = "é\nx \(value)\n"
        let bytes = Array(("\u{FEFF}" + text).utf16).flatMap { unit -> [UInt8] in
            let high = UInt8(unit >> 8)
            let low = UInt8(unit & 255)
            return isLittle ? [low, high] : [high, low]
        }
        let scan = try RuleScan([token], bytes)
        #expect(scan.regions == ["2:3-2:16"])
        #expect(scan.problems.isEmpty)
    }

    @Test func plainTextAppendedToWideTextIsRead() throws {
        let wide = Array("\u{FEFF}words and more words\n".utf16).flatMap {
            [UInt8($0 & 255), UInt8($0 >> 8)]
        }
        let scan = try RuleScan([token], wide + Array("\(value)\n".utf8))
        #expect(scan.result.findings.count == 1)
    }

    @Test func minifiedLineIsReadToItsEnd() throws {
        let filler = String(repeating: "var a=function(b){return b};", count: 20_000)
        let (token, text) = (token, filler + value + ";" + filler + value)
        let scan = try HangGuard.run { try RuleScan([token], text) }
        #expect(scan.found.count == 2)
        #expect(scan.regions.first == "1:560001-1:560014")
        #expect(scan.result.findings.allSatisfy { $0.snippet.text.text.count < 400 })
    }

    @Test func emptyBlobIsNoProblem() throws {
        let scan = try RuleScan([token], "")
        #expect(scan.found.isEmpty && scan.problems.isEmpty)
    }

    // MARK: - limits

    @Test func tooManyHitsAreSaid() throws {
        var limits = ScanLimits()
        limits.maxFindingsPerBlob = 3
        let three = Array(repeating: value, count: 3).joined(separator: " ")
        let within = try RuleScan([token], three, limits: limits)
        #expect(within.found.count == 3 && within.problems.isEmpty)
        let over = try RuleScan([token], three + " " + value, limits: limits)
        #expect(over.found.count == 3)
        #expect(over.problems == ["detection.too-many"])
    }

    @Test func catastrophicRuleIsSaid() throws {
        let rule = RuleScan.rule("acme.slow", "acme_(?<secret>(?:a+)+)[!?]", "boundary: none")
        var limits = ScanLimits()
        limits.maxMatchSteps = 10_000
        let text = "acme_" + String(repeating: "a", count: 60) + " \(value)"
        let scan = try HangGuard.run { [token, limits] in
            try RuleScan([rule, token], text, limits: limits)
        }
        #expect(scan.found == ["acme.token=\(value)"])
        #expect(scan.problems == ["detection.match-limit"])
        #expect(scan.result.problems.first?.message.contains("acme.slow") == true)
    }

    // MARK: - masking

    @Test func snippetMasksEverySecretOfItsLine() throws {
        let other = RuleScan.rule(
            "other.low", "(?<secret>other_[a-z0-9]{8})", "confidence: low", "specificity: 1")
        let off = RuleScan.rule("acme.off", "(?<setting>acme_off)")
        let second = "other_q4z8w5v1"
        let scan = try RuleScan([token, other, off], "acme_off \(value) \(second) \(value)")
        #expect(scan.found.count == 4)
        for finding in scan.result.findings {
            let shown = finding.snippet.text.text + finding.preview.text
            #expect(!shown.contains("k3j9") && !shown.contains("q4z8"))
            #expect(finding.snippet.text.text.contains("acme_off"))
        }
    }

    @Test func previewShowsThePublicPrefixOnly() throws {
        let finding = try #require(try RuleScan([token], value).result.findings.first)
        #expect(finding.preview.text == "acme_…(8 characters)")
        let whole = RuleScan.rule("acme.word", "(?<secret>acmeword)", "boundary: none")
        let other = try #require(try RuleScan([whole], "acmeword").result.findings.first)
        #expect(other.preview.text == "…(8 characters)")
    }

    @Test func redactorMasksOrWithholds() throws {
        let redactor = try TextRedactor(detector: RuleScan.detector([token]))
        #expect(redactor.redact("a/\(value)/b").text == "a/•••/b")
        #expect(redactor.redact("plain words").text == "plain words")
        let guarded = try TextRedactor(
            detector: RuleScan.detector([
                RuleScan.rule("acme.token", "(?<secret>acme_[a-z0-9]{8})(?![.])")
            ]))
        #expect(guarded.redact("a/\(value).txt").text == "a/•••.txt")
        var limits = ScanLimits()
        limits.maxMatchSteps = 10_000
        let slow = RuleScan.rule("acme.slow", "acme_(?<secret>(?:a+)+)[!?]", "boundary: none")
        let wary = try TextRedactor(detector: RuleScan.detector([slow], limits: limits))
        let text = "acme_" + String(repeating: "a", count: 60)
        #expect(wary.redact(text) == .withheld)
    }

    // MARK: - names

    @Test func sameValueHasOneNameWhereverItStands() throws {
        func name(_ text: String, path: String = "a.txt", key: FingerprintKey = .builtIn) throws
            -> Fingerprint
        {
            try #require(
                try RuleScan([token], text, path: path, key: key).result.findings.first?.fingerprint
            )
        }
        let known = try name(value)
        #expect(try name("words\n\n  x = '\(value)'", path: "b/c.py") == known)
        #expect(try name("acme_k3j9x2m8") != known)
        #expect(
            try name(value, key: FingerprintKey(bytes: Array("another key of a team".utf8)))
                != known)
        #expect(known.hex.count == 32 && known.hex.allSatisfy(\.isHexDigit))
    }

    @Test func misuseIsNamedByItsLineWithoutBlanks() throws {
        let rule = RuleScan.rule("acme.off", "(?<setting>acme_off)")
        func name(_ text: String) throws -> Fingerprint {
            try #require(try RuleScan([rule], text).result.findings.first?.fingerprint)
        }
        let known = try name("f(acme_off, 1)")
        #expect(try name("\n\n\t f( acme_off,1 )\r\n") == known)
        #expect(try name("f(acme_off, 2)") != known)
    }

    @Test func findingsAreInOrder() throws {
        let text = (0..<50).map { "acme_k3j9x\($0 + 100) loose" }.joined(separator: "\n")
        let ranges = try RuleScan([token], text).result.findings.map(\.range.lowerBound)
        #expect(ranges.count == 50 && ranges == ranges.sorted())
    }
}
