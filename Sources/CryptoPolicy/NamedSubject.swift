internal import CryptoNames

/// What somebody means by a name, for `policy explain`.
package struct NamedSubject: Sendable {
    package let item: CryptoItem

    /// Reads any spelling that `CryptoNames` knows: an algorithm, a protocol's version, a suite, an
    /// algorithm of SSH, or the id of an entry of the policy.
    ///
    /// - Throws: `.unknownName`, with names near it.
    package init(_ text: String, in policy: CryptoPolicy) throws(CryptoPolicyError) {
        if let item = NamedSubject.item(text) {
            self.item = item
            return
        }
        if let entry = policy.entry(text) {
            item = CryptoItem(
                NamedSubject.kind(ofEntry: text), entry.name, entries: [entry.id])
            return
        }
        let near = NearbyNames.near(
            text, among: NamedSubject.commonNames + policy.entries.map(\.id))
        throw CryptoPolicyError(
            .unknownName,
            "no algorithm, protocol or suite is known by this name"
                + (near.isEmpty
                    ? "; expected one such as SHA-1, AES-256-GCM, TLSv1.2, RS256, rsa:2048 or "
                        + "ECDHE-RSA-AES128-GCM-SHA256"
                    : "; near it are " + near.joined(separator: ", ")))
    }

    private static func item(_ text: String) -> CryptoItem? {
        guard (1...160).contains(text.utf8.count) else { return nil }
        if NamedSubject.looksLikeSuite(text), let suite = CipherSuite(name: text) {
            return CryptoItem(suite)
        }
        if let version = ProtocolVersion(name: text) { return CryptoItem(version) }
        if let item = AlgorithmName(text).flatMap({ CryptoItem($0) }) { return item }
        return SSHAlgorithm(name: text).map { CryptoItem($0) }
    }

    /// Suites of OpenSSL name a digest or a key exchange; ciphers such as `aes-256-gcm` do not.
    private static func looksLikeSuite(_ text: String) -> Bool {
        let lower = text.lowercased()
        return ["sha", "md5", "dhe", "rsa", "psk", "tls_", "with", "ccm8", "null", "anon", "adh"]
            .contains { lower.contains($0) }
    }

    /// What an entry of the policy is about, by the head of its id.
    private static func kind(ofEntry id: String) -> CryptoItem.Kind {
        let kinds: [String: CryptoItem.Kind] = [
            "hash": .hash, "mac": .mac, "cipher": .cipher, "mode": .mode, "kdf": .kdf,
            "rng": .random, "sig": .signature, "enc": .encryption, "proto": .protocolVersion,
            "suite": .suiteGroup, "jose": .token, "cert": .certificate, "pq": .kem,
        ]
        return kinds[String(id.prefix { $0 != "-" })] ?? .key
    }

    /// Spellings that a wrong one is held against.
    private static let commonNames = [
        "MD2", "MD4", "MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA3-256",
        "SHA3-512", "SHAKE128", "SHAKE256", "RIPEMD-160", "BLAKE2b", "BLAKE2s", "BLAKE3",
        "HMAC-MD5", "HMAC-SHA-1", "HMAC-SHA-256", "CMAC", "Poly1305", "DES", "3DES", "RC2", "RC4",
        "Blowfish", "CAST5", "IDEA", "AES-128-CBC", "AES-256-CBC", "AES-256-ECB", "AES-128-GCM",
        "AES-256-GCM", "ChaCha20-Poly1305", "Camellia", "RSA-1024", "RSA-2048", "RSA-3072",
        "RSA-4096", "DSA", "ECDSA", "ECDH", "DH-2048", "P-256", "P-384", "P-521", "secp256k1",
        "X25519", "Ed25519", "Ed448", "PBKDF2", "bcrypt", "scrypt", "Argon2id", "HKDF", "RS256",
        "HS256", "ES256", "PS256", "none", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3",
        "ML-KEM-768", "ML-DSA-65", "SLH-DSA", "X25519MLKEM768", "sha1WithRSAEncryption",
        "sha256WithRSAEncryption", "RSA-OAEP", "RSA-PSS", "ssh-rsa", "ssh-ed25519",
    ]
}
