import CryptoNames
import Testing

@Suite struct CipherListTests {
    /// Words with the plain weaknesses they leave on; `*` marks broad groups.
    private func outline(_ text: String, _ grammar: CipherGrammar) -> String {
        let bytes = Array(text.utf8)
        return CipherList.parse(text, grammar).weakWords.filter { !$0.plainWeaknesses.isEmpty }.map
        {
            let word = String(
                decoding: bytes[$0.span.offset..<$0.span.offset + $0.span.length], as: UTF8.self)
            let names = $0.plainWeaknesses.map {
                $0.rawValue.replacing("suite-", with: "").replacing("-mac", with: "")
            }
            return word + ($0.isBroad ? "*" : "") + "=" + names.joined(separator: ",")
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ("HIGH:!aNULL:!MD5", ""), ("HIGH", ""), ("DEFAULT", ""), ("ECDHE+AESGCM:!aNULL", ""),
        ("ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384", ""),
        ("ALL:!aNULL:!EXPORT:!LOW:!MEDIUM:!3DES:!RC4:!DSS:!IDEA:!SEED:!RC2:!MD5", ""),
        ("RC4-SHA:HIGH", "RC4-SHA=rc4"), ("RC4", "RC4=anon,export,rc4,md5"),
        ("RC4:!aNULL:!EXP:!MD5", "RC4=rc4"), ("!RC4:RC4", ""), ("-RC4:RC4-SHA", "RC4-SHA=rc4"),
        ("RC4-SHA:!RC4", ""), ("RC4-SHA:-RC4", ""), ("RC4-SHA:-RC4:RC4-MD5", "RC4-MD5=rc4,md5"),
        ("HIGH:3DES:!aNULL", "3DES=3des"), ("HIGH:!3DES", ""),
        ("DES-CBC3-SHA", "DES-CBC3-SHA=3des"),
        ("ECDHE-RSA-DES-CBC3-SHA:AES128-SHA", "ECDHE-RSA-DES-CBC3-SHA=3des"),
        ("LOW:!aNULL:!DSS", "LOW=des"),
        ("EXPORT:!aNULL:!DSS:!kKRB5:!RC4:!RC2", "EXPORT=export,des"),
        ("eNULL", "eNULL=null,anon,md5"), ("aNULL:!3DES:!RC4:!DES:!EXP:!SEED:!NULL", "aNULL=anon"),
        ("NULL-SHA256", "NULL-SHA256=null"), ("ADH-AES256-SHA", "ADH-AES256-SHA=anon"),
        ("HIGH:ADH-AES128-SHA:!aNULL", ""), ("COMPLEMENTOFALL", "COMPLEMENTOFALL=null,anon,md5"),
        ("MEDIUM:!DSS:!KRB5:!IDEA:!SEED", "MEDIUM*=rc4,3des"),
        ("ALL:!ADH:!LOW:!EXP:!MD5:!DSS:!SEED:!IDEA:!AECDH:@STRENGTH", "ALL*=rc4,3des"),
        (
            "ALL:!aNULL:!ADH:!eNULL:!LOW:!EXP:RC4+RSA:+HIGH:+MEDIUM",
            "ALL*=rc4,3des,md5,idea-seed-rc2"
        ),
        ("HIGH:+RC4", ""), ("EECDH+AESGCM EDH+AESGCM", ""), ("HIGH, !aNULL, !RC4", ""),
        ("AES128-SHA:AES256-SHA:DES-CBC-SHA", "DES-CBC-SHA=des"),
        ("EXP1024-RC4-SHA", "EXP1024-RC4-SHA=export,rc4"),
        ("kRSA+RC4:!MD5:!EXP", "kRSA+RC4=rc4"),
        ("ALL:!RC4:!aNULL:@SECLEVEL=2:!3DES:!DSS:!SEED:!IDEA:!RC2", ""),
        ("NULL-SHA:@SECLEVEL=1", ""), ("RC4-SHA@SECLEVEL=0", "RC4-SHA=rc4"),
        ("\"RC4-SHA:HIGH\"", "RC4-SHA=rc4"),
        ("[ECDHE-RSA-AES128-GCM-SHA256|ECDHE-RSA-CHACHA20-POLY1305]:AES128-SHA", ""),
        ("SSLv2", "SSLv2=md5,idea-seed-rc2"),
        ("IDEA-CBC-SHA", "IDEA-CBC-SHA=idea-seed-rc2"),
        ("DHE-DSS-AES128-SHA", ""),
        ("TLS_AES_128_GCM_SHA256", ""), ("PROFILE=SYSTEM", ""), ("", ""),
    ])
    func openssl(text: String, expected: String) {
        #expect(outline(text, .openssl) == expected)
    }

