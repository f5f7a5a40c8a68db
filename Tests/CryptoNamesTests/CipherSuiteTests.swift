import CryptoNames
import Testing

@Suite struct CipherSuiteTests {
    /// What a suite is made of, its weaknesses, and names that it has.
    @Test(arguments: [
        (
            "ecdhe rsa aes 128 gcm authenticated", "",
            [
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "ECDHE-RSA-AES128-GCM-SHA256",
                "TLS_ECDHE_RSA_AES_128_GCM_SHA256",
            ]
        ),
        (
            "ecdhe ecdsa chacha20 256 poly1305 authenticated", "",
            ["tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305"]
        ),
        ("tls13 tls13 aes 128 gcm authenticated", "", ["TLS_AES_128_GCM_SHA256"]),
        ("tls13 tls13 chacha20 256 poly1305 authenticated", "", ["TLS_CHACHA20_POLY1305_SHA256"]),
        (
            "tls13 tls13 aes 256 gcm authenticated", "",
            ["TLS13_AES_256_GCM_SHA384", "TLS1-3-AES-256-GCM-SHA384"]
        ),
        (
            "tls13 tls13 aes 128 ccm8 authenticated", "suite-tls13-ccm8",
            ["TLS_AES_128_CCM_8_SHA256"]
        ),
        (
            "rsa rsa aes 128 cbc sha1", "suite-static-rsa suite-cbc-sha1",
            ["TLS_RSA_WITH_AES_128_CBC_SHA", "AES128-SHA", "TLS-RSA-WITH-AES-128-CBC-SHA"]
        ),
        ("rsa rsa aes 256 gcm authenticated", "suite-static-rsa", ["AES256-GCM-SHA384"]),
        (
            "rsa rsa aes 256 cbc sha256", "suite-static-rsa suite-cbc-sha2",
            ["TLS_RSA_WITH_AES_256_CBC_SHA256"]
        ),
        (
            "rsa rsa rc4 128 stream md5", "suite-rc4 suite-md5-mac suite-static-rsa",
            ["SSL_RSA_WITH_RC4_128_MD5", "RC4-MD5", "SSL_CK_RC4_128_WITH_MD5"]
        ),
        ("rsa rsa rc4 128 stream sha1", "suite-rc4 suite-static-rsa", ["TLS_RSA_ARCFOUR_128_SHA1"]),
        ("ecdhe rsa rc4 128 stream sha1", "suite-rc4", ["tls.TLS_ECDHE_RSA_WITH_RC4_128_SHA"]),
        ("ecdhe ecdsa rc4 128 stream sha1", "suite-rc4", ["ECDHE-ECDSA-RC4-SHA"]),
        (
            "rsa rsa tripleDES 168 cbc sha1", "suite-3des suite-static-rsa suite-cbc-sha1",
            [
                "DES-CBC3-SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
                "MBEDTLS_TLS_RSA_WITH_3DES_EDE_CBC_SHA",
            ]
        ),
        (
            "dhe rsa tripleDES 168 cbc sha1", "suite-3des suite-cbc-sha1 suite-dhe",
            ["TLS_DHE_RSA_3DES_EDE_CBC_SHA1", "EDH-RSA-DES-CBC3-SHA"]
        ),
        ("rsa rsa des 56 cbc sha1", "suite-des suite-static-rsa suite-cbc-sha1", ["DES-CBC-SHA"]),
        (
            "rsa rsa rc4 128 stream md5", "suite-export suite-rc4 suite-md5-mac suite-static-rsa",
            ["EXP-RC4-MD5"]
        ),
        (
            "rsa rsa rc4 40 stream md5", "suite-export suite-rc4 suite-md5-mac suite-static-rsa",
            ["TLS_RSA_EXPORT_WITH_RC4_40_MD5"]
        ),
        (
            "dhe rsa des 40 cbc sha1", "suite-export suite-des suite-cbc-sha1 suite-dhe",
            ["TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA"]
        ),
        (
            "rsa rsa des 56 cbc sha1", "suite-export suite-des suite-static-rsa suite-cbc-sha1",
            ["TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA"]
        ),
        (
            "dhAnonymous anonymous aes 256 gcm authenticated", "suite-anon",
            ["ADH-AES256-GCM-SHA384"]
        ),
        (
            "dhAnonymous anonymous aes 128 cbc sha1", "suite-anon suite-cbc-sha1",
            ["TLS_DH_anon_WITH_AES_128_CBC_SHA"]
        ),
        (
            "ecdhAnonymous anonymous none 0 none sha1", "suite-null suite-anon",
            ["TLS_ECDH_anon_WITH_NULL_SHA", "AECDH-NULL-SHA"]
        ),
        ("rsa rsa none 0 none md5", "suite-null suite-md5-mac suite-static-rsa", ["NULL-MD5"]),
        ("rsa rsa none 0 none sha256", "suite-null suite-static-rsa", ["TLS_RSA_WITH_NULL_SHA256"]),
        ("tls13 tls13 none 0 none sha256", "suite-null", ["TLS_SHA256_SHA256"]),
        (
            "rsa rsa idea 128 cbc sha1", "suite-idea-seed-rc2 suite-static-rsa suite-cbc-sha1",
            ["IDEA-CBC-SHA"]
        ),
        (
            "rsa rsa rc2 128 cbc md5",
            "suite-md5-mac suite-idea-seed-rc2 suite-static-rsa suite-cbc-sha2", ["RC2-CBC-MD5"]
        ),
        (
            "dhe dss aes 128 cbc sha1", "suite-dhe-dss suite-cbc-sha1 suite-dhe",
            ["DHE-DSS-AES128-SHA"]
        ),
        (
            "ecdhStatic ecdsa aes 256 gcm authenticated", "suite-static-dh",
            ["ECDH-ECDSA-AES256-GCM-SHA384"]
        ),
        ("psk psk aes 128 cbc sha1", "suite-cbc-sha1 suite-psk-srp", ["PSK-AES128-CBC-SHA"]),
        ("ecdhePSK psk aes 128 gcm authenticated", "", ["TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256"]),
        (
            "srp rsa aes 128 cbc sha1", "suite-cbc-sha1 suite-psk-srp",
            ["SRP-RSA-AES-128-CBC-SHA", "TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA"]
        ),
        (
            "kerberos kerberos tripleDES 168 cbc md5",
            "suite-3des suite-md5-mac suite-cbc-sha2 suite-psk-srp", ["KRB5-DES-CBC3-MD5"]
        ),
        ("rsa rsa camellia 128 cbc sha1", "suite-static-rsa suite-cbc-sha1", ["CAMELLIA128-SHA"]),
        ("dhe rsa chacha20 256 poly1305 authenticated", "suite-dhe", ["DHE-RSA-CHACHA20-POLY1305"]),
        ("ecdhe ecdsa aes 128 ccm8 authenticated", "suite-tls13-ccm8", ["ECDHE-ECDSA-AES128-CCM8"]),
        (
            "ecdhe rsa aes 256 cbc sha1", "suite-cbc-sha1",
            ["TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA_P384"]
        ),
    ])
    func parts(_ parts: String, _ weaknesses: String, _ names: [String]) {
        for name in names {
            let suite = CipherSuite(name: name)
            let found = suite.map {
                "\($0.keyExchange) \($0.authentication) \($0.cipher) \($0.keyBits) \($0.mode) "
                    + "\($0.mac)"
            }
            #expect(found == parts, "\(name)")
            #expect(
                suite?.weaknesses.map(\.rawValue).joined(separator: " ") == weaknesses, "\(name)")
        }
    }

    @Test(arguments: [
        "HIGH", "RSA", "AES128", "DES", "", "TLS_FALLBACK_SCSV", "ECDHE+AESGCM", "TLSv1.2",
        "aes-128-ecb", "----", "with",
    ])
    func namesOfNoSuite(_ name: String) {
        #expect(CipherSuite(name: name) == nil)
    }

    @Test func suiteOfNothingAtAll() {
        let suite = CipherSuite(name: "TLS_NULL_WITH_NULL_NULL")
        #expect(suite == nil || suite?.verdict == .noEncryption)
    }

    @Test func spellingsAreEqual() {
        #expect(
            CipherSuite(name: "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384")
                == CipherSuite(name: "ECDHE-RSA-AES256-SHA384"))
        #expect(CipherSuite.isSignal(name: "TLS_EMPTY_RENEGOTIATION_INFO_SCSV"))
    }
}
