import Detection
import EmbeddedRules
import Foundation
import Inputs
import Rules
import ScanModel
import Scanning
import TestSupport

/// A folder of made files and the reports of scanning it with the embedded rules.
final class ProofScene {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("portcullis-proof-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes lines to a file.
    func write(_ name: String, _ lines: String...) throws {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
    }

    /// Moves a file that a tool wrote.
    func move(_ name: String, to other: String) throws {
        let target = folder.appendingPathComponent(other)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: folder.appendingPathComponent(name), to: target)
    }

    /// Runs a program in the folder.
    @discardableResult
    func tool(_ name: String, _ arguments: String...) throws -> [UInt8] {
        try KeyTool.run(name, arguments, in: folder)
    }

    /// A session with the embedded rules; the clock stands on 2026-06-01.
    static func session(
        _ command: String, jobs: Int = 1, explains: Bool = false,
        adjust: (inout ScanOptions) -> Void = { _ in }
    ) throws -> ScanSession {
        let date = CalendarDate(iso8601: "2026-06-01") ?? CalendarDate(secondsSince1970: 0)
        var detector = try Detector(
            ruleSet: RuleSet(
                matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
                documentation: EmbeddedRules.documentation),
            storedDatabase: EmbeddedRules.literalDatabase, key: .builtIn, date: date,
            limits: ScanLimits())
        detector.explains = explains
        var options = ScanOptions(
            command: command, toolVersion: "0",
            asOf: Timestamp(secondsSince1970: date.secondsSince1970))
        options.jobs = jobs
        adjust(&options)
        return try ScanSession(detector: detector, options: options)
    }

    /// The report of scanning the files.
    func scan(
        jobs: Int = 1, explains: Bool = false, adjust: (inout ScanOptions) -> Void = { _ in }
    ) async throws -> ScanReport {
        let listing = try FileTreeSource.list(
            [folder.path], honoursGitignore: false, limits: ScanLimits())
        return try await ProofScene.session(
            "scan", jobs: jobs, explains: explains, adjust: adjust
        ).scan(listing, of: nil)
    }
}

extension ScanReport {
    /// The findings of one rule.
    func findings(of rule: String) -> [Finding] { findings.filter { $0.ruleID.rawValue == rule } }
}

extension Finding {
    /// What its evidence says, in one text.
    var statements: String { evidence.map(\.statement).joined(separator: "\n") }

    /// The last component of its path.
    var fileName: String {
        primary.provenance.path.text.split(separator: "/").last.map(String.init) ?? ""
    }
}
