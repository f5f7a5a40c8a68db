import CryptoPolicy
import Testing

@Suite struct NamedSubjectTests {
    @Test(arguments: [
        ("sha1WithRSAEncryption", "signature RSASSA-PKCS1-v1_5-SHA-1"),
        ("DES-CBC3-SHA", "cipher-suite TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
        (
            "ECDHE-RSA-AES128-GCM-SHA256",
            "cipher-suite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
        ),
        ("TLS_AES_256_GCM_SHA384", "cipher-suite TLS_AES_256_GCM_SHA384"),
        ("RS256", "token RS256"), ("TLSv1.1", "protocol TLS 1.1"),
        ("SSL_VERSION_TLS1_2", "protocol TLS 1.2"), ("rsa:1024", "key RSA-1024"),
        ("RSA-2048", "key RSA-2048"), ("prime256v1", "curve P-256"),
        ("aes-256-gcm", "cipher AES-256-GCM"),
        ("AES/CBC/PKCS5Padding", "cipher AES-CBC"), ("DESede", "cipher 3DES"),
        ("HmacSHA1", "mac HMAC-SHA-1"), ("PBKDF2WithHmacSHA256", "kdf PBKDF2-HMAC-SHA-256"),
        ("1.2.840.113549.1.1.11", "signature RSASSA-PKCS1-v1_5-SHA-256"),
        ("ssh-rsa", "signature ssh:ssh-rsa"), ("X25519MLKEM768", "kem X25519MLKEM768"),
        ("ML-DSA-65", "signature ML-DSA-65"), ("none", "token none"),
        ("hashlib.sha256", "hash SHA-256"), ("rng-uuid", "random UUIDs as secrets"),
    ])
    func spellingsAreUnderstood(_ text: String, _ expected: String) throws {
        let item = try NamedSubject(text, in: try BuiltInPolicies.policy("default")).item
        #expect("\(item.kind.rawValue) \(item.name)" == expected)
    }

    @Test(arguments: [
        ("SHA-265", "SHA-256"), ("HS255", "HS256"), ("AES-256-GCN", "AES-256-GCM"),
        ("TLSv1.4", "TLSv1."), ("blowfisch", "Blowfish"), ("ed25591", "Ed25519"),
    ])
    func wrongNamesGetNearOnes(_ text: String, _ near: String) throws {
        let policy = try BuiltInPolicies.policy("default")
        do throws(CryptoPolicyError) {
            _ = try NamedSubject(text, in: policy)
            Issue.record("\(text) was understood")
        } catch {
            #expect(error.code == .unknownName && error.message.contains(near))
        }
    }

    /// Nothing of a name that is not known comes back.
    @Test(arguments: ["", "  ", "none@hunter2", "gss-group1-sha1-hunter2", "hunter2", "a\0b"])
    func foreignWordsAreNotKept(_ text: String) throws {
        let item = try? NamedSubject(text, in: try BuiltInPolicies.policy("default")).item
        #expect(item?.name.contains("hunter") != true)
    }
}
