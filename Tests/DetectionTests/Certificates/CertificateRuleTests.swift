import Rules
import ScanModel
import Testing

@testable import Detection

/// What rules about certificates say of texts, beyond the examples in their file.
@Suite struct CertificateRuleTests {
    private static let today = "2026-11-22"

    /// A rule for each check.
    private static let rules = CertificateCheck.allCases.map { check in
        """
          - id: certificate.\(check.rawValue)
            name: n
            kind: misuse
            finds: f
            why: w
            severity: low
            confidence: high
            cwe: [295]
            remediation: r
            certificate: \(check.rawValue)

        """
    }

    private func text(_ template: String, seed: UInt64 = 3) throws -> [UInt8] {
        let date = try #require(CalendarDate(iso8601: Self.today))
        return try ExamplePlaceholders(date: date, checksum: { _, _ in nil })
            .expand(template, seed: seed).bytes
    }

    private func scan(
        _ template: String, path: String = "a.pem", date: String = today, misuse: Bool = true
    ) throws -> [(id: String, finding: BlobFinding)] {
        let detector = try RuleScan.detector(Self.rules, date: date)
        let bytes = try text(template)
        let result = try bytes.withUnsafeBytes {
            try detector.makeScanner().scan(
                $0, context: BlobContext(paths: [path], includesMisuse: misuse))
        }
        #expect(result.problems.isEmpty)
        return result.findings.map { (detector.ruleSet.rules[$0.rule].id.rawValue, $0) }
    }

    private func checks(_ template: String, path: String = "a.pem") throws -> [String] {
        try scan(template, path: path).map { String($0.id.dropFirst("certificate.".count)) }
            .sorted()
    }

    private func pem(_ options: String) -> String {
        "-----BEGIN CERTIFICATE-----\n⟦certificate:\(options)⟧\n-----END CERTIFICATE-----\n"
    }

    @Test(arguments: [
        ("", [String]()),
        (
            "key=rsa1024,signature=sha1,from=-900d,until=-1d",
            ["expired", "long-validity", "short-rsa", "weak-signature"]
        ),
        ("issuer=self", ["self-signed"]),
        ("issuer=self,ca=true,cn=Acme Root,signature=sha1,from=-900d,until=+900d", ["self-signed"]),
        (
            "issuer=self,ca=true,san=acme.invalid,signature=sha1",
            ["leaf-authority", "self-signed", "weak-signature"]
        ),
        ("until=+30d", ["expiring"]), ("until=+31d", []), ("from=+1d", ["not-yet-valid"]),
        ("from=+0d", []), ("until=+0d", ["expiring"]), ("until=-1d", ["expired"]),
        ("from=2026-03-14,until=2027-04-16", []),
        ("from=2026-03-14,until=2027-04-17", ["long-validity"]),
        ("from=2026-03-15,until=2027-04-16", ["long-validity"]),
        ("san=*.acme.invalid,key=sect233k1,exponent=3", ["weak-curve", "wildcard"]),
    ])
    func certificatesAreJudged(_ options: String, _ expected: [String]) throws {
        #expect(try checks(pem(options)) == expected)
    }

    /// The same certificate in every form gives the same, once.
    @Test(arguments: [
        "-----BEGIN CERTIFICATE-----\n⟦certificate:until=-1d⟧\n-----END CERTIFICATE-----",
        "x: |\n    -----BEGIN TRUSTED CERTIFICATE-----\n    ⟦certificate:until=-1d⟧\n    -----END TRUSTED CERTIFICATE-----",
        "{\"c\": \"-----BEGIN CERTIFICATE-----\\n⟦certificate:until=-1d,form=line⟧\\n-----END CERTIFICATE-----\\n\"}",
        "<X509Certificate>\n⟦certificate:until=-1d⟧\n</X509Certificate>",
        "{\"keys\": [{\"x5c\": [\"⟦certificate:until=-1d,form=line⟧\"]}]}",
        "certificate: ⟦certificate:until=-1d,form=line,key=rsa2048⟧ # and more",
        "idp_cert=⟦certificate:until=-1d,form=line⟧", "⟦certificate:until=-1d,form=der⟧",
        "⟦certificate:until=-1d,form=der,key=rsa4096⟧",
    ])
    func everyFormIsRead(_ template: String) throws {
        #expect(try checks(template) == ["expired"])
    }

