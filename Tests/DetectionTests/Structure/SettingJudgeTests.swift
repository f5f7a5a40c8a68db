import Rules
import ScanModel
import Testing

@testable import Detection

@Suite struct SettingJudgeTests {
    /// One rule about settings, which the word `probe` leads to.
    private func rule(_ id: String, of subjects: String, _ lines: String...) -> String {
        """
          - id: \(id)
            name: n
            kind: misuse
            finds: f
            why: w
            cwe: [327]
            remediation: r
            severity: high
            confidence: high
            literals: [probe]
            settings:
              of: [\(subjects)]

        """ + lines.map { "      \($0)\n" }.joined()
    }

    private func found(
        _ condition: String, in text: String, path: String = "probe.yaml",
        of subjects: String = "yaml/"
    ) throws -> [String] {
        let rule = rule("t.a", of: subjects, "fails:", "  - \(condition)")
        return try RuleScan([rule], text, path: path).found.map { String($0.dropFirst(4)) }
    }

    @Test(arguments: [
        ("{path: probe, is: 1}", "probe: 1.0", ["1.0"]),
        ("{path: probe, is: 'false'}", "probe: No", ["No"]),
        ("{path: probe, is: 'false'}", "probe: 0", []),
        ("{path: probe, is: [a, b]}", "probe: B", ["B"]),
        ("{path: probe, contains: b}", "probe: a, b", ["a, b"]),
        ("{path: probe, contains: b}", "probe: [a, b]", ["b"]),
        ("{path: probe, contains: b}", "probe: ab", []),
        ("{path: probe, matches: '^a+$'}", "probe: aaa", ["aaa"]),
        ("{path: probe, below: 2048}", "probe: 1024 bits", ["1024 bits"]),
        ("{path: probe, below: 2048}", "probe: 2048", []),
        ("{path: probe, above: 3}", "probe: 4", ["4"]),
        ("{path: probe, version-below: 1.2}", "probe: v1.1.9", ["v1.1.9"]),
        ("{path: probe, version-below: 1.2}", "probe: '1.10'", []),
        ("{path: probe, days-above: 365}", "probe: 8784h", ["8784h"]),
        ("{path: probe, days-above: 365}", "probe: P1Y", []),
        ("{path: probe, days-above: 1, unit: seconds}", "probe: 90000", ["90000"]),
        ("{path: probe, empty: true}", "probe: ''", ["''"]),
        ("{path: probe, empty: true}", "probe: {}", ["probe"]),
        ("{path: probe, literal: true}", "probe: 'a b'", ["'a b'"]),
        ("{path: probe, literal: true}", "probe: '<your value>'", []),
        ("{path: probe, protocol-below: TLS1.2}", "probe: TLSv1.1 TLSv1.2", ["TLSv1.1 TLSv1.2"]),
        ("{path: probe, protocol-below: TLS1.2, grammar: minimum}", "probe: '1.2'", []),
        ("{path: probe, weak-ciphers: true}", "probe: HIGH:RC4-SHA", ["HIGH:RC4-SHA"]),
        ("{path: probe, weak-ciphers: true}", "probe: HIGH:!RC4", []),
        ("{path: probe, algorithm: broken}", "probe: md5", ["md5"]),
        ("{path: probe, algorithm: broken}", "probe: sha256", []),
    ])
    func testsOfValues(_ condition: String, _ text: String, _ expected: [String]) throws {
        #expect(try found(condition, in: text) == expected)
    }

    @Test func everyPathOfTheBlobCounts() throws {
        let rule = rule(
            "t.a", of: "compose/service", "fails: [{path: probe, is: on}]")
        let text = "services:\n  web:\n    probe: on\n"
        let others = (0..<6).map { "notes-\($0).txt" }
        for path in ["docker-compose.yml", "a/docker-compose.yml"] {
            let scan = try RuleScan(
                [rule], Array(text.utf8), paths: others + ["docker-compose.yml", path])
            #expect(scan.found == ["t.a=on"])
        }
    }

    @Test func whatAPatternDoesNotDecideInItsLimitsIsTold() throws {
        let rule = rule("t.a", of: "yaml/", "fails: [{path: probe, matches: '^(a+)+$'}]")
        var limits = ScanLimits()
        limits.maxMatchSteps = 1_000
        let text = "probe: " + String(repeating: "a", count: 40) + "!"
        let scan = try RuleScan([rule], text, path: "probe.yaml", limits: limits)
        #expect(scan.found.isEmpty)
        #expect(scan.problems == ["detection.document-limit"])
    }

