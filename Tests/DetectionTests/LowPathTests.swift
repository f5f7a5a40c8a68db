import Patterns
import Rules
import ScanModel
import Testing

@testable import Detection

/// `paths.low`: a hit there is reported and counts little.
@Suite struct LowPathTests {
    private func findings(at paths: [String]) throws -> [BlobFinding] {
        var rule = Rule(
            id: RuleID("sample.token"), kind: .secret, severity: .critical, confidence: .high,
            pattern: "(?<secret>smpl_[a-z]{12})", groupName: "secret")
        rule.literals = [RequiredLiteral(literal: Literal("smpl_", isCaseless: false), offset: 0)]
        rule.lowPaths = ["**/tests/**", "*_test.go"]
        let entry = RuleFileReader.Entry(
            rule: rule, documentation: RuleDocumentation(), place: "sample.yml:1:1")
        let detector = try Detector(
            ruleSet: try RuleSet([entry]), storedDatabase: nil, key: .builtIn,
            date: try #require(CalendarDate(iso8601: "2026-11-21")), limits: ScanLimits())
        let text = Array(("a = smpl_" + "kqzjvxwpmbty\n").utf8)
        return try text.withUnsafeBytes { bytes in
            try detector.makeScanner().scan(
                bytes, context: BlobContext(paths: paths, includesMisuse: true)
            ).findings
        }
    }

    @Test(arguments: [["src/tests/a.py"], ["tests/a.py"], ["pkg/a_test.go", "b/tests/a.go"]])
    func countsLittleWhereEveryPathIsLow(paths: [String]) throws {
        let found = try findings(at: paths)
        #expect(found.map(\.severity) == [.low])
        #expect(found.map(\.confidence) == [.low])
    }

    @Test(arguments: [["src/a.py"], ["src/a.py", "tests/a.py"], []])
    func countsInFullElsewhere(paths: [String]) throws {
        let found = try findings(at: paths)
        #expect(found.map(\.severity) == [.critical])
        #expect(found.map(\.confidence) == [.high])
    }
}
