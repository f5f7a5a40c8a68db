import Detection
import Foundation
import Inputs
import Rules
import ScanModel
import Scanning
import TestSupport
import Testing

/// A log gives the same findings however it is cut into windows and pieces.
@Suite struct LogStreamTests {
    private static let smallest = LogStream.contextBytes + 2 * LogStream.lookaheadBytes

    private struct Found: Hashable, Comparable {
        let line: Int
        let column: Int
        let fingerprint: Fingerprint
        static func < (left: Found, right: Found) -> Bool {
            (left.line, left.column, left.fingerprint) < (
                right.line, right.column, right.fingerprint
            )
        }
    }

    private func session() throws -> ScanSession {
        let rules = """
            rules:
              - id: acme.token
                name: n
                kind: secret
                finds: f
                why: w
                severity: high
                confidence: high
                cwe: [798]
                remediation: r
                pattern: '(?<secret>acme_[a-zA-Z0-9]{16})'
            """
        let detector = try Detector(
            ruleSet: RuleSet(try RuleFileReader.read(Array(rules.utf8), file: "test.yml")),
            storedDatabase: nil, key: .builtIn, date: CalendarDate(secondsSince1970: 0),
            limits: ScanLimits())
        return try ScanSession(
            detector: detector,
            options: ScanOptions(
                command: "log", toolVersion: "0", asOf: Timestamp(secondsSince1970: 0)))
    }

    private func found(_ path: String, windowBytes: Int) throws -> (found: [Found], ScanReport) {
        let stream = try LogStream(path: path, windowBytes: windowBytes)
        let report = try session().scanLog(stream, name: "build.log")
        return (
            report.findings.map {
                Found(
                    line: $0.primary.region.startLine, column: $0.primary.region.startColumn,
                    fingerprint: $0.fingerprint)
            }.sorted(), report
        )
    }

    private func write(_ bytes: [UInt8]) throws -> String {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("portcullis-log-\(UUID().uuidString)")
        try Data(bytes).write(to: url)
        return url.path
    }

    private static func token(_ seed: Int) -> String {
        "acme_" + MadeSecret(seed: UInt64(seed), count: 16).value
    }

    /// About a megabyte of lines, of progress bars that end in carriage returns, and tokens.
    private static func text(longLines: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        var state: UInt64 = 9
        var tokens = 0
        while bytes.count < 1_100_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let choice = Int(state >> 40) % 100
            switch choice {
            case 0..<6:
                tokens += 1
                bytes += Array("export KEY=\(token(tokens))".utf8)
            case 6..<12: bytes += Array(String(repeating: "#", count: choice * 7).utf8) + [0x0D]
            case 12..<14: bytes += [0x0D, 0x0A]
            case 14 where longLines:
                bytes += [UInt8](repeating: UInt8(ascii: "-"), count: 60_000) + [0x20]
            default: bytes += [UInt8](repeating: UInt8(ascii: "w"), count: choice * 3)
            }
            bytes += choice < 70 ? [0x0A] : [0x20]
        }
        return bytes
    }

    @Test func everyWindowSizeGivesTheSame() throws {
        let path = try write(LogStreamTests.text(longLines: false))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let whole = try found(path, windowBytes: 4 << 20)
        #expect(whole.found.count > 100)
        #expect(whole.1.verdict.isIncomplete == false)
        for extra in [0, 1, 777, 4096, 300_001] {
            let cut = try found(path, windowBytes: LogStreamTests.smallest + extra)
            let isSame = cut.found == whole.found
            #expect(isSame, "with \(extra) bytes more")
            #expect(cut.1.statistics.scannedBytes == whole.1.statistics.scannedBytes)
        }
    }

    @Test func linesBeyondTheWindowKeepTheirNumber() throws {
        let path = try write(LogStreamTests.text(longLines: true))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let whole = try found(path, windowBytes: 4 << 20).found.map {
            [$0.line.description, $0.fingerprint.hex]
        }
        let cut = try found(path, windowBytes: LogStreamTests.smallest).found
            .map { [$0.line.description, $0.fingerprint.hex] }
        let isSame = Set(whole) == Set(cut) && whole.count == cut.count
        #expect(isSame)
    }

    @Test func tokenAtEverySeamIsFoundOnce() throws {
        let seam = LogStreamTests.smallest - LogStream.lookaheadBytes
        for shift in stride(from: -24, through: 4, by: 2) {
            var bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: 2 * LogStreamTests.smallest)
            let token = Array(LogStreamTests.token(77).utf8)
            bytes.replaceSubrange(seam + shift..<seam + shift + token.count, with: token)
            let path = try write(bytes)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let cut = try found(path, windowBytes: LogStreamTests.smallest).found
            #expect(cut.map(\.line) == [seam + shift + 1], "shift \(shift)")
        }
    }

    @Test func piecesOfAPipeGiveTheSame() throws {
        let bytes = LogStreamTests.text(longLines: false)
        let path = try write(bytes)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let whole = try found(path, windowBytes: 4 << 20).found
        let pipe = FileManager.default.temporaryDirectory
            .appendingPathComponent("portcullis-pipe-\(UUID().uuidString)").path
        try #require(mkfifo(pipe, 0o600) == 0)
        defer { try? FileManager.default.removeItem(atPath: pipe) }
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/bash")
        writer.arguments = ["-c", "dd if=\"$0\" of=\"$1\" bs=1777 status=none", path, pipe]
        try writer.run()
        let isSame = try found(pipe, windowBytes: LogStreamTests.smallest).found == whole
        writer.waitUntilExit()
        #expect(isSame)
    }

    @Test func emptyLogIsClean() throws {
        let path = try write([])
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (found, report) = try found(path, windowBytes: 1)
        #expect(found.isEmpty && !report.verdict.isIncomplete)
    }

    @Test func missingLogAndFolderAreErrors() {
        #expect(throws: InputError.self) { try LogStream(path: "/nowhere/at/all.log") }
        #expect(throws: InputError.self) { try LogStream(path: "/") }
    }
}
