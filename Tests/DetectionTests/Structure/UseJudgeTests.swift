import Documents
import Patterns
import Rules
import ScanModel
import SourceCode
import Testing

@testable import Detection

@Suite struct UseJudgeTests {
    private func found(
        _ lines: [String], in text: String, path: String, language: String
    ) throws -> [String] {
        let rule =
            """
              - id: t.a
                name: n
                kind: misuse
                finds: f
                why: w
                cwe: [327]
                remediation: r
                severity: high
                confidence: high
                literals: [probe]
                languages: [\(language)]
                uses:

            """ + lines.map { "      \($0)\n" }.joined()
        return try RuleScan([rule], text, path: path).found.map { String($0.dropFirst(4)) }
    }

    @Test(arguments: [
        ("import probe\nprobe.get(u, verify=False)", ["False"]),
        ("import probe as p\np.get(u,\n  verify = False)", ["False"]),
        ("import probe\nFLAG = False\nprobe.get(u, verify=FLAG)", ["FLAG"]),
        ("import probe\nprobe.get(u, verify=True)", []),
        ("import probe\nprobe.get(u, verify=flag())", []),
        ("import probe\n# probe.get(u, verify=False)", []),
        ("import probe\nif False:\n    probe.get(u, verify=False)", []),
        ("other.get(u, verify=False) # probe", []),
    ])
    func argumentsAreJudged(_ text: String, _ expected: [String]) throws {
        let lines = ["of: ['probe.*']", "fails: [{argument: [verify], is: 'false'}]"]
        #expect(try found(lines, in: text, path: "a.py", language: "python") == expected)
    }

    @Test(arguments: [
        (
            ["of: ['Math.random']", "when: [{named: [token]}]"],
            "const resetToken = Math.random() // probe",
            ["random"]
        ),
        (
            ["of: ['Math.random']", "when: [{named: [token]}]"], "const x = Math.random() // probe",
            []
        ),
        (
            [
                "kinds: [assignment]", "of: ['*.rejectUnauthorized']",
                "fails: [{argument: [0], is: 'false'}]",
            ],
            "probe({ rejectUnauthorized: false })", ["false"]
        ),
        (
            ["of: ['crypto.createHash']", "fails: [{argument: [0], algorithm: broken}]"],
            "const {createHash} = require('crypto'); createHash('MD5') // probe", ["'MD5'"]
        ),
        (
            ["of: ['crypto.createHash']", "when: [{imports: ['other*']}]"],
            "const {createHash} = require('crypto'); createHash('md5') // probe", []
        ),
    ])
    func conditionsAreJudged(_ lines: [String], _ text: String, _ expected: [String]) throws {
        let places = try found(lines, in: text, path: "a.js", language: "javascript")
        #expect(places.map { $0.hasSuffix("random") ? "random" : $0 } == expected)
    }

    @Test(arguments: ["321", "798"])
    func keysInCodeAreMasked(_ cwe: String) throws {
        let rule = """
              - id: t.a
                name: n
                kind: misuse
                finds: f
                why: w
                cwe: [\(cwe)]
                remediation: r
                severity: high
                confidence: high
                literals: [probe]
                languages: [javascript]
                uses:
                  of: ['probe']
                  fails: [{argument: 0, constant: true}]

            """
        let scan = try RuleScan([rule], "probe('plain words', 1)", path: "a.js")
        let line = try #require(scan.result.findings.first).snippet.text.text
        #expect(!line.contains("plain words"))
        #expect(line.contains("probe("))
    }

    @Test func rulesNameEveryKindOfUse() {
        #expect(UseRule.allKinds == CodeUse.Kind.allCases.map { String(describing: $0) })
    }

    @Test(arguments: [
        ("severity: medium", "confidence: high", ["t.a", "t.b"]),
        ("severity: high", "confidence: low", ["t.a", "t.b"]),
        ("severity: high", "confidence: high", ["t.a"]),
    ])
    func linesAreLeftToStructureThatCountsNoLess(
        _ severity: String, _ confidence: String, _ expected: [String]
    ) throws {
        let structured = """
              - id: t.a
                name: n
                kind: misuse
                finds: f
                why: w
                cwe: [327]
                remediation: r
                \(severity)
                \(confidence)
                literals: [probe]
                languages: [javascript]
                uses:
                  of: ['probe']

            """
        let scan = try RuleScan(
            [structured, RuleScan.rule("t.b", "probe\\((?<setting>\\d)\\)")], "probe(1)",
            path: "a.js")
        #expect(scan.result.findings.map { scan.ruleSet.rules[$0.rule].id.rawValue } == expected)
    }

    @Test func lookupsAreCounted() throws {
        let rule = try UseRule(
            try YAMLReader.read(Array("of: [f]\nfails: [{argument: 0, is: x}]".utf8)))
        let text = Array("f(a); f(b); f(c)".utf8)
        try text.withUnsafeBytes { bytes in
            for (limit, isComplete) in [(2, false), (3, true)] {
                var judge = UseJudge(
                    bytes, language: .javascript,
                    values: ValueJudge(scratch: try MatchScratch(limits: ScanLimits())),
                    maxLookups: limit)
                #expect(judge.places(of: rule, UseJudge.query(of: rule)).isEmpty)
                #expect(judge.isComplete == isComplete)
            }
        }
    }

    @Test(arguments: [
        ("resetToken", ["token"], true), ("RESET_TOKEN", ["token"], true),
        ("monkey", ["key"], false), ("apiKeys", ["key"], true), ("sessionid", ["session"], true),
        ("given", ["iv"], false), ("iv", ["iv"], true),
    ])
    func namesHaveWords(_ name: String, _ words: [String], _ isThere: Bool) {
        #expect(NameWords(name).hasAny(of: words) == isThere)
    }
}
