import CryptoPolicy
import Rules
import ScanModel
import Testing

@testable import Detection

/// Certificates and keys, wherever they stand.
@Suite struct KeyInventoryTests {
    private func scan(_ template: String, path: String = "a.pem") throws -> InventoryScan {
        let text = try ExamplePlaceholders(checksum: ValidatorRegistry.checksum)
            .expand(template, seed: 7)
        return try InventoryScan(text.bytes, path: path)
    }

    @Test func certificatesTellTheirParts() throws {
        let found = try scan(
            """
            -----BEGIN CERTIFICATE-----
            ⟦certificate:key=rsa1024,signature=sha1,cn=shop.acme.invalid⟧
            -----END CERTIFICATE-----
            """)
        #expect(
            found.names == [
                "certificate X.509 certificate", "signature RSASSA-PKCS1-v1_5-SHA-1",
                "public-key RSA-1024",
            ])
        let certificate = try #require(found.result.assets.compactMap(\.item.certificate).first)
        #expect(certificate.subject?.text == "shop.acme.invalid")
        #expect(certificate.key == "RSA-1024")
        #expect(certificate.signature == "RSASSA-PKCS1-v1_5-SHA-1")
        #expect(certificate.identity.count == 32)
        let entries = found.result.assets.filter { $0.item.kind == .certificate }
            .flatMap(\.item.policyEntries)
        #expect(entries == ["cert-sha1", "key-rsa-1024"])
    }

    @Test(arguments: [
        (
            "-----BEGIN PUBLIC KEY-----\n⟦public-key:rsa2048⟧\n-----END PUBLIC KEY-----",
            "public-key RSA-2048"
        ),
        (
            "-----BEGIN PRIVATE KEY-----\n⟦private-key:rsa1024⟧\n-----END PRIVATE KEY-----",
            "private-key RSA-1024"
        ),
        ("ssh-dss ⟦ssh-key:dsa1024⟧ a", "public-key DSA-1024"),
        (
            "-----BEGIN DH PARAMETERS-----\n⟦dh-parameters:1024⟧\n-----END DH PARAMETERS-----",
            "key DH-1024"
        ),
    ])
    func keysAreListed(_ template: String, _ expected: String) throws {
        #expect(try scan(template).names == [expected])
    }

    /// Names that could hold a secret are not shown.
    @Test func longNamesAreNotShown() throws {
        let found = try scan(
            """
            -----BEGIN CERTIFICATE-----
            ⟦certificate:key=p256,cn=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa⟧
            -----END CERTIFICATE-----
            """)
        let certificate = try #require(found.result.assets.compactMap(\.item.certificate).first)
        #expect(certificate.subject == nil)
    }

    @Test func commentsHoldNoKeys() throws {
        let found = try scan(
            "/* -----BEGIN PUBLIC KEY-----\n⟦public-key:rsa2048⟧\n-----END PUBLIC KEY----- */",
            path: "a.c")
        #expect(found.names.isEmpty)
    }
}
