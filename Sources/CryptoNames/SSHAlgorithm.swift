/// An algorithm of SSH by the name that its lists use.
package struct SSHAlgorithm: Hashable, Sendable {
    /// The name without the domain of who made it.
    package let name: String
    package let kind: CipherMember.Kind
    /// Ids of the policy's entries that apply.
    package let policyEntries: [String]

    /// Reads a name; `nil` for one that is not known, and for words that are no algorithms.
    package init?(name: String) {
        guard name.utf8.count <= 128 else { return nil }
        let lower = name.lowercased()
        let base = lower.prefix { $0 != "@" }
        guard let (known, kind) = SSHAlgorithm.known(String(base)) else { return nil }
        self.name = known
        self.kind = kind
        policyEntries =
            SSHListReader.weakness(of: known).map { [$0.rawValue] }
            ?? SSHAlgorithm.entries(known, kind)
    }

    private static func known(_ name: String) -> (String, CipherMember.Kind)? {
        if let kind = table[name] { return (name, kind) }
        // `gss-group14-sha256-` and the digest of the mechanism.
        for head in exchangesOfGSS where name.hasPrefix(head) { return (head, .sshKeyExchange) }
        return nil
    }

    private static func entries(_ name: String, _ kind: CipherMember.Kind) -> [String] {
        switch kind {
        case .sshCipher: ["ssh-cipher-good"]
        case .sshMAC: ["mac-hmac-sha2"]
        case .sshKey: [name.contains("dss") ? "ssh-hostkey-dsa" : "ssh-hostkey-good"]
        case .sshKeyExchange:
            if name.hasPrefix("sntrup") || name.hasPrefix("mlkem") {
                ["ssh-kex-pq"]
            } else if name.hasPrefix("curve") || name.contains("curve25519") {
                ["ssh-kex-25519"]
            } else if name.contains("nistp") {
                ["ssh-kex-nist"]
            } else {
                ["ssh-kex-dh-sha2"]
            }
        case .suite, .group, .proposal: []
        }
    }

    private static let exchangesOfGSS = [
        "gss-group1-sha1", "gss-group14-sha1", "gss-group14-sha256", "gss-group16-sha512",
        "gss-gex-sha1", "gss-nistp256-sha256", "gss-curve25519-sha256",
    ]

    private static let table: [String: CipherMember.Kind] = {
        var kinds: [String: CipherMember.Kind] = [:]
        func add(_ kind: CipherMember.Kind, _ names: String) {
            for name in names.split(separator: " ") { kinds[String(name)] = kind }
        }
        add(
            .sshCipher,
            """
            none arcfour arcfour128 arcfour256 3des-cbc 3des-ctr blowfish-cbc blowfish-ctr \
            cast128-cbc cast128-ctr idea-cbc idea-ctr des-cbc des-cbc-ssh1 des aes128-cbc \
            aes192-cbc aes256-cbc aes128-ctr aes192-ctr aes256-ctr aes128-gcm aes256-gcm \
            aead_aes_128_gcm aead_aes_256_gcm rijndael-cbc rijndael128-cbc chacha20-poly1305 \
            twofish-cbc twofish128-cbc twofish256-cbc twofish128-ctr twofish192-ctr \
            twofish256-ctr serpent128-cbc serpent256-cbc serpent128-ctr serpent192-ctr \
            serpent256-ctr camellia128-cbc camellia256-cbc camellia128-ctr camellia192-ctr \
            camellia256-ctr seed-cbc
            """)
        add(
            .sshMAC,
            """
            hmac-md5 hmac-md5-96 hmac-md5-etm hmac-md5-96-etm hmac-sha1 hmac-sha1-96 \
            hmac-sha1-etm hmac-sha1-96-etm hmac-ripemd160 hmac-ripemd160-etm hmac-ripemd \
            hmac-sha2-256 hmac-sha2-256-96 hmac-sha2-256-etm hmac-sha2-512 hmac-sha2-512-96 \
            hmac-sha2-512-etm hmac-sha2-224 hmac-sha2-384 umac-32 umac-64 umac-64-etm umac-96 \
            umac-128 umac-128-etm
            """)
        add(
            .sshKeyExchange,
            """
            diffie-hellman-group1-sha1 diffie-hellman-group14-sha1 diffie-hellman-group14-sha256 \
            diffie-hellman-group15-sha512 diffie-hellman-group16-sha512 \
            diffie-hellman-group17-sha512 diffie-hellman-group18-sha512 \
            diffie-hellman-group-exchange-sha1 diffie-hellman-group-exchange-sha256 \
            diffie-hellman-group-exchange-sha512 rsa1024-sha1 rsa2048-sha256 ecdh-sha2-nistp256 \
            ecdh-sha2-nistp384 ecdh-sha2-nistp521 curve25519-sha256 curve448-sha512 \
            sntrup761x25519-sha512 sntrup4591761x25519-sha512 mlkem768x25519-sha256 \
            mlkem768nistp256-sha256 mlkem1024nistp384-sha384
            """)
        add(
            .sshKey,
            """
            ssh-rsa ssh-rsa-cert-v01 ssh-rsa-cert-v00 x509v3-sign-rsa ssh-dss ssh-dss-cert-v01 \
            ssh-dss-cert-v00 x509v3-sign-dss rsa-sha2-256 rsa-sha2-512 rsa-sha2-256-cert-v01 \
            rsa-sha2-512-cert-v01 ecdsa-sha2-nistp256 ecdsa-sha2-nistp384 ecdsa-sha2-nistp521 \
            ecdsa-sha2-nistp256-cert-v01 ecdsa-sha2-nistp384-cert-v01 \
            ecdsa-sha2-nistp521-cert-v01 ssh-ed25519 ssh-ed25519-cert-v01 ssh-ed448 \
            sk-ssh-ed25519 sk-ssh-ed25519-cert-v01 sk-ecdsa-sha2-nistp256 \
            sk-ecdsa-sha2-nistp256-cert-v01 webauthn-sk-ecdsa-sha2-nistp256 ssh-mldsa44-ed25519 \
            x509v3-ssh-rsa x509v3-rsa2048-sha256 x509v3-ecdsa-sha2-nistp256
            """)
        return kinds
    }()
}
