import Foundation
import TestSupport
import Testing

/// What authors of rules are told: why a rule reports a place or not, and what rules cost.
@Suite struct RulesToolTests {
    private func scene() throws -> Scene {
        let scene = try Scene()
        try scene.write(
            "own/acme.yml", "rules:", "  - id: acme.token", "    name: n", "    kind: secret",
            "    finds: f", "    why: w", "    severity: high", "    confidence: high",
            "    cwe: [798]", "    remediation: r", "    pattern: '(?<secret>acme_[a-z0-9]{16})'",
            "    entropy: 2.5", "    near: {words: [prod], lines: 2}",
            "    allow: {values: ['zzz$'], paths: ['skip/**']}",
            "    examples: ['prod acme_«x»', 'prod b']", "    counterexamples: ['a', 'b']")
        return scene
    }

    /// Lower-case letters and digits, made up while the test runs.
    private static func token(_ seed: UInt64) -> String {
        "acme_" + MadeSecret(seed: seed, count: 16).value.lowercased()
    }

    @Test func everyPlaceIsExplained() throws {
        let scene = try scene()
        let tokens = (1...3).map { Self.token(UInt64($0)) }
        try scene.write(
            "a.txt", "prod \(tokens[0])", "prod acme_short", "prod acme_aaaaaaaaaaaaaaaa",
            "prod \(tokens[1].dropLast(3))zzz", "", "", "", "", "\(tokens[2])")
        let run = try scene.run("rules", "test", "own/acme.yml", "a.txt")
        #expect(run.status == 0)
        for token in tokens { #expect(!run.text.contains(token.dropFirst(5).prefix(8))) }
        let heads = run.text.split(separator: "\n").filter { $0.hasPrefix("a.txt:") }
        #expect(
            heads.map(String.init) == [
                "a.txt:1: acme.token: reported", "a.txt:2: acme.token: not reported",
                "a.txt:3: acme.token: not reported", "a.txt:4: acme.token: not reported",
                "a.txt:9: acme.token: not reported",
            ])
        let failed = run.text.split(separator: "\n").filter { $0.hasPrefix("  FAIL") }
        #expect(
            failed.map { $0.split(separator: " ")[1] } == ["pattern", "entropy", "allow", "near"])
        #expect(run.text.hasSuffix("acme.token: 1 finding\n"))
    }

    @Test func textsThatTheRuleNeverSeesAreExplained() throws {
        let scene = try scene()
        try scene.write("a.txt", "nothing")
        let none = try scene.run("rules", "test", "own/acme.yml", "a.txt")
        #expect(none.text.contains("FAIL  literal") && none.status == 0)
        try scene.write("skip/a.txt", "prod \(Self.token(1))")
        let path = try scene.run("rules", "test", "own/acme.yml", "skip/a.txt")
        #expect(path.text.contains("FAIL  path"))
        let moved = try scene.run(
            "rules", "test", "own/acme.yml", "skip/a.txt", "--path", "src/a.txt")
        #expect(moved.text.contains("a.txt:1: acme.token: reported"))
    }

    @Test func wrongNamesAreUsage() throws {
        let scene = try scene()
        #expect(try scene.run("rules", "test", "no.such", "own/acme.yml").status == 2)
        #expect(try scene.run("rules", "test", "own/acme.yml", "no-such").status == 2)
    }

    @Test func treesAreMeasured() throws {
        let scene = try Scene()
        try scene.write(
            "own/acme.yml",
            "rules:", "  - id: acme.token", "    name: n", "    kind: secret", "    finds: f",
            "    why: w", "    severity: high", "    confidence: high", "    cwe: [798]",
            "    remediation: r", "    pattern: '(?<secret>acme_[a-z0-9]{16})'",
            "    examples: ['a «acme_⟦b36:16⟧»', 'b «acme_⟦b36:16⟧»']",
            "    counterexamples: ['a acme_', 'b acme_x']")
        try scene.write("tree/a.txt", "nothing of interest", "acme_ acme_")
        let run = try scene.run("rules", "check", "own", "--alone", "--tree", "tree")
        #expect(run.status == 0)
        #expect(run.text.contains("acme_") && run.text.contains("acme.token"))
        for title in ["Overlaps", "Hot literals", "Costs"] { #expect(run.text.contains(title)) }
        #expect(run.text.contains("Measured on 1 file"))
    }

    @Test func reportsExplainOnRequest() throws {
        let scene = try Scene()
        let key = Made.key(31)
        try scene.write("a.txt", key)
        let run = try scene.run("scan", ".", "--explain", "--report", "json")
        let report = try ParsedReport(run.output)
        let steps = report.findings.first?["explanation"] as? [String] ?? []
        #expect(steps.contains { $0.hasPrefix("literal: ") })
        #expect(!run.text.contains(key.dropFirst(8)))
    }

    /// A report from the cache is the one that was put together.
    @Test(.enabled(if: KeyTool.has("git") && KeyTool.has("openssl")))
    func cachedHistoryIsTheSame() throws {
        let scene = try Scene()
        let folder = URL(fileURLWithPath: scene.path)
        try KeyTool.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:1024", "-nodes", "-subj", "/CN=a", "-keyout",
                "repo.key", "-out", "repo.crt",
            ], in: folder)
        func git(_ arguments: String...) throws {
            try KeyTool.run(
                "git",
                ["-c", "user.name=a", "-c", "user.email=a@invalid", "-c", "commit.gpgsign=0"]
                    + arguments, in: folder)
        }
        try git("init", "-q", "-b", "main", ".")
        try git("add", "repo.key", "repo.crt")
        try git("commit", "-q", "-m", "one")
        let runs = try (0..<2).map { _ in
            try scene.run("history", ".", "--cache", "cache", "--report", "json")
        }
        #expect(runs[0].output == runs[1].output)
        let report = try ParsedReport(runs[1].output)
        let key = report.findings.first { $0["kind"] as? String == "secret" }
        #expect(key?["standing"] as? String == "proven")
        #expect((key?["related"] as? [Any])?.count == 1)
    }
}
