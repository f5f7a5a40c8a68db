import Patterns
import Rules
import ScanModel

@testable import Detection

/// What rules written for a test say of a text written for it.
struct RuleScan {
    let ruleSet: RuleSet
    let result: BlobScanResult
    private let bytes: [UInt8]

    /// One rule of a file, in order but for the lines given.
    static func rule(_ id: String, _ pattern: String, _ more: String...) -> String {
        let kind = pattern.contains("<secret>") ? "secret" : "misuse"
        let base = [
            "id: \(id)", "name: n", "kind: \(kind)", "finds: f", "why: w",
            "cwe: [\(kind == "secret" ? 798 : 327)]", "remediation: r", "pattern: '\(pattern)'",
        ]
        let standard = [("severity", "high"), ("confidence", "high")].filter { key, _ in
            !more.contains { $0.hasPrefix(key + ":") }
        }.map { "\($0): \($1)" }
        return "  - " + (base + standard + more).joined(separator: "\n    ") + "\n"
    }

    static func detector(
        _ rules: [String], date: String = "2026-01-01", key: FingerprintKey = .builtIn,
        limits: ScanLimits = ScanLimits()
    ) throws -> Detector {
        let text = "rules:\n" + rules.joined()
        return try Detector(
            ruleSet: RuleSet(try RuleFileReader.read(Array(text.utf8), file: "test.yml")),
            storedDatabase: nil, key: key,
            date: CalendarDate(iso8601: date) ?? CalendarDate(secondsSince1970: 0), limits: limits)
    }

    init(
        _ rules: [String], _ bytes: [UInt8], paths: [String] = ["a.txt"], misuse: Bool = true,
        key: FingerprintKey = .builtIn, limits: ScanLimits = ScanLimits()
    ) throws {
        let detector = try RuleScan.detector(rules, key: key, limits: limits)
        ruleSet = detector.ruleSet
        self.bytes = bytes
        let scanner = try detector.makeScanner()
        result = bytes.withUnsafeBytes {
            scanner.scan($0, context: BlobContext(paths: paths, includesMisuse: misuse))
        }
    }

    init(
        _ rules: [String], _ text: String, path: String = "a.txt", misuse: Bool = true,
        key: FingerprintKey = .builtIn, limits: ScanLimits = ScanLimits()
    ) throws {
        try self.init(
            rules, Array(text.utf8), paths: [path], misuse: misuse, key: key, limits: limits)
    }

    /// `rule=text` of each finding, by bytes of the blob itself.
    var found: [String] {
        result.findings.map {
            "\(ruleSet.rules[$0.rule].id)="
                + String(decoding: bytes[$0.range.clamped(to: bytes.indices)], as: UTF8.self)
        }
    }

    /// Regions as `line:column-line:column`.
    var regions: [String] {
        result.findings.map {
            "\($0.region.startLine):\($0.region.startColumn)-\($0.region.endLine):\($0.region.endColumn)"
        }
    }

    /// Codes of the problems.
    var problems: [String] { result.problems.map(\.code) }
}
