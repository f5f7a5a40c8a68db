import ScanModel
import Testing

@testable import Detection

/// What looks like keys, certificates, tokens and assignments, and is cut off, nested or endless.
@Suite struct HostileProofTests {
    private static let rule = RuleScan.rule("acme.password", "(?<secret>acme_[a-z0-9]{4,60})")

    private func scan(_ text: String) throws -> BlobScanResult {
        try RuleScan([Self.rule], text).result
    }

    @Test(arguments: [
        "-----BEGIN CERTIFICATE", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nMII=\n-----END ", "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----",
        "AAAAB3NzaC1yc2E", "ssh-rsa AAAAB3NzaC1yc2EAAAA//////////8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAC3NzaC1lZDI1NTE5AAAA", "LS0tLS1CRUdJTiBDRVJUSUZJQ0FUR", "\"kty\"", "{\"kty\"",
        "{\"kty\":\"RSA\"}", "{\"kty\":\"RSA\",\"n\":\"AAAA\"}", "}\"kty\"{", "0\u{10}",
    ])
    func fragmentsAreNoTraces(_ text: String) throws {
        #expect(try scan(text).keyTraces.isEmpty)
        #expect(try scan(text + "\nacme_1234 " + text).findings.count == 1)
    }

    @Test func traceCountIsBounded() throws {
        let text = String(repeating: "-----BEGIN CERTIFICATE\n", count: 20_000)
        #expect(try scan(text).keyTraces.isEmpty)
        let open = String(repeating: "{\"kty\":", count: 20_000)
        #expect(try scan(open).keyTraces.isEmpty)
    }

    @Test func companionsOfHostileLinesAreBounded() throws {
        let long = String(repeating: "user=", count: 20_000)
        #expect(try scan(long + "acme_1234" + long).findings.first?.relations.count ?? 0 <= 4)
        for text in [
            "user=", "user==acme_1234", "user:", "=acme_1234", "user=\"", "user='acme_1234",
        ] {
            _ = try scan("acme_1234 " + text)
        }
        let around = try scan("user = bob\npassword = acme_1234\nhost: \"db\"")
        #expect(around.findings.first?.relations.map(\.region.startLine) == [1, 3])
        // References and other prefixes are no companions.
        let others = try scan("db_user = ${USER}\nmail_user = bob\ndb_password = acme_1234")
        #expect(others.findings.first?.relations.isEmpty == true)
    }

    @Test func tokensAreReadWithoutTrap() throws {
        for text in [
            "eyJ..", "eyJhbGciOiJIUzI1NiJ9..", "eyJhbGciOiJIUzI1NiJ9.e30.", "e.e.e", "eyJ.eyJ.eyJ",
            "ewo.ewo.ewo", "eyA", "", ".", "..", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA.AAAA",
        ] {
            Array(text.utf8).withUnsafeBytes {
                _ = TokenProof($0, date: CalendarDate(secondsSince1970: 0))
            }
        }
    }

    @Test func materialDoesNotPrintItself() throws {
        let found = try #require(try scan("acme_12345678").findings.first)
        let material = try #require(found.material)
        #expect(!"\(material) \(String(reflecting: material))".contains("acme_"))
        var text = ""
        dump(material, to: &text)
        #expect(!text.contains("97"))
    }
}