    @Test func severityOfExpiryGrowsAndItsFingerprintStays() throws {
        let template = pem("until=2027-02-01,from=2026-11-01")
        var prints: Set<Fingerprint> = []
        for (date, severity) in [
            ("2027-01-02", Severity.low), ("2027-01-17", .low), ("2027-01-18", .medium),
            ("2027-01-25", .high), ("2027-01-31", .critical), ("2027-02-01", .critical),
        ] {
            let found = try #require(try scan(template, date: date).first)
            #expect(found.id == "certificate.expiring" && found.finding.severity == severity)
            prints.insert(found.finding.fingerprint)
        }
        #expect(prints.count == 1)
        #expect(try scan(template, date: "2027-01-01").isEmpty)
        #expect(try scan(template, date: "2027-02-02").map(\.id) == ["certificate.expired"])
    }

    @Test func everyCertificateHasFingerprintsOfItsOwn() throws {
        let found = try scan(pem("until=-1d") + pem("until=-1d"))
        #expect(found.count == 2)
        #expect(Set(found.map(\.finding.fingerprint)).count == 2)
        #expect(found.map(\.finding.region.startLine) == [1, found[1].finding.region.startLine])
    }

    @Test func listsOfAuthoritiesAreNotJudged() throws {
        let one = pem("ca=true,cn=Acme Root,issuer=self,until=-1d")
        #expect(try checks(String(repeating: one, count: 20)).count == 40)
        #expect(try checks(String(repeating: one, count: 21)).isEmpty)
        #expect(try checks(one, path: "etc/ca-certificates.crt").isEmpty)
        #expect(try checks(one, path: "python/certifi/cacert.pem").isEmpty)
        // Nothing hides among them.
        let own = pem("until=-1d")
        #expect(try checks(String(repeating: one, count: 21) + own).contains("expired"))
        #expect(try checks(own, path: "etc/ca-certificates.crt").contains("expired"))
    }

    @Test func historyAndTestsAreSpared() throws {
        #expect(try scan(pem("until=-1d"), misuse: false).isEmpty)
        let found = try scan(pem("key=rsa1024"), path: "tests/data/a.pem")
        #expect(found.map(\.finding.severity) == [.info])
    }

    @Test func whatIsNoCertificateIsPassedOver() throws {
        for template in [
            "-----BEGIN CERTIFICATE-----\n⟦b64lines:8⟧\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\nMIID...\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\n" + pem("until=+100d"),
            "x = \"MIIDdzCCAl+gAwIBAgI\"", "gAwIBAgI", "ADAgECA", "oAMCAQIC", "MIgAwIBAgI",
            String(repeating: "MIIDdzCCAl+gAwIBAgI ", count: 5000).prefix(60_000) + "",
        ] {
            #expect(try checks(template).isEmpty)
        }
    }

    @Test func namesInEvidenceArePlain() throws {
        let found = try scan(pem("until=-1d,cn=shop.acme.invalid"))
        let statement = try #require(found.first?.finding.evidence.first?.statement)
        #expect(statement.contains("CN=shop.acme.invalid") && statement.contains("2026-11-21"))
        let long = String(repeating: "k7", count: 15)
        let hidden = try scan(pem("until=-1d,cn=\(long),san=a.invalid"))
        #expect(hidden.count == 1)
        #expect(hidden.first?.finding.evidence.contains { $0.statement.contains(long) } == false)
    }

    @Test func tooManyAreTold() throws {
        let detector = try RuleScan.detector(Self.rules)
        let text = String(repeating: "AAAAB3NzaC1kc3M ", count: KeyTraceReader.maxCount + 1)
        let result = try Array(text.utf8).withUnsafeBytes {
            try detector.makeScanner().scan(
                $0, context: BlobContext(paths: ["a"], includesMisuse: true))
        }
        #expect(result.problems.map(\.code) == ["detection.certificate-limit"])
    }
}
