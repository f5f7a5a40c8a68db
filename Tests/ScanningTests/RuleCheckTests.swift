import Detection
import EmbeddedRules
import Rules
import ScanModel
import Scanning
import Testing

/// What `rules check` says of the embedded rules, and of bad ones.
@Suite struct RuleCheckTests {
    private static let shares = 8

    /// Every rule of ours against its own examples, in shares that run side by side.
    @Test(arguments: 0..<shares)
    func embeddedRulesHoldWhatTheySay(share: Int) throws {
        let rules = try RuleSet(
            matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
            documentation: EmbeddedRules.documentation)
        let check = try RuleCheck(rules, date: CalendarDate(secondsSince1970: 0), seeds: 1..<2)
        let own = Set(
            rules.rules.indices.filter { $0 % RuleCheckTests.shares == share }
                .map { rules.rules[$0].id })
        let problems = try check.problems { own.contains($0) }
        #expect(problems.map { "\($0.rule): \($0.message)" } == [])
    }

    /// A scan does not look: it decodes embedded rules when it needs them.
    @Test func embeddedRulesNameValidatorsThatExist() throws {
        let rules = try RuleSet(
            matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
            documentation: EmbeddedRules.documentation)
        let unknown = Set(rules.rules.flatMap(\.validators)).filter {
            ValidatorRegistry.validator(named: $0) == nil
        }
        #expect(unknown == [])
    }

    /// A rule in order, with lines replaced or taken out.
    private func problems(_ changes: [String: [String]], extra: String = "") throws -> [String] {
        let lines: [(String, [String])] = [
            ("id", ["id: acme.token"]), ("name", ["name: n"]), ("kind", ["kind: secret"]),
            ("finds", ["finds: f"]), ("why", ["why: w"]), ("severity", ["severity: high"]),
            ("confidence", ["confidence: high"]), ("cwe", ["cwe: [798]"]),
            ("remediation", ["remediation: r"]),
            ("pattern", ["pattern: '(?<secret>acme_[a-z0-9]{8})'"]),
            ("examples", ["examples:", "  - 'a «acme_⟦b36:8⟧»'", "  - '\"«acme_⟦b36:8⟧»\"'"]),
            ("counterexamples", ["counterexamples:", "  - 'acme_⟦b36:7⟧'", "  - 'acme_'"]),
            ("more", []),
        ]
        let body = lines.flatMap { changes[$0.0] ?? $0.1 }
        let text = "rules:\n  - " + body.joined(separator: "\n    ") + "\n" + extra
        let rules = try RuleSet(try RuleFileReader.read(Array(text.utf8), file: "test.yml"))
        let check = try RuleCheck(rules, date: CalendarDate(secondsSince1970: 0))
        return try check.problems { $0 == RuleID("acme.token") }.map(\.message)
    }

    @Test func ruleInOrderHasNoProblem() throws {
        #expect(try problems([:]) == [])
    }

    @Test(
        arguments: [
            (["examples": ["examples:", "  - 'a «acme_⟦b36:8⟧»'"]], "has 1 examples"),
            (["counterexamples": []], "has 0 counterexamples"),
            (["cwe": []], "names no CWE"),
            (
                [
                    "examples": ["examples:", "  - 'acme_⟦b36:8⟧'", "  - 'a «acme_⟦b36:8⟧»'"]
                ], "example 1 in example.txt: no «…» marks"
            ),
            (
                [
                    "examples": ["examples:", "  - 'a «acme_⟦b36:7⟧»'", "  - 'a «acme_⟦b36:8⟧»'"]
                ], "example 1 in example.txt: not found"
            ),
            (
                [
                    "examples": ["examples:", "  - '«a acme_⟦b36:8⟧»'", "  - 'a «acme_⟦b36:8⟧»'"]
                ], "example 1 in example.txt: found at bytes 2..<15, but bytes 0..<15 are marked"
            ),
            (
                [
                    "examples": [
                        "examples:", "  - '«acme_⟦b36:8⟧» acme_⟦b36:8⟧'", "  - 'a «acme_⟦b36:8⟧»'",
                    ]
                ], "example 1 in example.txt: 2 findings, but 1 marked"
            ),
            (
                [
                    "examples": ["examples:", "  - 'a «acme_⟦nope:8⟧»'", "  - 'a «acme_⟦b36:8⟧»'"]
                ], "example 1: "
            ),
            (
                [
                    "examples": ["examples:", "  - 'a «acme_⟦b36:8⟧'", "  - 'a «acme_⟦b36:8⟧»'"]
                ], "example 1: "
            ),
            (
                ["counterexamples": ["counterexamples:", "  - 'acme_⟦b36:8⟧'", "  - 'acme_'"]],
                "counterexample 1 in example.txt: found, but must not be"
            ),
            (
                ["counterexamples": ["counterexamples:", "  - 'a «acme_»'", "  - 'acme_'"]],
                "counterexample 1 in example.txt: holds marks"
            ),
            (
                [
                    "pattern": ["pattern: '(?<secret>ghp_[A-Za-z0-9]{36})'"],
                    "examples": [
                        "examples:", "  - 'a «ghp_⟦b62:36⟧»'", "  - '\"«ghp_⟦b62:36⟧»\"'",
                    ],
                    "more": ["validators: [github-crc32]"],
                ], "its own validator refutes it"
            ),
            (
                ["pattern": ["pattern: '(?<secret>acme_[a-z0-9!]{8})'"]],
                "example 1: found cut by a sign"
            ),
            (
                [
                    "pattern": [
                        "pattern: '%{left}(?:(?<secret>acme_[a-z0-9]{8}))'",
                        "boundary: none",
                    ]
                ], "example 1: found with one character more"
            ),
            (
                [
                    "pattern": ["pattern: '(?<secret>key[a-z0-9]{8})'"],
                    "examples": ["examples:", "  - 'a «key⟦b36:8⟧»'", "  - '\"«key⟦b36:8⟧»\"'"],
                ], "its literals hit too often: key"
            ),
        ] as [([String: [String]], String)])
    func problemIsNamed(changes: [String: [String]], words: String) throws {
        let found = try problems(changes)
        #expect(found.contains { $0.contains(words) }, "\(found)")
    }

    @Test func exampleTakenByAnotherRuleIsNamed() throws {
        let other = """
              - id: other.token
                name: n
                kind: secret
                finds: f
                why: w
                severity: high
                confidence: high
                remediation: r
                specificity: 99
                pattern: '(?<secret>acme_[a-z0-9]{8})'

            """
        #expect(
            try problems([:], extra: other).contains { $0.contains("taken by rule other.token") })
    }

    @Test func unknownValidatorIsRefused() {
        #expect(throws: RuleError(.invalidFile, "")) {
            try problems(["more": ["validators: [no-such-validator]"]])
        }
    }
}
