/// Names that mean one thing as a whole and are not put together from parts.
enum KnownNames {
    static func algorithm(_ name: String) -> AlgorithmName? {
        if let token = jose(name) { return token }
        if let derivation = kdf(name) { return derivation }
        if let oid = identifiers[name] { return AlgorithmName(oid) }
        if let group = diffieHellman(name) { return group }
        if let quantum = postQuantum(name) { return quantum }
        switch name {
        case "des-cbc-crc", "des-cbc-md5", "des-cbc-md4", "arcfour-hmac", "rc4-hmac",
            "arcfour-hmac-md5", "arcfour-hmac-exp", "rc4-hmac-exp", "des3-cbc-sha1",
            "des3-hmac-sha1",
            "des3-cbc-sha1-kd":
            return AlgorithmName(name, .cipher, entries: ["proto-kerberos-weak"])
        case "aes256-cts-hmac-sha1-96", "aes128-cts-hmac-sha1-96", "aes256-cts", "aes128-cts",
            "aes256-cts-hmac-sha384-192", "aes128-cts-hmac-sha256-128":
            return AlgorithmName("AES", .cipher, mode: "CTS", entries: ["cipher-aes"])
        default: return nil
        }
    }

    static func isSSHOnly(_ name: String) -> Bool {
        ["diffie-hellman-", "gss-", "ssh-", "rsa1024-", "umac-", "x509v3-", "none"].contains {
            name.hasPrefix($0)
        }
    }

    private static func jose(_ name: String) -> AlgorithmName? {
        func made(
            _ entry: String, _ size: Int? = nil, digest: String? = nil, padding: String? = nil,
            mode: String? = nil
        ) -> AlgorithmName {
            AlgorithmName(
                name.uppercased(), .jose, mode: mode, padding: padding, size: size, digest: digest,
                entries: [entry])
        }
        switch name {
        case "none", "unsecured":
            return AlgorithmName("none", .jose, entries: ["jose-none"])
        case "hs256", "hs384", "hs512":
            return made("jose-hs-short", digest: "SHA-" + name.dropFirst(2))
        case "rs256", "rs384", "rs512":
            return made("jose-rs", digest: "SHA-" + name.dropFirst(2), padding: "PKCS1")
        case "ps256", "ps384", "ps512":
            return made("jose-ps-es-ed", digest: "SHA-" + name.dropFirst(2), padding: "PSS")
        case "es256", "es384", "es512":
            return made("jose-ps-es-ed", digest: "SHA-" + name.dropFirst(2))
        case "eddsa": return AlgorithmName("EdDSA", .jose, entries: ["jose-ps-es-ed"])
        case "es256k": return made("jose-es256k")
        case "rs1", "hs1": return made("jose-rs1", digest: "SHA-1")
        case "rsa1_5", "rsa-1_5", "rsa15":
            return AlgorithmName("RSA", .encryption, padding: "PKCS1", entries: ["jose-rsa15"])
        case "rsa-oaep", "rsa-oaep-mgf1p":
            return AlgorithmName("RSA", .encryption, padding: "OAEP", entries: ["jose-rsa-oaep"])
        case "rsa-oaep-256", "rsa-oaep-384", "rsa-oaep-512":
            return AlgorithmName(
                "RSA", .encryption, padding: "OAEP", digest: "SHA-" + name.suffix(3), entries: [])
        case "dir", "a128kw", "a192kw", "a256kw", "a128gcmkw", "a192gcmkw", "a256gcmkw":
            return made("jose-dir-kw")
        case "ecdh-es", "ecdh-es+a128kw", "ecdh-es+a192kw", "ecdh-es+a256kw":
            return made("jose-ecdh")
        case "pbes2-hs256+a128kw", "pbes2-hs384+a192kw", "pbes2-hs512+a256kw":
            return made("jose-pbes2")
        case "a128cbc-hs256", "a192cbc-hs384", "a256cbc-hs512":
            return made("jose-enc-cbc", mode: "CBC")
        case "a128gcm", "a192gcm", "a256gcm": return made("jose-enc-cbc", mode: "GCM")
        default: return nil
        }
    }