    @Test(arguments: [
        (
            "TLS_RSA_WITH_RC4_128_SHA,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", CipherGrammar.suites,
            "TLS_RSA_WITH_RC4_128_SHA=rc4"
        ),
        (
            "SSL_RSA_WITH_DES_CBC_SHA, SSL_RSA_EXPORT_WITH_RC4_40_MD5", .suites,
            "SSL_RSA_WITH_DES_CBC_SHA=des SSL_RSA_EXPORT_WITH_RC4_40_MD5=export,rc4,md5"
        ),
        ("tls.TLS_RSA_WITH_3DES_EDE_CBC_SHA", .suites, "tls.TLS_RSA_WITH_3DES_EDE_CBC_SHA=3des"),
        ("!TLS_RSA_WITH_RC4_128_SHA", .suites, ""),
        ("NORMAL:+ARCFOUR-128", .gnutls, "+ARCFOUR-128=rc4"), ("NORMAL:-ARCFOUR-128", .gnutls, ""),
        ("NORMAL:+3DES-CBC:-CIPHER-ALL:+AES-128-GCM", .gnutls, ""),
        ("NORMAL:+ANON-ECDH:+NULL", .gnutls, "+ANON-ECDH=anon +NULL=null"),
        ("NONE:+VERS-TLS1.2:+AES-128-GCM:+ECDHE-RSA:+AEAD:+SIGN-ALL:+COMP-NULL", .gnutls, ""),
        ("NORMAL:+MD5:!MD5", .gnutls, ""), ("LEGACY", .gnutls, "LEGACY*=rc4,3des"),
        (
            "aes256-gcm@openssh.com,3des-cbc,arcfour", .ssh,
            "3des-cbc=ssh-cipher-3des arcfour=ssh-cipher-arcfour"
        ),
        ("+ssh-dss", .ssh, "ssh-dss=ssh-hostkey-dsa"), ("-ssh-dss,ssh-rsa", .ssh, ""),
        ("^hmac-md5", .ssh, "hmac-md5=ssh-md5"),
        (
            "diffie-hellman-group1-sha1,curve25519-sha256", .ssh,
            "diffie-hellman-group1-sha1=ssh-kex-group1"
        ),
        ("hmac-md5-96-etm@openssh.com", .ssh, "hmac-md5-96-etm@openssh.com=ssh-md5"),
        ("none", .ssh, "none=ssh-cipher-none"),
        ("ssh-rsa,rsa-sha2-256", .ssh, "ssh-rsa=ssh-hostkey-rsa-sha1"),
        ("chacha20-poly1305@openssh.com,aes256-ctr", .ssh, ""),
        ("3des-sha1-modp1024!", .ipsec, "3des=cipher-3des modp1024=key-dh-lt-2048"),
        ("aes256-sha256-modp2048", .ipsec, ""),
        (
            "aes128-md5-modp1536,null-sha256", .ipsec,
            "md5=hmac-md5 modp1536=key-dh-lt-2048 null=null"
        ),
    ])
    func lists(text: String, grammar: CipherGrammar, expected: String) {
        #expect(
            outline(text, grammar).replacing("mac-hmac-md5", with: "hmac-md5") == expected)
    }

    @Test func lowerClassesAndLevelsAreTold() {
        let high = CipherList.parse("HIGH:!aNULL@SECLEVEL=0", .openssl)
        #expect(high.weaknesses.contains(.staticRSA) && high.weaknesses.contains(.cbcSHA1))
        #expect(high.securityLevel?.level == 0)
        #expect(high.securityLevel?.span == WordSpan(offset: 11, length: 11))
        #expect(CipherList.parse("ECDHE+AESGCM", .openssl).weaknesses == [])
        #expect(CipherList.parse("AES128-SHA", .openssl).weaknesses == [.staticRSA, .cbcSHA1])
        #expect(CipherList.parse("PROFILE=SYSTEM", .openssl).usesSystemProfile)
        #expect(CipherList.parse("-ssh-rsa", .ssh).isRelative)
        #expect(CipherList.parse("aes128-cbc", .ssh).weaknesses == [.sshCBC])
        #expect(CipherList.parse("HIGH:$more:what", .openssl).unknown.count == 2)
    }

    @Test func everyGrammarBearsRubbish() {
        for grammar in [CipherGrammar.openssl, .gnutls, .suites, .ssh, .ipsec] {
            for text in [
                "", "!", "-", "+", "@", "@SECLEVEL=99999999999999999999", "++", "\0é", ":::",
            ] {
                _ = CipherList.parse(text, grammar)
            }
            _ = CipherList.parse(String(repeating: "ALL+RC4:", count: 50_000), grammar)
            _ = CipherList.parse(String(repeating: "A", count: 500_000), grammar)
        }
    }
}
