import Detection
import EmbeddedRules
import GitObjects
import Rules
import ScanModel
import TestSupport
import Testing

/// Scanning what deltas bring gives what scanning every blob gives, on packs that no packer makes.
@Suite struct DeltaScanTests {
    private static let rules = """
        rules:
          - {id: acme.token, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, pattern: '(?<secret>acme_[A-Za-z0-9]{20})'}
          - {id: inner.token, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, boundary: none,
             pattern: '[a-z]{1,8}=(?<secret>[A-Za-z0-9]{20})_zorb'}
          - {id: allowed.token, name: n, kind: secret, finds: f, why: w, cwe: [798],
             remediation: r, severity: high, confidence: high, allow: {lines: ['fine']},
             pattern: '(?<secret>wexa_[A-Za-z0-9]{20})'}
          - {id: near.token, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, near: {words: [widget], lines: 2},
             pattern: '(?<secret>nyth_[A-Za-z0-9]{20})'}
          - {id: unless.token, name: n, kind: secret, finds: f, why: w, cwe: [798],
             remediation: r, severity: high, confidence: high,
             unless-near: {words: [sample], lines: 1}, pattern: '(?<secret>ulth_[A-Za-z0-9]{20})'}
          - {id: lines.token, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, reach: {lines: 3}, boundary: none,
             pattern: 'login\\s+\\w+\\s+secretword\\s+(?<secret>[A-Za-z0-9]{20})'}
          - {id: wide.token, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, reach: {lines: 3}, boundary: none,
             pattern: '[a-z]+\\s+quorl\\s+(?<secret>[A-Za-z0-9]{20})'}
          - {id: block.key, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, reach: {bytes: 4096}, boundary: none,
             pattern: '(?<secret>-----BEGIN BLOB-----[A-Za-z0-9\\s]+-----END BLOB-----)'}
          - {id: path.token, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, paths: {include: ['*.py', '*.env']},
             pattern: '(?<secret>ponk_[A-Za-z0-9]{20})'}
          - {id: low.token, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, paths: {low: ['t/**']}, specificity: 10,
             pattern: '(?<secret>(?:ponk|acme)_[A-Za-z0-9]{20})'}
          - {id: quiet.token, name: n, kind: secret, finds: f, why: w, cwe: [798], remediation: r,
             severity: high, confidence: high, comments: false,
             pattern: '(?<secret>cmnt_[A-Za-z0-9]{20})'}
          - {id: context.token, name: n, kind: secret, finds: f, why: w, cwe: [798],
             remediation: r, severity: high, confidence: high,
             assignment: {keys: [widget, zwick_vault], value: '[A-Za-z0-9]{20}'}}
        """

    private static func value(_ seed: UInt64, _ count: Int = 20) -> String {
        MadeSecret(seed: seed, count: count).value
    }

    private static func block(_ label: String, seed: UInt64) -> String {
        let lines = (0..<6).map { value(seed + UInt64($0), 64) }
        return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----"])
            .joined(separator: "\n")
    }

    private static func material(_ seed: UInt64) -> HistoryMaterial {
        let prefixes = ["acme_", "wexa_", "nyth_", "ulth_", "ponk_", "cmnt_", "ghp_", "AKIA"]
        var secrets = prefixes.enumerated().map { $1 + value(seed + UInt64($0), 20) }
        secrets.append("key=\(value(seed + 20))_zorb")
        secrets.append("token: \(value(seed + 22))")
        secrets.append("password = \"\(value(seed + 21))\"")
        secrets.append("api_token: \(value(seed + 22, 32))")
        secrets.append("db.setPassword(\"Summer\(seed % 90 + 10)!\")")
        secrets.append("{\"key\": \"X-Api-Key\", \"value\": \"\(value(seed + 23, 32))\"}")
        return HistoryMaterial(
            secrets: secrets,
            nearMisses: ["acme_" + value(seed, 19), "login x", "secretword", "some quorl", "fine"],
            contextWords: ["widget", "sample", "fine", "# comment", "auth"],
            blocks: [
                block("BLOB", seed: seed), block("RSA PRIVATE KEY", seed: seed + 7),
                "login someone\nsecretword\n\(value(seed + 30))",
                "- name: DB_PASSWORD\n  value: \(value(seed + 33))",
                "X-Api-Key:\n- \(value(seed + 34, 32))",
                "<key>apiToken</key>\n<string>\(value(seed + 35, 32))</string>",
                "word\nquorl\n\(value(seed + 31))",
                "machine example.net\nlogin someone\npassword \(value(seed + 32))",
            ])
    }

    private static func detector(_ ruleSet: RuleSet) throws -> Detector {
        try Detector(
            ruleSet: ruleSet, storedDatabase: nil, key: .builtIn,
            date: CalendarDate(secondsSince1970: 1_790_000_000), limits: ScanLimits())
    }

    private static func embedded() throws -> RuleSet {
        try RuleSet(
            matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
            documentation: EmbeddedRules.documentation)
    }

