/// How strong the policy's entries make what they speak of; those not listed are acceptable.
///
/// - Source: section `policy` of the facts, statuses as of 2026-11.
enum PolicyStrengths {
    static func strength(of entry: String) -> AlgorithmStrength {
        if broken.contains(entry) { return .broken }
        if weak.contains(entry) { return .weak }
        return legacy.contains(entry) ? .legacy : .acceptable
    }

    private static let broken: Set<String> = [
        "hash-md2", "hash-md4", "hash-md5", "hash-sha0", "hash-ripemd128",
        "hash-tiger-haval-gost94",
        "hash-crc-adler", "cipher-des", "cipher-rc4", "cipher-rc2", "cipher-xor-rot13",
        "key-rsa-lt-1024", "kdf-md5-crypt", "kdf-pbe-des", "sig-rsa-pkcs1-md5", "enc-rsa-raw",
        "jose-none", "pq-broken", "proto-kerberos-weak", "ssh-cipher-none", "ssh-cipher-arcfour",
        "key-symmetric-short", "kdf-plain-hash-password", "suite-null", "suite-anon",
        "suite-export", "suite-rc4", "suite-des",
    ]

    private static let weak: Set<String> = [
        "hash-sha1", "cipher-3des", "cipher-rc5", "cipher-blowfish", "cipher-cast5", "cipher-idea",
        "cipher-seed-64", "mode-ecb", "mode-lrw-pcbc", "mode-gcm-short-tag", "mac-hmac-md5",
        "mac-cbcmac", "key-rsa-1024", "key-dsa", "key-dh-lt-2048", "key-ec-lt-224",
        "kdf-evp-bytestokey", "sig-sha1", "enc-rsa-pkcs1v15", "jose-rs1", "jose-rsa15",
        "jose-saml-sha1", "jose-xmlenc-weak", "ssh-kex-group1", "ssh-kex-gex-sha1",
        "ssh-kex-rsa1024", "ssh-cipher-3des", "ssh-cipher-64bit", "ssh-mac-md5", "ssh-hostkey-dsa",
        "ssh-hostkey-rsa-sha1", "ssh-mac-sha1-96", "pq-kyber-draft",
    ]

    private static let legacy: Set<String> = [
        "hash-ripemd160", "hash-sha224", "mac-hmac-sha1", "mac-truncated", "cipher-salsa20",
        "cipher-camellia-aria", "mode-cbc", "mode-ctr-ofb-cfb", "key-ec-p224", "key-ec-binary",
        "key-ec-secp256k1", "key-dh-custom", "kdf-argon2i-d", "kdf-pbkdf2-sha1", "kdf-pkcs12-old",
        "enc-rsa-oaep-sha1", "enc-elgamal", "jose-es256k", "jose-rsa-oaep", "jose-pbes2",
        "ssh-kex-group14-sha1", "ssh-kex-gss-sha1", "ssh-cipher-cbc", "ssh-mac-sha1",
        "ssh-mac-ripemd", "ssh-mac-umac64", "ssh-kex-group14-sha256",
    ]
}
