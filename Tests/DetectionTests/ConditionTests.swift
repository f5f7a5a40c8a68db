import Rules
import ScanModel
import Testing

@testable import Detection

/// The conditions of a rule, each just inside and just outside.
@Suite struct ConditionTests {
    private let token = RuleScan.rule("acme.token", "(?<secret>acme_[a-z0-9]{8})")

    @Test func tokensEndAtWordCharacters() throws {
        for text in [
            "acme_k3j9x2m7", "\"acme_k3j9x2m7\"", "x=acme_k3j9x2m7;", "\\nacme_k3j9x2m7",
            "%22acme_k3j9x2m7", "-acme_k3j9x2m7-",
        ] {
            #expect(try RuleScan([token], text).found == ["acme.token=acme_k3j9x2m7"], "\(text)")
        }
        for text in [
            "xacme_k3j9x2m7", "_acme_k3j9x2m7", "9acme_k3j9x2m7", "acme_k3j9x2m7x",
            "acme_k3j9x2m7_", "acme_k3j9x2m", "ACME_k3j9x2m7",
        ] {
            #expect(try RuleScan([token], text).found == [], "\(text)")
        }
    }

    @Test func lineReachEndsWithTheLine() throws {
        let rule = RuleScan.rule(
            "acme.pair", "acme_(?<secret>[a-z]{4})[^!]{0,9}!", "boundary: none")
        #expect(try RuleScan([rule], "acme_kjxq 12!").found.count == 1)
        #expect(try RuleScan([rule], "acme_kjxq\n12!").found.isEmpty)
        #expect(try RuleScan([rule], "acme_kjxq\r\n!").found.isEmpty)
    }

    @Test func linesReachCountsLines() throws {
        let rule = RuleScan.rule(
            "acme.pair", "acme_(?<secret>[a-z]{4})[^!]{0,9}!", "boundary: none", "reach: {lines: 3}"
        )
        #expect(try RuleScan([rule], "acme_kjxq\n\n!").found.count == 1)
        #expect(try RuleScan([rule], "acme_kjxq\n\n\n!").found.isEmpty)
    }

    @Test func bytesReachCountsFromTheHit() throws {
        for (count, isFound) in [(9, false), (10, true)] {
            let rule = RuleScan.rule(
                "acme.pair", "acme_(?<secret>[a-z]{4})!", "boundary: none",
                "reach: {bytes: \(count)}"
            )
            #expect(try RuleScan([rule], "acme_kjxq!").found.isEmpty != isFound)
        }
    }

    @Test func nearbyWordsStandWithinTheirLines() throws {
        let rule = RuleScan.rule(
            "acme.token", "(?<secret>acme_[a-z0-9]{8})", "near: {words: [Bakery], lines: 2}")
        let value = "acme_k3j9x2m7"
        for text in [
            "bakery \(value)", "BAKERY\n\n\(value)", "\(value)\n\nthe bakery",
            "xbakeryx\(" ")\(value)",
        ] {
            #expect(try RuleScan([rule], text).found.count == 1, "\(text)")
        }
        for text in [value, "bakery\n\n\n\(value)", "\(value)\n\n\nbakery", "baker y \(value)"] {
            #expect(try RuleScan([rule], text).found.isEmpty, "\(text)")
        }
    }

    @Test func unwantedWordsStandNowhereNear() throws {
        let rule = RuleScan.rule(
            "acme.token", "(?<secret>acme_[a-z0-9]{8})", "unless-near: {words: [sandbox], lines: 0}"
        )
        #expect(try RuleScan([rule], "Sandbox acme_k3j9x2m7").found.isEmpty)
        #expect(try RuleScan([rule], "sandbox\nacme_k3j9x2m7").found.count == 1)
    }

    @Test func entropyHasAFloor() throws {
        func found(_ value: String, _ floor: String) throws -> Bool {
            let rule = RuleScan.rule(
                "acme.token", "acme_(?<secret>[a-z]{8})", "boundary: none", "entropy: \(floor)")
            return try !RuleScan([rule], "acme_\(value)").found.isEmpty
        }
        // Eight different letters have three bits each, four pairs have two.
        #expect(try found("abqdxfgz", "3"))
        #expect(try !found("abqdxfgz", "3.01"))
        #expect(try found("aqxzaqxz", "2"))
        #expect(try !found("aqxzaqxz", "2.01"))
    }

    @Test func randomnessTellsNamesFromKeys() throws {
        let rule = RuleScan.rule(
            "acme.token", "acme=(?<secret>[A-Za-z0-9]{16,24})", "boundary: none", "randomness: 0.5")
        #expect(try RuleScan([rule], "acme=kJ8x2QzR7vWb4TnY").found.count == 1)
        #expect(try RuleScan([rule], "acme=getUserAccountName").found.isEmpty)
    }