    private static func kdf(_ name: String) -> AlgorithmName? {
        let entry: (String, String)? =
            switch name.filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
            case "argon2id", "argon2": ("Argon2id", "kdf-argon2id")
            case "argon2i": ("Argon2i", "kdf-argon2i-d")
            case "argon2d": ("Argon2d", "kdf-argon2i-d")
            case "scrypt", "yescrypt", "gostyescrypt", "$7$", "$y$": ("scrypt", "kdf-scrypt")
            case "bcrypt", "bcryptsha256", "blfcrypt", "$2a$", "$2b$", "$2y$", "passwordbcrypt":
                ("bcrypt", "kdf-bcrypt")
            case "md5crypt", "apr1", "descrypt", "bsdicrypt", "sha1crypt", "$1$", "crypt",
                "cryptmd5",
                "unixdes", "smd5", "plainmd5", "ldapmd5", "lanman", "lmhash", "nthash", "ntlm":
                ("crypt", "kdf-md5-crypt")
            case "sha256crypt", "sha512crypt", "$5$", "$6$": ("SHA-crypt", "kdf-sha-crypt")
            case "ssha", "sha{ssha}", "{ssha}", "{sha}", "{smd5}", "ldapsha":
                ("SSHA", "kdf-plain-hash-password")
            case "hkdf", "kbkdf", "hkdfsha256", "hkdfsha512", "concatkdf", "x963kdf":
                ("HKDF", "kdf-hkdf")
            case "evpbytestokey", "bytestokey": ("EVP_BytesToKey", "kdf-evp-bytestokey")
            case "pbewithshaand40bitrc2cbc", "pbewithsha1and40bitrc2cbc",
                "pbewithshaand3keytripledescbc", "pbewithsha1and3keytripledescbc",
                "pbewithsha1anddesede", "pbewithsha1andrc240", "pbewithsha1andrc2128":
                ("PKCS#12 PBE", "kdf-pkcs12-old")
            default: nil
            }
        guard let entry else { return nil }
        return AlgorithmName(entry.0, .kdf, entries: [entry.1])
    }

    private static let identifiers: [String: String] = [
        "1.2.840.113549.2.2": "md2", "1.2.840.113549.2.4": "md4", "1.2.840.113549.2.5": "md5",
        "1.3.14.3.2.26": "sha1", "1.3.14.3.2.7": "des-cbc", "1.2.840.113549.3.7": "3des-cbc",
        "1.2.840.113549.3.2": "rc2-cbc", "1.2.840.113549.3.4": "rc4",
        "1.2.840.113549.1.1.1": "rsa", "1.2.840.113549.1.1.2": "md2withrsa",
        "1.2.840.113549.1.1.3": "md4withrsa", "1.2.840.113549.1.1.4": "md5withrsa",
        "1.2.840.113549.1.1.5": "sha1withrsa", "1.2.840.113549.1.1.11": "sha256withrsa",
        "1.2.840.113549.1.1.12": "sha384withrsa", "1.2.840.113549.1.1.13": "sha512withrsa",
        "1.2.840.10040.4.1": "dsa", "1.2.840.10040.4.3": "sha1withdsa",
        "1.2.840.10045.4.1": "sha1withecdsa", "1.2.840.10045.4.3.2": "sha256withecdsa",
        "2.16.840.1.101.3.4.2.1": "sha256", "2.16.840.1.101.3.4.2.2": "sha384",
        "2.16.840.1.101.3.4.2.3": "sha512", "2.16.840.1.101.3.4.2.4": "sha224",
        "2.16.840.1.101.3.4.1.1": "aes-128-ecb", "2.16.840.1.101.3.4.1.2": "aes-128-cbc",
        "2.16.840.1.101.3.4.1.6": "aes-128-gcm", "2.16.840.1.101.3.4.1.41": "aes-256-ecb",
        "2.16.840.1.101.3.4.1.42": "aes-256-cbc", "2.16.840.1.101.3.4.1.46": "aes-256-gcm",
        "1.2.840.10045.3.1.1": "p-192", "1.2.840.10045.3.1.7": "p-256", "1.3.132.0.33": "p-224",
        "1.3.132.0.34": "p-384", "1.3.132.0.35": "p-521", "1.3.132.0.10": "secp256k1",
        "1.3.101.112": "ed25519", "1.3.101.110": "x25519",
    ]

    /// Groups of Diffie-Hellman: `modp1024`, `ffdhe2048`, `group2`.
    private static func diffieHellman(_ name: String) -> AlgorithmName? {
        let word = name.filter { $0 != "-" && $0 != "_" && $0 != " " }
        for prefix in ["modp", "ffdhe", "diffiehellman", "dhparam", "dhe", "dh"]
        where word.hasPrefix(prefix) {
            guard let bits = Int(word.dropFirst(prefix.count)), (256...16_384).contains(bits) else {
                continue
            }
            return group(bits)
        }
        let numbered: [String: Int] = [
            "group1": 768, "group2": 1024, "group5": 1536, "group14": 2048, "group15": 3072,
            "group16": 4096, "group17": 6144, "group18": 8192, "group22": 1024, "group24": 2048,
            "oakleygroup1": 768, "oakleygroup2": 1024, "oakleygroup5": 1536,
        ]
        return numbered[word].map(group)
    }

    private static func group(_ bits: Int) -> AlgorithmName {
        AlgorithmName(
            "DH", .keyAgreement, size: bits,
            entries: bits < 2048 ? ["key-dh-lt-2048"] : bits < 3072 ? ["key-dh-2048"] : [])
    }

    private static func postQuantum(_ name: String) -> AlgorithmName? {
        let word = name.filter { $0 != "-" && $0 != "_" && $0 != " " }
        let table: [(String, String, String)] = [
            ("x25519mlkem768", "X25519MLKEM768", "pq-mlkem"),
            ("secp256r1mlkem768", "SecP256r1MLKEM768", "pq-mlkem"),
            ("secp384r1mlkem1024", "SecP384r1MLKEM1024", "pq-mlkem"),
            ("x25519kyber768", "X25519Kyber768", "pq-kyber-draft"), ("mlkem", "ML-KEM", "pq-mlkem"),
            ("kyber", "Kyber", "pq-kyber-draft"), ("mldsa", "ML-DSA", "pq-mldsa"),
            ("dilithium", "Dilithium", "pq-mldsa"), ("slhdsa", "SLH-DSA", "pq-slhdsa"),
            ("sphincs", "SPHINCS+", "pq-slhdsa"), ("sntrup761", "sntrup761", "ssh-kex-pq"),
            ("sike", "SIKE", "pq-broken"), ("sidh", "SIDH", "pq-broken"),
            ("rainbow", "Rainbow", "pq-broken"), ("xmss", "XMSS", "pq-lms-xmss"),
            ("lms", "LMS", "pq-lms-xmss"),
        ]
        for (prefix, title, entry) in table where word.hasPrefix(prefix) {
            let rest = word.dropFirst(prefix.count)
            guard rest.count <= 16, rest.isEmpty || rest.contains(where: \.isNumber) else {
                continue
            }
            return AlgorithmName(title, .postQuantum, size: Int(rest), entries: [entry])
        }
        return nil
    }
}
