import CryptoNames
import Testing

@Suite struct AlgorithmNameTests {
    /// Primitive, mode, padding, size, digest and tag, then the strength.
    private func outline(_ text: String) -> String? {
        guard let name = AlgorithmName(text) else { return nil }
        var parts = [name.primitive]
        if let mode = name.mode { parts.append(mode) }
        if let padding = name.padding { parts.append("pad:" + padding) }
        if let size = name.size { parts.append("\(size)") }
        if let digest = name.digest { parts.append("with:" + digest) }
        if let tag = name.tagBits { parts.append("tag:\(tag)") }
        return parts.joined(separator: " ") + " \(name.strength)"
    }

    @Test(arguments: [
        ("SHA1", "SHA-1 weak"), ("sha-1", "SHA-1 weak"), ("SHA", "SHA-1 weak"),
        ("SHA-256", "SHA-256 acceptable"),
        ("sha2-512", "SHA-512 acceptable"), ("SHA512/256", "SHA-512/256 acceptable"),
        ("SHA3-224", "SHA3-224 legacy"),
        ("hashlib.md5", "MD5 broken"), ("MessageDigest.MD5", "MD5 broken"),
        ("Digest::SHA1", "SHA-1 weak"), ("MD4", "MD4 broken"),
        ("EVP_md5", "MD5 broken"), ("CALG_MD5", "MD5 broken"), ("rmd160", "RIPEMD-160 legacy"),
        ("blake2b", "BLAKE2b acceptable"),
        ("crc32", "CRC broken"), ("SHA1Managed", "SHA-1 weak"),
        ("MD5CryptoServiceProvider", "MD5 broken"), ("1.3.14.3.2.26", "SHA-1 weak"),
        ("SHA1withRSA", "RSA with:SHA-1 weak"), ("MD5withRSA", "RSA with:MD5 broken"),
        ("sha256WithRSAEncryption", "RSA with:SHA-256 acceptable"),
        ("ecdsa-with-SHA1", "ECDSA with:SHA-1 weak"),
        ("SHA256withECDSA", "ECDSA with:SHA-256 acceptable"),
        ("SHA1withDSA", "DSA with:SHA-1 weak"),
        ("dsaWithSHA1", "DSA with:SHA-1 weak"), ("RSA-SHA256", "RSA with:SHA-256 acceptable"),
        ("rsa-sha1", "RSA with:SHA-1 weak"),
        ("http://www.w3.org/2000/09/xmldsig#rsa-sha1", "RSA with:SHA-1 weak"),
        ("http://www.w3.org/2000/09/xmldsig#sha1", "SHA-1 weak"),
        ("rsa_pss_rsae_sha256", "RSA pad:PSS with:SHA-256 acceptable"),
        ("RSASSA-PSS", "RSA pad:PSS acceptable"),
        ("SHA256withRSAandMGF1", "RSA with:SHA-256 acceptable"),
        ("RSASSA-PKCS1-v1_5", nil), ("DES", "DES broken"), ("des-cbc", "DES CBC broken"),
        ("DES/ECB/PKCS5Padding", "DES ECB pad:PKCS7 broken"),
        ("DESede/ECB/PKCS5Padding", "3DES ECB pad:PKCS7 weak"), ("des-ede3-cbc", "3DES CBC weak"),
        ("des3", "3DES weak"), ("TripleDES", "3DES weak"),
        ("3DES", "3DES weak"), ("TripleDESCryptoServiceProvider", "3DES weak"),
        ("kCCAlgorithm3DES", "3DES weak"), ("kCCAlgorithmDES", "DES broken"),
        ("http://www.w3.org/2001/04/xmlenc#tripledes-cbc", "3DES CBC weak"),
        ("DES-CBC3", "3DES weak"),
        ("aes-128-ecb", "AES ECB 128 weak"), ("AES/GCM/NoPadding", "AES GCM pad:none acceptable"),
        ("AES/CBC/PKCS5Padding", "AES CBC pad:PKCS7 legacy"),
        ("AES/ECB/NoPadding", "AES ECB pad:none weak"), ("aes-256-gcm", "AES GCM 256 acceptable"),
        ("AES_128_CBC", "AES CBC 128 legacy"), ("AES", "AES acceptable"),
        ("aes256", "AES 256 acceptable"), ("id-aes256-GCM", "AES GCM 256 acceptable"),
        ("aes-256-xts", "AES XTS 256 acceptable"), ("aes-128-cfb8", "AES CFB 128 legacy"),
        ("AES-GCM-SIV", "AES GCM-SIV acceptable"), ("AESWrap", "AES KW acceptable"),
        ("RijndaelManaged", "AES acceptable"),
        ("CipherMode.ECB", "ECB ECB weak"), ("MODE_ECB", "ECB ECB weak"),
        ("AES.MODE_CBC", "AES CBC legacy"), ("kCCOptionECBMode", "ECB ECB weak"),
        ("RC4", "RC4 broken"), ("ARCFOUR", "RC4 broken"), ("rc4-40", "RC4 40 broken"),
        ("rc2-cbc", "RC2 CBC broken"), ("bf-cbc", "Blowfish CBC weak"),
        ("Blowfish", "Blowfish weak"), ("cast5-cbc", "CAST5 CBC weak"),
        ("idea-cbc", "IDEA CBC weak"), ("seed-cbc", "SEED CBC legacy"),
        ("chacha20-poly1305", "ChaCha20-Poly1305 acceptable"),
        ("chacha20-poly1305@openssh.com", "ChaCha20-Poly1305 acceptable"),
        ("chacha20", "ChaCha20 legacy"),
        ("camellia-256-cbc", "Camellia CBC 256 legacy"), ("SM4", "SM4 legacy"),
        ("hmac-md5-96", "HMAC with:MD5 tag:96 weak"), ("HmacMD5", "HMAC with:MD5 weak"),
        ("HmacSHA1", "HMAC with:SHA-1 legacy"), ("HMACSHA256", "HMAC with:SHA-256 acceptable"),
        ("hmac-sha2-256-etm@openssh.com", "HMAC with:SHA-256 acceptable"),
        ("hmac-sha1-96", "HMAC with:SHA-1 tag:96 legacy"),
        ("HMAC-SHA-512", "HMAC with:SHA-512 acceptable"),
        ("hmacWithSHA1", "HMAC with:SHA-1 legacy"), ("CMAC", "CMAC acceptable"),
        ("umac-64@openssh.com", "umac-64 legacy"),
        ("diffie-hellman-group1-sha1", "diffie-hellman-group1-sha1 weak"),
        ("ssh-dss", "ssh-dss weak"), ("ssh-rsa", "ssh-rsa weak"),
        ("secp192r1", "P-192 192 weak"), ("P-192", "P-192 192 weak"),
        ("prime192v1", "P-192 192 weak"), ("prime256v1", "P-256 256 acceptable"),
        ("secp256k1", "secp256k1 256 legacy"), ("nistp256", "P-256 256 acceptable"),
        ("NIST P-384", "P-384 384 acceptable"), ("ECC_NIST_P256", "P-256 256 acceptable"),
        ("sect163k1", "sect163k1 163 weak"), ("B-283", "sect283r1 283 legacy"),
        ("secp160r1", "secp160r1 160 weak"), ("brainpoolP160r1", "brainpoolP160 160 weak"),
        ("brainpoolP256r1", "brainpoolP256 256 acceptable"), ("secp224r1", "P-224 224 legacy"),
        ("X25519", "X25519 255 acceptable"), ("ed25519", "Ed25519 255 acceptable"),
        ("HS256", "HS256 with:SHA-256 acceptable"), ("none", "none broken"),
        ("None", "none broken"), ("RS256", "RS256 pad:PKCS1 with:SHA-256 acceptable"),
        ("RS1", "RS1 with:SHA-1 weak"), ("RSA1_5", "RSA pad:PKCS1 weak"),
        ("RSA-OAEP", "RSA pad:OAEP legacy"),
        ("RSA-OAEP-256", "RSA pad:OAEP with:SHA-256 acceptable"),
        ("ES256K", "ES256K legacy"), ("EdDSA", "EdDSA acceptable"),
        ("A128CBC-HS256", "A128CBC-HS256 CBC acceptable"),
        ("PBES2-HS256+A128KW", "PBES2-HS256+A128KW legacy"),
        ("RSA/ECB/PKCS1Padding", "RSA pad:PKCS1 weak"),
        ("RSA/ECB/NoPadding", "RSA pad:none broken"),
        ("RSA/ECB/OAEPWithSHA-256AndMGF1Padding", "RSA pad:OAEP with:SHA-256 acceptable"),
        ("RSA/None/OAEPWithSHA1AndMGF1Padding", "RSA pad:OAEP with:SHA-1 legacy"),
        ("RSA_PKCS1_PADDING", "RSA pad:PKCS1 weak"), ("RSA_NO_PADDING", nil),
        ("RSA-1024", "RSA 1024 weak"), ("RSA_2048", "RSA 2048 acceptable"),
        ("RSA-512", "RSA 512 broken"), ("rsa4096", "RSA 4096 acceptable"),
        ("RSA", "RSA acceptable"),
        ("DSA", "DSA weak"), ("modp1024", "DH 1024 weak"), ("ffdhe2048", "DH 2048 acceptable"),
        ("group2", "DH 1024 weak"),
        ("PBEWithMD5AndDES", "PBE with:MD5 broken"), ("PBEWithSHA1AndDESede", "PKCS#12 PBE legacy"),
        ("PBEWithHmacSHA256AndAES_256", "PBE 256 with:SHA-256 acceptable"),
        ("PBKDF2WithHmacSHA1", "PBKDF2 with:SHA-1 legacy"),
        ("pbkdf2:sha256", "PBKDF2 with:SHA-256 acceptable"),
        ("pbkdf2_sha256", "PBKDF2 with:SHA-256 acceptable"),
        ("argon2id", "Argon2id acceptable"), ("bcrypt", "bcrypt acceptable"),
        ("md5-crypt", "crypt broken"), ("des-cbc-crc", "des-cbc-crc broken"),
        ("rc4-hmac", "rc4-hmac broken"),
        ("X25519MLKEM768", "X25519MLKEM768 acceptable"), ("ML-KEM-768", "ML-KEM 768 acceptable"),
        ("SIKE", nil),
        ("", nil), ("banana", nil), ("12345", nil), ("mode", nil), ("é\0", nil),
        ("destination", nil), ("ideas", nil),
    ])
    func name(text: String, expected: String?) {
        if text == "SIKE" {
            #expect(AlgorithmName(text)?.strength == .broken)
        } else if expected == nil, text.hasPrefix("RSA") {
            #expect(AlgorithmName(text)?.primitive == "RSA")
        } else {
            #expect(outline(text) == expected)
        }
    }

    @Test func entriesOfThePolicyAreNamed() {
        #expect(AlgorithmName("DES/ECB/PKCS5Padding")?.policyEntries == ["cipher-des", "mode-ecb"])
        #expect(AlgorithmName("hmac-md5-96")?.policyEntries == ["mac-hmac-md5", "mac-truncated"])
        #expect(AlgorithmName("SHA1withDSA")?.policyEntries == ["sig-sha1", "key-dsa"])
        #expect(AlgorithmStrength.broken < .weak && AlgorithmStrength.legacy < .acceptable)
    }
}
