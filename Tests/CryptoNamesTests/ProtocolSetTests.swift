import CryptoNames
import Testing

@Suite struct ProtocolSetTests {
    /// Versions that words enable, then those by implication behind a bar.
    private func outline(_ set: ProtocolSet) -> String {
        func titles(_ versions: some Sequence<ProtocolVersion>) -> String {
            versions.sorted().map { $0.title.filter { $0 != " " } }.joined(separator: " ")
        }
        let implied = titles(set.implied)
        return titles(set.named.keys) + (implied.isEmpty ? "" : "|" + implied)
            + (set.unknown.isEmpty ? "" : " ?\(set.unknown.count)")
    }

    @Test(arguments: [
        ("TLSv1 TLSv1.2", ProtocolGrammar.list, "TLS1.0 TLS1.2"),
        ("TLSv1.2 TLSv1.3", .list, "TLS1.2 TLS1.3"),
        ("TLSv1,TLSv1.1", .list, "TLS1.0 TLS1.1"),
        ("\"TLSv1.2 TLSv1.3\"", .list, "TLS1.2 TLS1.3"),
        ("!SSLv2, !SSLv3", .list, "|TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        ("!SSLv2 !SSLv3 !TLSv1 !TLSv1.1", .list, "|TLS1.2 TLS1.3"),
        (">=TLSv1.2", .list, "TLS1.2 TLS1.3"), (">= TLSv1", .list, "TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        (">=TLSv1, <=TLSv1.2", .list, "TLS1.0 TLS1.1 TLS1.2"), ("TLSv1.2+", .list, "TLS1.2 TLS1.3"),
        ("<=TLSv1.1", .list, "|SSL3.0 TLS1.0 TLS1.1"),
        ("TLSv1.1-TLSv1.3", .list, "TLS1.1 TLS1.2 TLS1.3"),
        ("TLSv1..TLSv1.1", .list, "TLS1.0 TLS1.1"),
        ("all -SSLv3", .list, "TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        ("TLSv1.2:TLSv1.3", .list, "TLS1.2 TLS1.3"),
        ("SSLv23", .list, "|SSL3.0 TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        ("$protocols", .list, " ?1"), ("", .list, ""),
        ("all -SSLv3 -TLSv1", .apache, "TLS1.1 TLS1.2 TLS1.3"),
        ("all", .apache, "SSL3.0 TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        ("-all +TLSv1.2", .apache, "TLS1.2"), ("+TLSv1 +TLSv1.2", .apache, "TLS1.0 TLS1.2"),
        ("TLSv1 TLSv1.2", .apache, "TLS1.2"),
        ("All -SSLv2 -SSLv3", .apache, "TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        ("-ALL,TLSv1.2", .openssl, "TLS1.2"),
        ("ALL,-SSLv3,-TLSv1", .openssl, "TLS1.1 TLS1.2 TLS1.3"),
        ("-TLSv1", .openssl, "|SSL3.0 TLS1.1 TLS1.2 TLS1.3"),
        ("TLSv1.2", .minimum, "TLS1.2 TLS1.3"), ("TLSv1", .minimum, "TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        ("TLS 1.1", .minimum, "TLS1.1 TLS1.2 TLS1.3"),
        ("None", .minimum, "|SSL3.0 TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        ("TLSv1.1", .maximum, "TLS1.1|SSL3.0 TLS1.0"), ("bogus", .minimum, " ?1"),
        ("ssl crt a.pem ssl-min-ver TLSv1.1", .options, "TLS1.1 TLS1.2 TLS1.3"),
        ("ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.2", .options, "TLS1.0 TLS1.1 TLS1.2"),
        ("no-sslv3 no-tlsv10 no-tls-tickets", .options, "|TLS1.1 TLS1.2 TLS1.3"),
        ("no-sslv3 no-tlsv10 no-tlsv11", .options, "|TLS1.2 TLS1.3"),
        ("force-tlsv10", .options, "TLS1.0"),
        ("SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1", .options, "|TLS1.1 TLS1.2 TLS1.3"),
        ("+no_sslv2 +no_sslv3 -no_tlsv1", .options, "TLS1.0|TLS1.1 TLS1.2 TLS1.3"),
        (
            "SSLv3, TLSv1, TLSv1.1, DTLSv1.0, RC4, DES, MD5withRSA, DH keySize < 1024",
            .jsseDisabled,
            "|TLS1.2 TLS1.3 DTLS1.2"
        ),
        ("SSLv3, RC4", .jsseDisabled, "|TLS1.0 TLS1.1 TLS1.2 TLS1.3 DTLS1.0 DTLS1.2"),
        ("Tls | Tls12", .dotnet, "TLS1.0 TLS1.2"), ("SslProtocols.Tls11", .dotnet, "TLS1.1"),
        ("3072", .dotnet, "TLS1.2"), ("192", .dotnet, "TLS1.0"), ("3840", .dotnet, "TLS1.1 TLS1.2"),
        ("Tls,Tls11,Tls12", .dotnet, "TLS1.0 TLS1.1 TLS1.2"),
        ("SslProtocols.Default", .dotnet, "SSL3.0 TLS1.0"),
        ("SystemDefault", .dotnet, "|SSL3.0 TLS1.0 TLS1.1 TLS1.2 TLS1.3"),
        ("NORMAL:-VERS-TLS1.0:-VERS-SSL3.0", .gnutls, "|TLS1.1 TLS1.2 TLS1.3"),
        ("NORMAL:-VERS-ALL:+VERS-TLS1.0", .gnutls, "TLS1.0"),
        ("SECURE128:-VERS-TLS-ALL:+VERS-TLS1.2", .gnutls, "TLS1.2"),
        ("NONE:+VERS-SSL3.0", .gnutls, "SSL3.0"),
        ("2,1", .ssh, "SSH1 SSH2"), ("2", .ssh, "SSH2"),
    ])
    func versions(text: String, grammar: ProtocolGrammar, expected: String) {
        #expect(outline(ProtocolSet.parse(text, grammar)) == expected)
    }

    @Test func wordsHaveTheirPlace() {
        let set = ProtocolSet.parse("TLSv1.2  TLSv1", .list)
        #expect(set.span(of: .tls10) == WordSpan(offset: 9, length: 5))
        #expect(set.minimumNamed == .tls10 && set.maximum == .tls12)
        let apache = ProtocolSet.parse("-all +TLSv1", .apache)
        #expect(apache.span(of: .tls10) == WordSpan(offset: 6, length: 5))
    }

    @Test func everyGrammarBearsRubbish() {
        for grammar in ProtocolGrammar.allCases {
            for text in [
                "", "!", "-", "+", ">=", "ssl-min-ver", "\0", "=é=", "1..2", "9223372036854775808",
            ] {
                _ = ProtocolSet.parse(text, grammar)
            }
            _ = ProtocolSet.parse(String(repeating: "TLSv1-", count: 20_000), grammar)
            _ = ProtocolSet.parse(String(repeating: "!TLSv1 ", count: 20_000), grammar)
        }
    }
}