    @Test(arguments: UInt64(1)...6)
    func writtenRulesAgree(seed: UInt64) async throws {
        let ruleSet = try RuleSet(
            try RuleFileReader.read(Array(DeltaScanTests.rules.utf8), file: "test.yml"))
        let comparison = try await compare(seed, try DeltaScanTests.detector(ruleSet))
        #expect(comparison.mismatches.isEmpty)
        #expect(comparison.findingMismatches.isEmpty)
        #expect(comparison.hitCount > 100)
        #expect(comparison.visitedBlobs == comparison.expectedBlobs)
    }

    @Test(arguments: UInt64(100)...102)
    func embeddedRulesAgree(seed: UInt64) async throws {
        let detector = try DeltaScanTests.detector(try DeltaScanTests.embedded())
        let comparison = try await compare(seed, detector)
        #expect(comparison.mismatches.isEmpty)
        #expect(comparison.findingMismatches.isEmpty)
        #expect(comparison.hitCount > 50)
    }

    @Test func aSmallBudgetChangesNothing() async throws {
        let ruleSet = try RuleSet(
            try RuleFileReader.read(Array(DeltaScanTests.rules.utf8), file: "test.yml"))
        let detector = try DeltaScanTests.detector(ruleSet)
        let large = try await compare(3, detector)
        let small = try await compare(3, detector, limits: SweepLimits(maxWaitingBytes: 1))
        #expect(small.mismatches.isEmpty)
        #expect(small.hitCount == large.hitCount)
        #expect(small.visitedBlobs == large.visitedBlobs)
    }

    // MARK: - comparison

    private struct Comparison: Sendable {
        var mismatches: [String] = []
        var findingMismatches: [String] = []
        var hitCount = 0
        var visitedBlobs = 0
        var expectedBlobs = 0
    }

    private func compare(
        _ seed: UInt64, _ detector: Detector, limits: SweepLimits = SweepLimits()
    ) async throws -> Comparison {
        let history = GeneratedHistory(
            seed: seed, material: DeltaScanTests.material(seed), files: 4, versions: 50, chains: 1)
        let made = try history.repository()
        let repository = try GitRepository.open(at: made.path)
        let (sweep, notices) = try repository.objectSweep(limits: limits)
        #expect(notices.isEmpty)
        let result = try await sweep.run(jobs: 2) {
            ComparingWorker(try detector.makeScanner(), sweep, history.paths)
        } finish: {
            $0.comparison
        }
        #expect(result.failures.isEmpty)
        var sum = Comparison()
        sum.expectedBlobs = history.blobs.count
        for part in result.outputs {
            sum.mismatches += part.mismatches
            sum.findingMismatches += part.findingMismatches
            sum.hitCount += part.hitCount
            sum.visitedBlobs += part.visitedBlobs
        }
        return sum
    }

    private final class Memo {
        let memo: BlobMemo
        init(_ memo: BlobMemo) { self.memo = memo }
    }

    /// Scans every blob by its delta and as a whole.
    private final class ComparingWorker: SweepWorker {
        var comparison = Comparison()
        private let scanner: BlobScanner
        private let sweep: ObjectSweep
        private let paths: [ObjectID: Set<String>]

        init(_ scanner: BlobScanner, _ sweep: ObjectSweep, _ paths: [ObjectID: Set<String>]) {
            self.scanner = scanner
            self.sweep = sweep
            self.paths = paths
        }

        func shared(_ memo: AnyObject) -> AnyObject? { memo }

        private func describe(_ blob: SweptBlob) -> String {
            "\(blob.needsOwnScan) "
                + blob.hits.map { "\($0.match.rule)@\($0.range)" }.joined(separator: " ")
        }

        func visit(_ object: SweptObject, base: AnyObject?) -> AnyObject? {
            guard object.kind == .blob else { return nil }
            comparison.visitedBlobs += 1
            let id = sweep.id(of: object.number)
            var origin: BlobScanner.Origin?
            if let base = base as? Memo, let delta = object.delta {
                origin = BlobScanner.Origin(
                    memo: base.memo, base: delta.base, copies: delta.copies)
            }
            let (blob, memo) = scanner.sweep(object.bytes, from: origin)
            comparison.hitCount += blob.hits.count
            let whole = scanner.sweep(object.bytes, from: nil).blob
            if !blob.isSame(as: whole) {
                comparison.mismatches.append(
                    "\(id.hex.prefix(8)): \(describe(blob)), as a whole \(describe(whole))")
            }
            let paths = (paths[id] ?? []).sorted()
            let full = scanner.scan(
                object.bytes, context: BlobContext(paths: paths, includesMisuse: false))
            // Without findings nothing more is asked; else with its paths, or by a scan of its own.
            if blob.isSilent {
                if !full.findings.isEmpty { comparison.findingMismatches.append(id.hex) }
            } else if let found = scanner.findings(of: blob, paths: paths) {
                let expected = full.findings.map { "\($0.rule) \($0.fingerprint) \($0.range)" }
                let given = found.map {
                    "\($0.match.rule) \($0.match.fingerprint?.hex ?? "") \($0.range)"
                }
                if expected != given { comparison.findingMismatches.append(id.hex) }
            }
            return Memo(memo)
        }
    }
}
