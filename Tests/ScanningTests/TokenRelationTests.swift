import Foundation
import ScanModel
import Scanning
import TestSupport
import Testing

/// Signed tokens are held against the secrets of the scan.
@Suite(.enabled(if: KeyTool.has("openssl"))) struct TokenRelationTests {
    private static let secret = MadeSecret(seed: 71, count: 40).value

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// A token that OpenSSL signs.
    private static func token(
        _ claims: String, secret: String, hash: String = "sha256", algorithm: String = "HS256"
    ) throws -> String {
        let input =
            base64(Array(#"{"alg":"\#(algorithm)","typ":"JWT"}"#.utf8)) + "."
            + base64(Array(claims.utf8))
        let mac = try KeyTool.withFolder { folder in
            try Data(input.utf8).write(to: folder.appendingPathComponent("in"))
            let hex = secret.utf8.map {
                String($0, radix: 16).count == 1
                    ? "0" + String($0, radix: 16) : String($0, radix: 16)
            }.joined()
            return try KeyTool.run(
                "openssl",
                ["dgst", "-\(hash)", "-mac", "HMAC", "-macopt", "hexkey:\(hex)", "-binary", "in"],
                in: folder)
        }
        return input + "." + base64(mac)
    }

    @Test(arguments: [("sha256", "HS256"), ("sha384", "HS384"), ("sha512", "HS512")])
    func tokenAndSecretProveEachOther(_ hash: String, _ algorithm: String) async throws {
        let scene = try ProofScene()
        try scene.write(
            "a/token.txt",
            "t "
                + (try Self.token(
                    #"{"iss":"https://issuer.invalid","aud":"api","sub":"x1"}"#,
                    secret: Self.secret,
                    hash: hash, algorithm: algorithm)))
        try scene.write("b/app.env", "JWT_SECRET=" + Self.secret)
        let report = try await scene.scan()
        let token = try #require(report.findings(of: "jwt.signed-token").first)
        let secret = try #require(report.findings.first { $0.fileName == "app.env" })
        #expect(token.standing == .proven && secret.standing == .proven)
        #expect(token.related.map(\.kind) == [.signature])
        #expect(token.statements.contains("b/app.env:1"))
        #expect(secret.statements.contains("a/token.txt:1"))
        #expect(
            token.statements.contains(
                "algorithm \(algorithm), issuer https://issuer.invalid, audience api"))
    }

    @Test func expiryLowersTheSeverity() async throws {
        let scene = try ProofScene()
        try scene.write(
            "old", "t " + (try Self.token(#"{"sub":"y1","exp":1700000000}"#, secret: "q9")))
        try scene.write(
            "new", "t " + (try Self.token(#"{"sub":"y2","exp":4000000000}"#, secret: "q9")))
        let report = try await scene.scan()
        let old = try #require(report.findings.first { $0.fileName == "old" })
        let new = try #require(report.findings.first { $0.fileName == "new" })
        #expect(old.severity == .low && new.severity == .medium)
        #expect(old.statements.contains("It had expired on the date of the scan, 2026-06-01"))
    }

    @Test func wellKnownSecretsAreTried() async throws {
        let scene = try ProofScene()
        try scene.write("t", "t " + (try Self.token(#"{"sub":"user-z1"}"#, secret: "changeme")))
        let found = try #require(try await scene.scan().findings.first)
        #expect(found.standing == .proven && found.statements.contains("well-known secret"))
    }

    @Test func unsignedTokensAreFindingsOfTheirOwn() async throws {
        let scene = try ProofScene()
        let head = Self.base64(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
        try scene.write("t", "t " + head + "." + Self.base64(Array(#"{"sub":"admin"}"#.utf8)) + ".")
        #expect(try await scene.scan().findings.map(\.ruleID.rawValue) == ["jwt.unsigned-token"])
    }

    /// Claims are content: what may hold a secret is not repeated.
    @Test func claimsThatMayHoldSecretsAreNotShown() async throws {
        let scene = try ProofScene()
        let hidden = MadeSecret(seed: 5, count: 30).value
        try scene.write(
            "t",
            "t " + (try Self.token(#"{"iss":"https://x/\#(hidden)","aud":"a b"}"#, secret: "q9")))
        let report = try await scene.scan()
        let found = try #require(report.findings.first)
        #expect(!found.statements.contains(hidden) && !found.statements.contains("audience"))
    }
}
