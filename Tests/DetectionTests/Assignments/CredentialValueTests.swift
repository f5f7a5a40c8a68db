import Rules
import Testing

@testable import Detection

/// What values are by themselves.
@Suite struct CredentialValueTests {
    private func make(_ template: String, isPassword: Bool = false) throws -> CredentialValue.Make?
    {
        let text = try ExamplePlaceholders(checksum: { _, _ in nil }).expand(template, seed: 7)
        return text.bytes.withUnsafeBytes { CredentialValue($0, isPassword: isPassword)?.make }
    }

    @Test(arguments: [
        "⟦b62:16⟧", "⟦b62:40⟧", "⟦hex:32⟧", "⟦b64:43⟧=", "⟦uuid⟧", "sk-⟦b62:24⟧", "⟦b64u:512⟧",
    ])
    func random(template: String) throws { #expect(try make(template) == .random) }

    @Test(arguments: ["Summer2024!", "P@ssw0rd2024", "Berlin-1989"])
    func mixed(text: String) throws {
        #expect(try make(text, isPassword: true) == .mixed)
        #expect(try make(text) == nil)
    }

    @Test(arguments: ["postgres", "hunter2", "tiger", "petclinic7", "cG9zdGdyZXM="])
    func words(text: String) throws { #expect(try make(text, isPassword: true) == .word) }

    @Test(arguments: [
        "", "abc", "changeme", "password", "${DB_PASSWORD}", "{{ password }}", "%s", "<password>",
        "$PASSWORD", "process.env.PASSWORD", "os.environ['X']", "!vault", "arn:aws:x:y:z",
        "xxxxxxxx", "********", "/run/secrets/db", "C:\\keys\\a.key", "https://prod.io/x",
        "$2b$12$⟦b62:53⟧", "{SSHA}⟦b64:32⟧", "ENC(⟦b64:32⟧)", "sha512-⟦b64:86⟧==", "Y2hhbmdlbWU=",
        "your_password", "my-secret-token", "example123", "__PASSWORD__", "@password", "[a-z0-9]+",
        "^[A-Z]{8}$", "AAAAB3NzaC1yc2E⟦b64:60⟧", "pk_live_⟦b62:24⟧", "0x⟦hex:40⟧", "*⟦HEX:40⟧",
        "md5⟦hex:32⟧", "1234567890", "qwertyuiop", "getPassword()", "true", "null", "string",
    ])
    func noValue(template: String) throws {
        #expect(try make(template, isPassword: true) == nil)
        #expect(try make(template) == nil)
    }

    @Test(arguments: [
        "⟦b62:15⟧", "⟦b64u:513⟧", "⟦dig:24⟧", "navigation.settings.title2", "getUserAccountName",
        "2024-01-02T00:00:00Z", "release-postgresql-credentials-2", "web-tls-certificate-2024",
    ])
    func noToken(template: String) throws { #expect(try make(template) == nil) }

    @Test func decodesText() throws {
        let decoded = Array("Y2hhbmdlbWU=".utf8).withUnsafeBytes {
            CredentialPlaceholder.decodedText($0)
        }
        #expect(decoded.map { String(decoding: $0, as: UTF8.self) } == "changeme")
        for text in ["Y2hhbmdlbWU", "Y2hh====", "Y2hhbmd=bWU=", "/////w=="] {
            let none = Array(text.utf8).withUnsafeBytes { CredentialPlaceholder.decodedText($0) }
            #expect(none == nil, "\(text)")
        }
    }
}