    @Test(arguments: [
        "example-k3j9x2", "changeme-now1", "<your-secret1>", "${SECRET_NAME}", "{{ secret.key }}",
        "$(cat secret)", "#{secret.key}", "%SECRETNAME%", "xxxxxxxxxxxx", "************",
        "aaaaaaab",
        "your_password", "k3j9placeholder", "abcdefgh1234", "1234567890ab", "PLACEHOLDER1",
        "fake-k3j9x2m7q", "{%secret%}k3",
    ])
    func placeholderIsNoSecret(value: String) throws {
        let rule = RuleScan.rule("acme.password", "acme=\"(?<secret>[^\"]+)\"", "boundary: none")
        #expect(try RuleScan([rule], "acme=\"\(value)\"").found.isEmpty)
        let all = RuleScan.rule(
            "acme.password", "acme=\"(?<secret>[^\"]+)\"", "boundary: none", "placeholders: false")
        #expect(try RuleScan([all], "acme=\"\(value)\"").found.count == 1)
    }

    @Test(arguments: ["k3j9x2m7q4z8", "Tr0ub4dor&3!", "zq$9fjw2", "hunter2hunter", "a1b2<c3>d4"])
    func secretIsNoPlaceholder(value: String) throws {
        let rule = RuleScan.rule("acme.password", "acme=\"(?<secret>[^\"]+)\"", "boundary: none")
        #expect(try RuleScan([rule], "acme=\"\(value)\"").found.count == 1)
    }

    @Test func allowListsDrop() throws {
        func found(_ allow: String, _ text: String, path: String = "src/a.txt") throws -> Bool {
            let rule = RuleScan.rule(
                "acme.token", "(?<secret>acme_[a-z0-9]{8})", "allow: {\(allow)}")
            return try !RuleScan([rule], text, path: path).found.isEmpty
        }
        let value = "acme_k3j9x2m7"
        #expect(try found("values: ['^acme_k4']", value))
        #expect(try !found("values: ['^ACME_k3']", value))
        #expect(try found("stopwords: [j8x2]", value))
        #expect(try !found("stopwords: [J9X2]", value))
        #expect(try !found("lines: ['integrity']", "Integrity: \(value)"))
        #expect(try found("lines: ['integrity']", "integrity:\n\(value)"))
        #expect(try !found("paths: ['*.txt']", value))
        #expect(try found("paths: ['docs/**']", value))
    }

    @Test func pathsAndLanguagesRestrict() throws {
        let rule = RuleScan.rule(
            "acme.off", "(?<setting>acme_off)", "languages: [python]",
            "paths: {exclude: ['old/**']}")
        #expect(try RuleScan([rule], "acme_off", path: "a.py").found.count == 1)
        #expect(try RuleScan([rule], "acme_off", path: "a.rb").found.isEmpty)
        #expect(try RuleScan([rule], "acme_off", path: "old/a.py").found.isEmpty)
        #expect(
            try RuleScan([rule], "#!/usr/bin/env python3\nacme_off", path: "run").found.count == 1)
        #expect(try RuleScan([rule], "acme_off", path: "a.py", misuse: false).found.isEmpty)
    }

    @Test func commentsHideMisuseAndNoSecret() throws {
        let off = RuleScan.rule("acme.off", "(?<setting>acme_off)", "languages: [python]")
        let text = "x = 1  # acme_off acme_k3j9x2m7\nacme_off\ny = '#' + acme_off\n"
        let scan = try RuleScan([off, token], text, path: "a.py")
        #expect(scan.regions == ["1:19-1:32", "2:1-2:9", "3:11-3:19"])
        let both = RuleScan.rule(
            "acme.off", "(?<setting>acme_off)", "languages: [python]", "comments: true")
        #expect(try RuleScan([both], text, path: "a.py").found.count == 3)
    }

    @Test func severityChangesAtItsDate() throws {
        let rule = RuleScan.rule(
            "acme.off", "(?<setting>acme_off)",
            "severity-from: [{from: 2030-01-01, severity: critical}]")
        for (date, severity) in [("2029-12-31", Severity.high), ("2030-01-01", .critical)] {
            let scanner = try RuleScan.detector([rule], date: date).makeScanner()
            let result = Array("acme_off".utf8).withUnsafeBytes {
                scanner.scan($0, context: BlobContext(paths: ["a.txt"], includesMisuse: true))
            }
            #expect(result.findings.map(\.severity) == [severity])
        }
    }

    @Test func misuseOfTestsAndOfOthersDoesNotBlock() throws {
        let rule = RuleScan.rule("acme.off", "(?<setting>acme_off)")
        for path in [
            "tests/a.py", "a/vendor/b.go", "parser_test.go", "a.spec.ts", "x/FooTests.swift",
        ] {
            let finding = try #require(
                try RuleScan([rule], "acme_off", path: path).result.findings.first)
            #expect(finding.severity == .info && finding.confidence == .low, "\(path)")
        }
        for path in ["src/a.py", "latest/a.go", "contest.py", "testing.go", "vendor.py"] {
            let finding = try #require(
                try RuleScan([rule], "acme_off", path: path).result.findings.first)
            #expect(finding.severity == .high && finding.confidence == .high, "\(path)")
        }
        let secret = try #require(
            try RuleScan([token], "acme_k3j9x2m7", path: "tests/a.py").result.findings.first)
        #expect(secret.severity == .high)
    }
}