    @Test(arguments: [
        ("a.storage_encrypted", "a:\n  StorageEncrypted: probe", ["probe"]),
        ("a.*.c", "a: {b: {c: probe}, d: {c: probe}}", ["probe", "probe"]),
        ("**.c", "a: {b: [{c: probe}]}\nc: probe", ["probe", "probe"]),
        ("**.*verify", "tls: {skip_verify: probe}", ["probe"]),
        (#"a."b.c/d""#, "a: {b.c/d: probe}", ["probe"]),
        ("a.b", "a: [{b: probe}, {b: other}]", ["probe"]),
        ("a.b", #"a: '{"b": "probe"}'"#, [#"'{"b": "probe"}'"#]),
        ("a.b", "c: probe", []),
    ])
    func pathsLeadToValues(_ path: String, _ text: String, _ expected: [String]) throws {
        #expect(try found("{path: '\(path)', is: probe}", in: text) == expected)
    }

    @Test(arguments: [
        ("{all: [{path: a, is: 1}, {path: b, is: 2}]}", "a: 1\nb: 2 # probe", ["2"]),
        ("{all: [{path: a, is: 1}, {path: b, is: 2}]}", "a: 1\nb: 3 # probe", []),
        ("{any: [{path: a, is: 1}, {path: b, is: 2}]}", "a: 1\nb: 2 # probe", ["1", "2"]),
        ("{all: [{path: a, is: 1}, {not: {path: b, is: 2}}]}", "a: 1 # probe", ["1"]),
        ("{path: c, absent: true}", "probe: 1\nb: 2", ["probe"]),
        (
            "{each: p, all: [{path: name, is: x}, {path: value, is: 0}]}",
            "p:\n- {name: x, value: 1}\n- {name: y, value: 0} # probe", []
        ),
        (
            "{each: p, all: [{path: name, is: x}, {path: value, is: 0}]}",
            "p:\n- {name: y, value: 1}\n- {name: x, value: 0} # probe", ["0"]
        ),
        (
            "{each: p, all: [{path: value, absent: true}]}",
            "p:\n- {name: y, value: 1}\n- {name: probe}", ["name"]
        ),
    ])
    func conditionsGoTogether(_ condition: String, _ text: String, _ expected: [String]) throws {
        #expect(try found(condition, in: text) == expected)
    }

    private static let bucket = """
        resource "aws_s3_bucket" "probe" { bucket = "b" }

        """

    @Test(arguments: [
        (#"resource "aws_x" "y" { bucket = aws_s3_bucket.probe.id }"#, 0),
        (#"resource "aws_x" "y" { bucket = aws_s3_bucket.probe_two.id }"#, 1),
        (#"resource "aws_x" "y" { bucket = "b" }"#, 0),
        (#"resource "aws_z" "y" { bucket = "b" }"#, 1),
        ("", 1),
    ])
    func subjectsAreJoined(_ other: String, _ count: Int) throws {
        let condition =
            "{not: {joined: [terraform/aws_x], by: bucket, all: [{path: bucket, present: true}]}}"
        let found = try found(
            condition, in: SettingJudgeTests.bucket + other, path: "main.tf",
            of: "terraform/aws_s3_bucket")
        #expect(found.count == count)
    }

    @Test func whatOnlyTheProgramKnowsIsNoFinding() throws {
        let text = #"resource "aws_x" "probe" { e = var.e }"#
        for condition in [
            "{path: e, is: 'false'}", "{path: e, absent: true}", "{not: {path: e, is: 'true'}}",
        ] {
            #expect(try found(condition, in: text, path: "main.tf", of: "terraform/aws_x").isEmpty)
        }
    }

    @Test func whatIsMissingInOneBlockIsAllReported() throws {
        let rules = [
            rule("t.a", of: "yaml/", "fails: [{path: a, absent: true}]"),
            rule("t.b", of: "yaml/", "fails: [{path: b, absent: true}]"),
        ]
        #expect(
            try RuleScan(rules, "probe: 1", path: "x.yaml").found == ["t.a=probe", "t.b=probe"])
    }

    @Test func otherFilesAndHistoriesAreLeftAlone() throws {
        let rule = rule("t.a", of: "yaml/", "fails: [{path: probe, is: 1}]")
        #expect(try RuleScan([rule], "probe: 1", path: "x.txt").found.isEmpty)
        #expect(try RuleScan([rule], "probe: 1", path: "x.yaml", misuse: false).found.isEmpty)
        #expect(try RuleScan([rule], "prob: 1", path: "x.yaml").found.isEmpty)
    }
}
