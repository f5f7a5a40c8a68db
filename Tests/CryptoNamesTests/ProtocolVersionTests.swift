import CryptoNames
import Testing

@Suite struct ProtocolVersionTests {
    @Test(arguments: [
        ("TLSv1", ProtocolVersion.tls10), ("TLSv1.0", .tls10), ("TLSv1_0", .tls10),
        ("TLS1_2", .tls12), ("TLS_1_2", .tls12), ("TLS12", .tls12), ("TLS1_2_VERSION", .tls12),
        ("tls.VersionTLS10", .tls10), ("VersionSSL30", .ssl3), ("SslProtocols.Tls11", .tls11),
        ("1.0", .tls10), ("TLS 1.1", .tls11), ("Tls12", .tls12), ("TLSv1_2_method", .tls12),
        ("TLSv1_client_method", .tls10), ("ssl.PROTOCOL_TLSv1", .tls10),
        ("PROTOCOL_TLSv1_1", .tls11), ("ssl.TLSVersion.TLSv1_2", .tls12), ("SSLv3", .ssl3),
        ("SSLv2", .ssl2), ("SSLv2Hello", .ssl2), ("SSLv3_server_method", .ssl3),
        ("SSL 3.0", .ssl3), ("ssl3", .ssl3), ("TLS-1-0-2015-04", .tls10),
        ("ELBSecurityPolicy-TLS-1-0-2015-04", .tls10), ("TLSv1.2_2021", .tls12),
        ("TLSv1.1_2016", .tls11), ("TLSv1_2016", .tls10), ("TLSv1.3_2025", .tls13),
        ("ELBSecurityPolicy-2016-08", .tls10), ("ELBSecurityPolicy-2015-05", .tls10),
        ("ELBSecurityPolicy-2011-08", .ssl3), ("ELBSecurityPolicy-2014-01", .ssl3),
        ("ELBSecurityPolicy-FS-2018-06", .tls10), ("ELBSecurityPolicy-FS-1-1-2019-08", .tls11),
        ("ELBSecurityPolicy-FS-1-2-Res-2020-10", .tls12),
        ("ELBSecurityPolicy-TLS-1-1-2017-01", .tls11),
        ("ELBSecurityPolicy-TLS-1-2-Ext-2018-06", .tls12),
        ("ELBSecurityPolicy-TLS13-1-0-2021-06", .tls10),
        ("ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04", .tls11),
        ("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", .tls12),
        ("ELBSecurityPolicy-TLS13-1-3-2021-06", .tls13),
        ("SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", .tls12),
        ("SecurityPolicy_TLS13_2025_EDGE", .tls13), ("SecurityPolicy_TLS12_2018_EDGE", .tls12),
        ("IoTSecurityPolicy_TLS12_1_0_2016_01", .tls10), ("Policy-Min-TLS-1-0-2019-07", .tls10),
        ("Policy-Min-TLS-1-2-PFS-2023-10", .tls12), ("TLS1_0", .tls10), ("TLS_1_0", .tls10),
        ("AppGwSslPolicy20150501", .tls10), ("AppGwSslPolicy20170401", .tls11),
        ("AppGwSslPolicy20170401S", .tls12), ("AppGwSslPolicy20220101", .tls12),
        ("769", .tls10), ("770", .tls11), ("771", .tls12), ("772", .tls13), ("768", .ssl3),
        ("0x0301", .tls10), ("0x0303", .tls12), ("0x0300", .ssl3),
        ("CURL_SSLVERSION_TLSv1_0", .tls10), ("CURL_SSLVERSION_SSLv3", .ssl3),
        ("STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT", .tls11), ("TlsVersion.TLS_1_1", .tls11),
        ("QSsl::TlsV1_0", .tls10), ("kTLSProtocol11", .tls11), ("kTLSProtocol1", .tls10),
        ("kSSLProtocol3", .ssl3), ("SP_PROT_TLS1_0_CLIENT", .tls10),
        ("WINHTTP_FLAG_SECURE_PROTOCOL_TLS1_1", .tls11),
        ("MBEDTLS_SSL_MINOR_VERSION_1", .tls10), ("MBEDTLS_SSL_VERSION_TLS1_2", .tls12),
        ("OpenSSL::SSL::TLS1_1_VERSION", .tls11), (":TLSv1_2", .tls12), ("VERS-TLS1.0", .tls10),
        ("tls_cipher_policy_1_0", .tls10), ("tls_cipher_policy_1_2_strict_with_1_3", .tls12),
        ("SecurityProtocolType.Ssl3", .ssl3), ("TLSMinimumProtocolVersion12", .tls12),
        ("DTLSv1.0", .dtls10), ("DTLS1_2_VERSION", .dtls12), ("SSH-1.5", .ssh1), ("ssh2", .ssh2),
        ("\"TLSv1.2\"", .tls12), ("MinTLS1.2", .tls12), ("tlsv1.3", .tls13), ("v1.2", .tls12),
        ("1_1", .tls11), ("SSL_LIBRARY_VERSION_3_0", .ssl3), (".TLSv12", .tls12),
    ])
    func name(text: String, version: ProtocolVersion) {
        #expect(ProtocolVersion(name: text) == version)
    }

    @Test(arguments: [
        "", "TLS", "SSLv23", "SSLv23_method", "TLS_method", "TLS_RSA_WITH_AES_128_CBC_SHA",
        "openssl1.1", "libssl3", "TLS1_CK_RSA", "SSL_OP_NO_TLSv1", "no-tlsv10", "!TLSv1", "TLSv2",
        "TLSv1.4", "1.4", "10", "2", "TLSv1-TLSv1.2", "AppGwSslPolicy2999", "oci-ssl-suite-v1",
        "TLS_AES_128_GCM_SHA256", "nothing", "TLSv1.222", "\u{FF}\0", "mytls1",
        "TransferSecurityPolicy-2018-11",
    ])
    func noVersion(text: String) {
        #expect(ProtocolVersion(name: text) == nil)
    }

    @Test(arguments: [
        "SSLv23", "SSLv23_client_method", "ssl.PROTOCOL_SSLv23", "PROTOCOL_TLS", "TLS",
        "PROTOCOL_TLS_CLIENT", "TLS_server_method", "SslProtocols.None", "QSsl::AnyProtocol",
        "TLS_AUTO", "CURL_SSLVERSION_DEFAULT",
    ])
    func negotiated(text: String) {
        #expect(ProtocolVersion.isNegotiated(name: text))
    }

    @Test func versionsAreOrdered() {
        #expect(ProtocolVersion.ssl2 < .ssl3 && .ssl3 < .tls10 && .tls12 < .tls13)
        #expect(ProtocolVersion.ssh1 < .ssh2)
        for version in ProtocolVersion.allCases {
            #expect(ProtocolVersion(name: version.title) == version)
        }
    }
}
