import CryptoPolicy
import ScanModel
import Testing

@testable import CryptoNames

/// The policies shipped against what the vocabulary knows.
@Suite struct PolicyEntryTests {
    private static let today = BuiltInPolicies.date("2026-11-22")

    /// Rules about misuse ask for the strength by `PolicyStrengths`, the inventory by the policy:
    /// they have to say the same.
    @Test func strengthsAgreeWithTheStandardPolicy() throws {
        for entry in try BuiltInPolicies.policy("default").entries {
            let strength = PolicyStrengths.strength(of: entry.id)
            let status = entry.verdict(AssetParameters(), at: Self.today).status
            // Protocols, suites and certificates are judged by versions, weaknesses and dates.
            let parts = ["proto-", "suite-", "cert-", "rng-"]
            if parts.contains(where: entry.id.hasPrefix) { continue }
            let agrees =
                switch strength {
                case .broken: status == .disallowed
                case .weak: status != .approved
                case .legacy: status == .legacy || status == .deprecated
                case .acceptable: status == .approved || PolicyEntryTests.isOfUse(entry.id)
                }
            #expect(agrees, "\(entry.id): \(strength) and \(status)")
        }
    }

    /// Entries about a use and not about an algorithm, which no name leads to.
    private static func isOfUse(_ id: String) -> Bool {
        ["mode-gcm-nonce-reuse", "key-rsa-exponent"].contains(id)
    }

    @Test func allNamesHaveEntries() throws {
        let policy = try BuiltInPolicies.policy("default")
        let weaknesses = NamedWeakness.allCases.map(\.rawValue)
        let versions = ProtocolVersion.allCases.map(\.policyEntry)
        let names = [
            "md2", "md4", "md5", "sha0", "sha1", "ripemd128", "ripemd160", "tiger", "crc32",
            "sha224", "sha256", "sha512", "sha3-256", "blake2b", "hmac-md5", "hmac-sha1",
            "hmac-sha256", "cbcmac", "des", "3des", "rc4", "rc2", "rc5", "bf", "cast5", "idea",
            "kasumi", "aes", "chacha20-poly1305", "salsa20", "camellia", "aes-ecb", "aes-cbc",
            "aes-ctr", "aes-gcm", "aes-ccm", "aes-ccm8", "aes-siv", "aes-xts", "aes-kw",
            "aes-pcbc", "rsa512", "rsa1024", "rsa2048", "rsa4096", "dsa", "p-192", "p-224",
            "p-256", "secp256k1", "ed25519", "brainpoolp256r1", "sect283k1", "sha1withrsa",
            "md5withrsa", "sha256withrsa", "rsa-pss", "ecdsa", "rsa/ecb/nopadding",
            "rsa/ecb/pkcs1padding", "rsa-oaep", "elgamal", "none", "hs256", "rs256", "rs1",
            "es256", "es256k", "rsa1_5", "dir", "ecdh-es", "pbes2-hs256+a128kw", "a128gcm",
            "argon2id", "argon2i", "scrypt", "bcrypt", "md5crypt", "sha512crypt", "{ssha}",
            "hkdf", "bytestokey", "pbkdf2-sha1", "pbkdf2-sha256", "pbkdf2-sha512",
            "pbewithmd5anddes", "pbewithsha1anddesede", "modp1024", "modp2048", "mlkem768",
            "kyber768", "mldsa65", "slhdsa128", "sike434", "xmss", "des-cbc-md5",
        ]
        for name in names {
            let known = try #require(AlgorithmName(name), "\(name)")
            #expect(!known.policyEntries.isEmpty, "\(name)")
            for id in known.policyEntries { #expect(policy.entry(id) != nil, "\(name): \(id)") }
        }
        for id in weaknesses + versions { #expect(policy.entry(id) != nil, "\(id)") }
    }

    @Test func everyPolicyIsRead() throws {
        let names = try BuiltInPolicies.catalog.all().map(\.name)
        #expect(names == ["default", "fips", "legacy-compat", "nist-2030", "pqc-2035"])
    }

    /// What is not approved says what to use instead, and dates come in order.
    @Test(arguments: ["default", "fips", "legacy-compat", "nist-2030", "pqc-2035"])
    func entriesAreWhole(_ name: String) throws {
        for entry in try BuiltInPolicies.policy(name).entries {
            if let first = entry.deprecated, let last = entry.disallowed {
                #expect(first.from < last.from, "\(name): \(entry.id)")
            }
            if entry.verdict(AssetParameters(), at: Self.today).status != .approved {
                #expect(entry.fix != nil, "\(name): \(entry.id)")
            }
            #expect(entry.why.hasSuffix("."), "\(name): \(entry.id)")
        }
    }
}
