import CryptoNames
import Testing

@Suite struct CipherSuiteTests {
    @Test(arguments: [
        ("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "ecdhe rsa aes 128 gcm authenticated", ""),
        ("ECDHE-RSA-AES128-GCM-SHA256", "ecdhe rsa aes 128 gcm authenticated", ""),
        ("TLS_ECDHE_RSA_AES_128_GCM_SHA256", "ecdhe rsa aes 128 gcm authenticated", ""),
        (
            "tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
            "ecdhe ecdsa chacha20 256 poly1305 authenticated", ""
        ),
        ("TLS_AES_128_GCM_SHA256", "tls13 tls13 aes 128 gcm authenticated", ""),
        ("TLS_CHACHA20_POLY1305_SHA256", "tls13 tls13 chacha20 256 poly1305 authenticated", ""),
        ("TLS13_AES_256_GCM_SHA384", "tls13 tls13 aes 256 gcm authenticated", ""),
        ("TLS1-3-AES-256-GCM-SHA384", "tls13 tls13 aes 256 gcm authenticated", ""),
        ("TLS_AES_128_CCM_8_SHA256", "tls13 tls13 aes 128 ccm8 authenticated", "suite-tls13-ccm8"),
        (
            "TLS_RSA_WITH_AES_128_CBC_SHA", "rsa rsa aes 128 cbc sha1",
            "suite-static-rsa suite-cbc-sha1"
        ),
        ("AES128-SHA", "rsa rsa aes 128 cbc sha1", "suite-static-rsa suite-cbc-sha1"),
        ("AES256-GCM-SHA384", "rsa rsa aes 256 gcm authenticated", "suite-static-rsa"),
        (
            "TLS_RSA_WITH_AES_256_CBC_SHA256", "rsa rsa aes 256 cbc sha256",
            "suite-static-rsa suite-cbc-sha2"
        ),
        (
            "SSL_RSA_WITH_RC4_128_MD5", "rsa rsa rc4 128 stream md5",
            "suite-rc4 suite-md5-mac suite-static-rsa"
        ),
        ("RC4-MD5", "rsa rsa rc4 128 stream md5", "suite-rc4 suite-md5-mac suite-static-rsa"),
        ("TLS_RSA_ARCFOUR_128_SHA1", "rsa rsa rc4 128 stream sha1", "suite-rc4 suite-static-rsa"),
        ("tls.TLS_ECDHE_RSA_WITH_RC4_128_SHA", "ecdhe rsa rc4 128 stream sha1", "suite-rc4"),
        ("ECDHE-ECDSA-RC4-SHA", "ecdhe ecdsa rc4 128 stream sha1", "suite-rc4"),
        (
            "DES-CBC3-SHA", "rsa rsa tripleDES 168 cbc sha1",
            "suite-3des suite-static-rsa suite-cbc-sha1"
        ),
        (
            "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "rsa rsa tripleDES 168 cbc sha1",
            "suite-3des suite-static-rsa suite-cbc-sha1"
        ),
        (
            "TLS_DHE_RSA_3DES_EDE_CBC_SHA1", "dhe rsa tripleDES 168 cbc sha1",
            "suite-3des suite-cbc-sha1 suite-dhe"
        ),
        (
            "EDH-RSA-DES-CBC3-SHA", "dhe rsa tripleDES 168 cbc sha1",
            "suite-3des suite-cbc-sha1 suite-dhe"
        ),
        ("DES-CBC-SHA", "rsa rsa des 56 cbc sha1", "suite-des suite-static-rsa suite-cbc-sha1"),
        (
            "EXP-RC4-MD5", "rsa rsa rc4 128 stream md5",
            "suite-export suite-rc4 suite-md5-mac suite-static-rsa"
        ),
        (
            "TLS_RSA_EXPORT_WITH_RC4_40_MD5", "rsa rsa rc4 40 stream md5",
            "suite-export suite-rc4 suite-md5-mac suite-static-rsa"
        ),
        (
            "TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA", "dhe rsa des 40 cbc sha1",
            "suite-export suite-des suite-cbc-sha1 suite-dhe"
        ),
        (
            "TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA", "rsa rsa des 56 cbc sha1",
            "suite-export suite-des suite-static-rsa suite-cbc-sha1"
        ),
        ("ADH-AES256-GCM-SHA384", "dhAnonymous anonymous aes 256 gcm authenticated", "suite-anon"),
        (
            "TLS_DH_anon_WITH_AES_128_CBC_SHA", "dhAnonymous anonymous aes 128 cbc sha1",
            "suite-anon suite-cbc-sha1"
        ),
        (
            "TLS_ECDH_anon_WITH_NULL_SHA", "ecdhAnonymous anonymous none 0 none sha1",
            "suite-null suite-anon"
        ),
        ("AECDH-NULL-SHA", "ecdhAnonymous anonymous none 0 none sha1", "suite-null suite-anon"),
        ("NULL-MD5", "rsa rsa none 0 none md5", "suite-null suite-md5-mac suite-static-rsa"),
        ("TLS_NULL_WITH_NULL_NULL", nil, nil),
        ("TLS_RSA_WITH_NULL_SHA256", "rsa rsa none 0 none sha256", "suite-null suite-static-rsa"),
        ("TLS_SHA256_SHA256", "tls13 tls13 none 0 none sha256", "suite-null"),
        (
            "IDEA-CBC-SHA", "rsa rsa idea 128 cbc sha1",
            "suite-idea-seed-rc2 suite-static-rsa suite-cbc-sha1"
        ),
        (
            "RC2-CBC-MD5", "rsa rsa rc2 128 cbc md5",
            "suite-md5-mac suite-idea-seed-rc2 suite-static-rsa suite-cbc-sha2"
        ),
        (
            "SSL_CK_RC4_128_WITH_MD5", "rsa rsa rc4 128 stream md5",
            "suite-rc4 suite-md5-mac suite-static-rsa"
        ),
        (
            "DHE-DSS-AES128-SHA", "dhe dss aes 128 cbc sha1",
            "suite-dhe-dss suite-cbc-sha1 suite-dhe"
        ),
        (
            "ECDH-ECDSA-AES256-GCM-SHA384", "ecdhStatic ecdsa aes 256 gcm authenticated",
            "suite-static-dh"
        ),
        ("PSK-AES128-CBC-SHA", "psk psk aes 128 cbc sha1", "suite-cbc-sha1 suite-psk-srp"),
        ("TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256", "ecdhePSK psk aes 128 gcm authenticated", ""),
        ("SRP-RSA-AES-128-CBC-SHA", "srp rsa aes 128 cbc sha1", "suite-cbc-sha1 suite-psk-srp"),
        (
            "TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA", "srp rsa aes 128 cbc sha1",
            "suite-cbc-sha1 suite-psk-srp"
        ),
        (
            "KRB5-DES-CBC3-MD5", "kerberos kerberos tripleDES 168 cbc md5",
            "suite-3des suite-md5-mac suite-cbc-sha2 suite-psk-srp"
        ),
        ("CAMELLIA128-SHA", "rsa rsa camellia 128 cbc sha1", "suite-static-rsa suite-cbc-sha1"),
        ("DHE-RSA-CHACHA20-POLY1305", "dhe rsa chacha20 256 poly1305 authenticated", "suite-dhe"),
        ("ECDHE-ECDSA-AES128-CCM8", "ecdhe ecdsa aes 128 ccm8 authenticated", "suite-tls13-ccm8"),
        ("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA_P384", "ecdhe rsa aes 256 cbc sha1", "suite-cbc-sha1"),
        (
            "TLS-RSA-WITH-AES-128-CBC-SHA", "rsa rsa aes 128 cbc sha1",
            "suite-static-rsa suite-cbc-sha1"
        ),
        (
            "MBEDTLS_TLS_RSA_WITH_3DES_EDE_CBC_SHA", "rsa rsa tripleDES 168 cbc sha1",
            "suite-3des suite-static-rsa suite-cbc-sha1"
        ),
        ("HIGH", nil, nil), ("RSA", nil, nil), ("AES128", nil, nil), ("DES", nil, nil),
        ("", nil, nil),
        ("TLS_FALLBACK_SCSV", nil, nil), ("ECDHE+AESGCM", nil, nil), ("TLSv1.2", nil, nil),
        ("aes-128-ecb", nil, nil), ("----", nil, nil), ("with", nil, nil),
    ])
    func parts(name: String, parts: String?, weaknesses: String?) {
        let suite = CipherSuite(name: name)
        let found = suite.map {
            "\($0.keyExchange) \($0.authentication) \($0.cipher) \($0.keyBits) \($0.mode) \($0.mac)"
        }
        if name == "TLS_NULL_WITH_NULL_NULL" {
            #expect(suite == nil || suite?.verdict == .noEncryption)
        } else {
            #expect(found == parts)
            #expect(suite?.weaknesses.map(\.rawValue).joined(separator: " ") == weaknesses)
        }
    }

    @Test func spellingsAreEqual() {
        #expect(
            CipherSuite(name: "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384")
                == CipherSuite(name: "ECDHE-RSA-AES256-SHA384"))
        #expect(CipherSuite.isSignal(name: "TLS_EMPTY_RENEGOTIATION_INFO_SCSV"))
    }
}
