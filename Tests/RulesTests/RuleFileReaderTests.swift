import Patterns
import Rules
import ScanModel
import Testing

/// Faults of rule files, each with its place.
@Suite struct RuleFileReaderTests {
    /// A rule in order, with lines replaced, added or (with `nil`) taken out.
    static func file(_ changes: [String: String?] = [:]) -> String {
        let lines: [(String, String)] = [
            ("id", "acme.token"), ("name", "Acme token"), ("kind", "secret"),
            ("finds", "A token of Acme."), ("why", "It opens Acme."), ("severity", "high"),
            ("confidence", "high"), ("cwe", "[798]"),
            ("pattern", "'(?<secret>acme_[a-z0-9]{20})'"), ("remediation", "Revoke it."),
        ]
        let known = Set(lines.map(\.0))
        var text = "rules:\n"
        var indent = "  - "
        func add(_ key: String, _ value: String) {
            text += "\(indent)\(key): \(value)\n"
            indent = "    "
        }
        for (key, value) in lines {
            switch changes[key] {
            case .some(.some(let other)): add(key, other)
            case .some(.none): break
            case .none: add(key, value)
            }
        }
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
            if let value { add(key, value) }
        }
        return text
    }

    static func read(_ text: String) throws(RuleError) -> [RuleFileReader.Entry] {
        try RuleFileReader.read(Array(text.utf8), file: "acme.yml")
    }

    @Test func ruleInOrder() throws {
        let entry = try #require(try RuleFileReaderTests.read(RuleFileReaderTests.file()).first)
        #expect(entry.place == "acme.yml:2:9")
        #expect(entry.rule.id == RuleID("acme.token"))
        #expect(entry.rule.literals.map(\.literal.text) == ["acme_"])
        #expect(entry.rule.isAnchored)
        #expect(entry.rule.groupName == "secret")
        #expect(entry.rule.matchesInBinary && entry.rule.matchesInComments)
        #expect(entry.rule.rejectsPlaceholders)
        #expect(entry.rule.specificity == 60)
        #expect(entry.rule.reach == .line)
    }

    @Test func standardsFollowTheKind() throws {
        let rule = try #require(
            try RuleFileReaderTests.read(
                RuleFileReaderTests.file([
                    "kind": "misuse", "pattern": "'(?<setting>verify=False)'",
                    "languages": "[python]",
                ])
            ).first?.rule)
        #expect(!rule.matchesInBinary && !rule.matchesInComments && !rule.rejectsPlaceholders)
        #expect(rule.pattern == "(?<setting>verify=False)")
    }

    @Test func everyKeyIsRead() throws {
        let rule = try #require(
            try RuleFileReaderTests.read(
                RuleFileReaderTests.file([
                    "tags": "[a, b]", "boundary": "none", "reach": "{lines: 4}", "entropy": "3.5",
                    "randomness": "0.5", "near": "{words: [Acme], lines: 2}",
                    "unless-near": "{words: [test]}",
                    "allow": "{values: ['^x'], stopwords: [Foo], lines: ['# no'], paths: ['*.md']}",
                    "placeholders": "false", "paths": "{include: ['*.env'], exclude: ['a/**']}",
                    "comments": "false", "binary": "true", "specificity": "77",
                    "severity-from":
                        "[{from: 2030-01-01, severity: critical}, {from: 2028-01-01, severity: low}]",
                ])
            ).first?.rule)
        #expect(rule.tags == ["a", "b"])
        #expect(rule.pattern == "(?<secret>acme_[a-z0-9]{20})")
        #expect(rule.reach == .lines(4))
        #expect(rule.entropyFloor == 3.5 && rule.randomnessFloor == 0.5)
        #expect(rule.near?.words == ["acme"] && rule.near?.lines == 2)
        #expect(rule.unlessNear?.words == ["test"] && rule.unlessNear?.lines == 3)
        #expect(rule.allow.stopwords == ["foo"])
        #expect(!rule.rejectsPlaceholders && !rule.matchesInComments && rule.matchesInBinary)
        #expect(rule.specificity == 77)
        #expect(rule.severityChanges.map(\.severity) == [.low, .critical])
        for (day, severity) in [
            ("2027-12-31", Severity.high), ("2028-01-01", .low), ("2029-12-31", .low),
            ("2030-01-01", .critical),
        ] {
            #expect(rule.severity(at: try #require(CalendarDate(iso8601: day))) == severity)
        }
    }

    @Test(
        arguments: [
            (["id": nil], "2:5", "`id` is required"),
            (["id": "Acme.token"], "2:9", "family.kebab-case"),
            (["id": "acme"], "2:9", "family.kebab-case"),
            (["id": "acme.token.more"], "2:9", "family.kebab-case"),
            (["id": "acme.-token"], "2:9", "family.kebab-case"),
            (["id": "acme."], "2:9", "family.kebab-case"),
            (["name": nil], "2:5", "`name` is required"),
            (["kind": "leak"], "4:11", "secret or misuse"),
            (["finds": "''"], "5:12", "`finds` is required"),
            (["severity": "severe"], "7:15", "info, low, medium, high or critical"),
            (["severity": nil], "2:5", "info, low, medium, high or critical"),
            (["confidence": "sure"], "8:17", "low, medium or high"),
            (["cwe": "[CWE-0]"], "9:10", "numbers"),
            (["cwe": "[many]"], "9:10", "numbers"),
            (["pattern": nil], "2:5", "`pattern` is required"),
            (["pattern": "'(?<secret>acme_%{other})'"], "10:14", "unknown macro"),
            (["assignment": "{keys: [acme], value: '[a-z]{20}'}"], "10:14", "not both"),
            (["pattern": nil, "assignment": "{value: '[a-z]{20}'}"], "11:17", "assignment.keys"),
            (["pattern": nil, "assignment": "{keys: [acme]}"], "11:17", "`value` is required"),
            (["pattern": nil, "assignment": "{keys: [acme], words: x}"], "11:32", "unknown key"),
            (["boundary": "word"], "12:15", "token or none"),
            (["reach": "far"], "12:12", "mapping"),
            (["reach": "{lines: 0}"], "12:20", "from 1 to 100"),
            (["reach": "{lines: 101}"], "12:20", "from 1 to 100"),
            (["reach": "{bytes: 0}"], "12:20", "from 1 to"),
            (["reach": "{}"], "12:12", "line, {lines: N} or {bytes: N}"),
            (["entropy": "9"], "12:14", "from 0.0 to 8.0"),
            (["entropy": "nan"], "12:14", "from 0.0 to 8.0"),
            (["randomness": "1.1"], "12:17", "from 0.0 to 1.0"),
            (["near": "{lines: 3}"], "12:11", "words"),
            (["near": "{words: [a], lines: 101}"], "12:31", "from 0 to 100"),
            (["unless-near": "[a]"], "12:18", "a mapping was expected"),
            (["allow": "{values: ['(']}"], "12:21", "allow.values"),
            (["allow": "{lines: ['[']}"], "12:20", "allow.lines"),
            (["allow": "{paths: ['{a']}"], "12:20", ""),
            (["allow": "{value: [a]}"], "12:13", "unknown key"),
            (["placeholders": "maybe"], "12:19", "true or false"),
            (["paths": "{include: ['{a']}"], "12:22", ""),
            (["languages": "[cobol]"], "12:16", "unknown language"),
            (["comments": "1"], "12:15", "true or false"),
            (["binary": "on"], "12:13", "true or false"),
            (["specificity": "101"], "12:18", "from 0 to 100"),
            (["severity-from": "2030"], "12:20", "a list"),
            (["severity-from": "[{from: 2030-13-01, severity: low}]"], "12:28", "YYYY-MM-DD"),
            (["severity-from": "[{from: 2030-12-01}]"], "12:21", "info, low"),
            (["examples": "one"], "12:15", "must be a list"),
            (["examples": "[{path: a}]"], "12:16", "`text` is required"),
            (["colour": "red"], "12:5", "unknown key"),
        ] as [([String: String?], String, String)])
    func fault(changes: [String: String?], place: String, words: String) {
        do throws(RuleError) {
            _ = try RuleFileReaderTests.read(RuleFileReaderTests.file(changes))
            Issue.record("nothing was wrong")
        } catch {
            #expect(error.message.hasPrefix("acme.yml:\(place): "), "\(error)")
            #expect(words.isEmpty || error.message.contains(words), "\(error)")
        }
    }

    @Test(arguments: [
        ("(?<secret>acme_[a-z", RuleError.Code.noLiteral),
        ("acme_[a-z]{20}", .invalidPattern),
        ("(?<setting>acme_[a-z]{20})", .invalidPattern),
        ("(?<secret>acme_)(?<other>[a-z]{20})", .invalidPattern),
        ("(?<secret>[a-z0-9]{20})", .noLiteral),
        ("(?<secret>ab[0-9]{20})", .noLiteral),
        (
            "(?<secret>acme_[a-z]{20})(?=(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a))",
            .invalidPattern
        ),
    ])
    func patternFault(pattern: String, code: RuleError.Code) {
        do throws(RuleError) {
            _ = try RuleFileReaderTests.read(RuleFileReaderTests.file(["pattern": "'\(pattern)'"]))
            Issue.record("nothing was wrong")
        } catch {
            #expect(error.code == code, "\(error)")
            #expect(error.message.hasPrefix("acme.yml:10:14: "), "\(error)")
        }
    }

    @Test func literalsThatAMatchNeedNotHoldAreRefused() throws {
        #expect(throws: RuleError(.noLiteral, "")) {
            try RuleFileReaderTests.read(RuleFileReaderTests.file(["literals": "[other]"]))
        }
        let entries = try RuleFileReaderTests.read(RuleFileReaderTests.file(["literals": "[cme]"]))
        #expect(entries.first?.rule.literals.map(\.literal.text) == ["cme"])
    }

    @Test(arguments: [
        ("rules: 1", "1:8"), ("- a", "1:1"), ("rule: []", "1:1"), ("", "1:1"),
        ("rules: [a]", "1:9"),
        ("rules: [", ""), ("rules: []\nrules: []", "2:1"),
    ])
    func fileFault(text: String, place: String) {
        do throws(RuleError) {
            _ = try RuleFileReaderTests.read(text)
            Issue.record("nothing was wrong")
        } catch {
            #expect(error.code == .invalidFile)
            #expect(error.message.hasPrefix("acme.yml:\(place)"), "\(error)")
        }
    }

    @Test func allFaultsOfAFileAreToldAtOnce() {
        let text =
            RuleFileReaderTests.file(["severity": "severe"])
            + RuleFileReaderTests.file(["id": "acme.other", "kind": "leak"])
            .dropFirst("rules:\n".count)
        do throws(RuleError) {
            _ = try RuleFileReaderTests.read(text)
            Issue.record("nothing was wrong")
        } catch {
            #expect(error.message.contains("acme.yml:7:15: "), "\(error)")
            #expect(error.message.contains("acme.yml:14:11: "), "\(error)")
        }
    }

    @Test func idsAreTakenOnce() throws {
        let entries = try RuleFileReaderTests.read(RuleFileReaderTests.file())
        #expect(throws: RuleError(.duplicateID, "")) { try RuleSet(entries + entries) }
        #expect(throws: RuleError(.duplicateID, "")) { try RuleSet(entries).adding(entries) }
    }

    @Test func rulesAnswerToTheirNames() throws {
        let rule = try #require(
            try RuleFileReaderTests.read(RuleFileReaderTests.file(["tags": "[cloud]"])).first?.rule)
        for name in ["acme.token", "acme", "acme.*", "secret", "cloud"] {
            #expect(rule.answers(to: name))
        }
        for name in ["", "acm", "token", "misuse", "acme.tok", "*"] {
            #expect(!rule.answers(to: name))
        }
    }
}
