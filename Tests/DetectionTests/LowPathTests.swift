import Rules
import ScanModel
import Testing

@testable import Detection

/// `paths.low`: a hit there is reported and counts little.
@Suite struct LowPathTests {
    private func findings(at paths: [String]) throws -> [BlobFinding] {
        let yaml = """
            rules:
              - id: sample.token
                name: Sample
                kind: secret
                finds: A sample.
                why: It is one.
                severity: critical
                confidence: high
                pattern: '(?<secret>smpl_[a-z]{12})'
                paths: {low: ['**/tests/**', '*_test.go']}
                remediation: None.
            """
        let entries = try RuleFileReader.read(Array(yaml.utf8), file: "sample.yml")
        let detector = try Detector(
            ruleSet: try RuleSet(entries), storedDatabase: nil, key: FingerprintKey.builtIn,
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
