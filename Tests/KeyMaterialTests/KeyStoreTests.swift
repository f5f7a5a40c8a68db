import Foundation
import KeyMaterial
import TestSupport
import Testing

/// Stores of keys, and how passphrases protect keys.
@Suite struct KeyStoreTests {
    private func store(_ arguments: [String]) throws -> [UInt8] {
        try KeyTool.withFolder { folder in
            try KeyTool.run(
                "openssl",
                [
                    "req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=a", "-keyout",
                    "k.pem", "-out", "c.pem",
                ], in: folder)
            try KeyTool.run(
                "openssl",
                ["pkcs12", "-export", "-passout", "pass:x123", "-out", "s.p12"] + arguments,
                in: folder)
            return [UInt8](try Data(contentsOf: folder.appendingPathComponent("s.p12")))
        }
    }

    private func read(_ bytes: [UInt8]) -> KeyStoreInfo? {
        bytes.withUnsafeBytes { KeyStoreInfo.read($0) }
    }

    @Test(.enabled(if: KeyTool.has("openssl")))
    func readsPKCS12() throws {
        let withKey = try store(["-inkey", "k.pem", "-in", "c.pem"])
        let info = try #require(read(withKey))
        #expect(info.format == .pkcs12 && info.keyCount == 1)
        #expect(info.protection?.derivation == "PBKDF2")
        #expect(info.protection?.cost == "2048 iterations" && info.protection?.isWeak == true)
        #expect(!KeyStoreInfo.holdsOnlyCertificates(pkcs12Contents: Array(withKey.dropFirst(4))))

        let clear = try store(["-inkey", "k.pem", "-in", "c.pem", "-keypbe", "NONE"])
        #expect(read(clear)?.keyCount == 1)

        let certificates = try store(["-nokeys", "-in", "c.pem", "-certpbe", "NONE"])
        #expect(read(certificates) == nil)
        let head = certificates[1] & 0x80 == 0 ? 2 : 2 + Int(certificates[1] & 0x7F)
        #expect(
            KeyStoreInfo.holdsOnlyCertificates(pkcs12Contents: Array(certificates.dropFirst(head))))
        for length in stride(from: 0, to: withKey.count, by: 7) {
            _ = read(Array(withKey[..<length]))
        }
    }

    /// A store with one entry of a kind.
    private func javaStore(_ magic: UInt8, tag: UInt8, key: [UInt8]) -> [UInt8] {
        let head: [UInt8] =
            magic == 0xFE ? [0xFE, 0xED, 0xFE, 0xED] : [UInt8](repeating: 0xCE, count: 4)
        let size = key.count
        return head + [0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, tag, 0, 1, 0x61]
            + [UInt8](repeating: 0, count: 8)
            + [0, 0, UInt8(size >> 8), UInt8(size & 255)] + key + [0, 0, 0, 0]
    }

    private static let protectedKey: [UInt8] =
        [0x30, 0x44, 0x30, 0x0E, 0x06, 0x0A]
        + [0x2B, 0x06, 0x01, 0x04, 0x01, 0x2A, 0x02, 0x11, 0x01, 0x01, 0x05, 0x00, 0x04, 0x32]
        + [UInt8](repeating: 7, count: 50)

    @Test func readsJavaStores() throws {
        let jks = try #require(read(javaStore(0xFE, tag: 1, key: Self.protectedKey)))
        #expect(jks.format == .jks && jks.keyCount == 1)
        #expect(jks.protection?.derivation == "SHA-1" && jks.protection?.isWeak == true)
        #expect(read(javaStore(0xCE, tag: 3, key: Self.protectedKey))?.format == .jceks)
        // Certificates alone, no entry, an unknown entry, a version of the future.
        #expect(read(javaStore(0xFE, tag: 2, key: Self.protectedKey)) == nil)
        #expect(read([0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0, 0, 0, 0, 0]) == nil)
        #expect(read(javaStore(0xFE, tag: 9, key: Self.protectedKey)) == nil)
        #expect(read([0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 9, 0, 0, 0, 1, 0]) == nil)
        // Counts and lengths that say more than there is.
        #expect(read([0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0]) == nil)
    }

    @Test(
        .enabled(if: KeyTool.has("openssl")),
        arguments: [
            (["-v2", "aes-256-cbc", "-iter", "600000"], "PBKDF2, 600000 iterations", false),
            (["-v1", "PBE-SHA1-3DES"], "PKCS#12, 2048 iterations", true),
            (["-scrypt", "-scrypt_N", "16384"], "scrypt, N = 16384", false),
        ])
    func tellsHowPKCS8IsProtected(
        _ arguments: [String], _ words: String, _ isWeak: Bool
    ) throws {
        let pem = try KeyTool.withFolder { folder in
            try KeyTool.run(
                "openssl", ["genpkey", "-algorithm", "ED25519", "-out", "k.pem"], in: folder)
            return try KeyTool.run(
                "openssl",
                ["pkcs8", "-topk8", "-in", "k.pem", "-passout", "pass:x123"] + arguments,
                in: folder)
        }
        let found = try #require(pem.withUnsafeBytes { KeyProtection.read($0) })
        #expect(found.description == words && found.isWeak == isWeak)
    }

    @Test(.enabled(if: KeyTool.has("ssh-keygen")))
    func tellsHowOpenSSHProtects() throws {
        let (key, publicKey) = try KeyTool.withFolder { folder in
            try KeyTool.run(
                "ssh-keygen",
                ["-q", "-f", "key", "-t", "rsa", "-b", "1024", "-N", "x12345", "-a", "20"],
                in: folder)
            return (
                [UInt8](try Data(contentsOf: folder.appendingPathComponent("key"))),
                String(
                    decoding: try Data(contentsOf: folder.appendingPathComponent("key.pub")),
                    as: UTF8.self)
            )
        }
        let found = key.withUnsafeBytes { KeyProtection.read($0) }
        #expect(found?.description == "bcrypt, 20 rounds" && found?.isWeak == false)
        // The public half of an encrypted key stands in the clear.
        let field = publicKey.split(separator: " ")[1]
        let blob = try #require(Base64Decoding.decode(Array(field.utf8), padding: .optional))
        let pair = try #require(key.withUnsafeBytes { KeyPair.read($0) })
        #expect(pair.publicKey?.identity == PublicKey.ssh(blob[...])?.identity)
    }

    @Test func readsJSONWebKeysWithinSets() throws {
        let x = String(repeating: "A", count: 42) + "E"
        let key = #"{"kty":"EC","crv":"P-256","x":"\#(x)","y":"\#(x)","d":"\#(x)"}"#
        let text = Array(#"{"keys":[{"kty":"oct","k":"AAAA"},\#(key)]}"#.utf8)
        let place = try #require(text.firstIndex(of: UInt8(ascii: "P")))
        let range = try #require(
            text.withUnsafeBytes { JSONWebKey.object(around: place, in: $0) })
        #expect(Array(text[range]) == Array(key.utf8))
        let found = try #require(JSONWebKey(Array(text[range])))
        #expect(found.isPrivate && found.type == "EC" && found.pair.privateNumber != nil)
        #expect(JSONWebKey(Array(#"{"kty":"RSA","n":"!"}"#.utf8))?.pair.publicKey == nil)
        #expect(JSONWebKey(Array(#"{"kty":"RSA","d":""}"#.utf8))?.isPrivate == false)
        #expect([].withUnsafeBytes { JSONWebKey.object(around: 0, in: $0) } == nil)
        let open = [UInt8](repeating: UInt8(ascii: "{"), count: 200_000)
        #expect(open.withUnsafeBytes { JSONWebKey.object(around: 100_000, in: $0) } == nil)
    }

    @Test func survivesMutations() throws {
        var random = SeededBytes(seed: 33)
        let jks = javaStore(0xFE, tag: 1, key: Self.protectedKey)
        let jceks = javaStore(0xCE, tag: 1, key: Self.protectedKey)
        let jwk = Array(#"{"kty":"OKP","crv":"Ed25519","x":"AAAA","d":"AAAA","a":[1]}"#.utf8)
        let p12 = KeyTool.has("openssl") ? try store(["-inkey", "k.pem", "-in", "c.pem"]) : [0x30]
        for _ in 0..<4000 {
            for seed in [jks, jceks, p12] { _ = read(random.mutated(seed)) }
            _ = JSONWebKey(random.mutated(jwk))
            let text = random.mutated(jwk)
            _ = text.withUnsafeBytes { JSONWebKey.object(around: 9, in: $0) }
            _ = KeyStoreInfo.holdsOnlyCertificates(
                pkcs12Contents: Array(random.mutated(p12).dropFirst(4)))
            _ = KeyProtection.readDER(random.mutated(Self.protectedKey))
        }
    }
}
