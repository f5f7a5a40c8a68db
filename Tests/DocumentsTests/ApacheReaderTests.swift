import Documents
import Testing

@Suite struct ApacheReaderTests {
    @Test(arguments: [
        ("", ""), ("# c\n", ""), ("ServerName x", "ServerName=x"),
        ("SSLProtocol all -SSLv3", "SSLProtocol=all -SSLv3"),
        ("SSLCipherSuite \"HIGH:!aNULL\"", "SSLCipherSuite='HIGH:!aNULL'"),
        ("SSLCipherSuite 'HIGH'", "SSLCipherSuite='HIGH'"),
        ("A 1\nB 2", "A=1; B=2"), ("A 1\r\nB 2\r\n", "A=1; B=2"), ("  A   1   2  ", "A=1 2"),
        ("A\t1", "A=1"), ("A", "A="),
        ("<VirtualHost *:443>\nSSLEngine on\n</VirtualHost>", "VirtualHost={*:443={SSLEngine=on}}"),
        (
            "<VirtualHost *:80>\n</VirtualHost>\n<VirtualHost *:443>\n</VirtualHost>",
            "VirtualHost={*:80={}}; VirtualHost={*:443={}}"
        ),
        (
            "<IfModule mod_ssl.c>\n<VirtualHost _default_:443>\nA 1\n</VirtualHost>\n</IfModule>",
            "IfModule={mod_ssl.c={VirtualHost={_default_:443={A=1}}}}"
        ),
        (
            "<Directory \"/var/www\">\nOptions None\n</Directory>",
            "Directory={/var/www={Options=None}}"
        ),
        ("<RequireAll>\nRequire all granted\n</RequireAll>", "RequireAll={Require=all granted}"),
        ("<ifmodule a>\nB 1\n</IfModule>", "ifmodule={a={B=1}}"),
        ("<Limit GET POST>\nA 1\n</Limit>", "Limit={GET POST={A=1}}"), ("A 1 \\\n  2", "A=1 2"),
        ("A 1 \\\r\n  2\r\nB 3", "A=1 2; B=3"),
        ("SSLProtocol all \\\n -SSLv3 \\\n -TLSv1\nB 2", "SSLProtocol=all -SSLv3 -TLSv1; B=2"),
        ("A b#c", "A=b#c"), ("A b # c", "A=b # c"),
        ("A \"x\\\"y\"", "A='x\"y'"), ("A \"a b\" c", "A='a b c'"),
        ("Include conf/*.conf", "Include=conf/*.conf"),
        ("Define P TLSv1\nSSLProtocol ${P}", "Define=P TLSv1; SSLProtocol=TLSv1"),
        ("SSLProtocol ${P}", "SSLProtocol=<${P}>"),
        ("Define P\nA ${P}x", "Define=P; A=x"),
        ("Define A a\nDefine B ${A}b\nC ${B}", "Define=A a; Define=B ab; C=ab"),
        ("Define A ${A}\nB ${A}", "Define=<A ${A}>; B=<${A}>"),
        ("Header set X \"%{HTTPS}e\"", "Header=<set X %{HTTPS}e>"),
        ("RewriteRule ^(.*)$ https://x/$1 [R]", "RewriteRule=^(.*)$ https://x/$1 [R]"),
        ("CustomLog logs/a \"%h %l\"", "CustomLog='logs/a %h %l'"),
        ("<VirtualHost *:80>\nA 1", "VirtualHost={*:80={A=1}} !1"),
        ("</VirtualHost>\nA 1", "A=1 !1"),
        ("<A x>\n<B y>\nC 1\n</A>\nD 2", "A={x={B={y={C=1}}}}; D=2 !1"),
        ("<A x\nB 1\n</A>", "A={x={B=1}} !1"), ("<>\nA 1", "A=1 !1"),
        ("A \"open", "A='open' !1"), ("\u{FEFF}A 1", "A=1"), ("A é", "A=é"),
        (
            "SSLVerifyClient none\nSSLVerifyClient require",
            "SSLVerifyClient=none; SSLVerifyClient=require"
        ),
        ("<If \"%{HTTPS} == 'off'\">\nA 1\n</If>", "If={%{HTTPS} == 'off'={A=1}}"),
        ("<LocationMatch \"^/a\">\nA 1\n</LocationMatch>", "LocationMatch={^/a={A=1}}"),
        ("  # indented\n  A 1", "A=1"), ("#A 1 \\\nB 2", ""),
        ("LoadModule ssl_module modules/mod_ssl.so", "LoadModule=ssl_module modules/mod_ssl.so"),
        ("SSLOpenSSLConfCmd MinProtocol TLSv1", "SSLOpenSSLConfCmd=MinProtocol TLSv1"),
        (
            "<Proxy \"balancer://a\">\nBalancerMember http://b\n</Proxy>",
            "Proxy={balancer://a={BalancerMember=http://b}}"
        ),
        ("<IfDefine !X>\nA 1\n</IfDefine >", "IfDefine={!X={A=1}}"), ("A \\", "A=\\"),
        ("SSLPassPhraseDialog exec:/x", "SSLPassPhraseDialog=exec:/x"),
    ])
    func tree(text: String, expected: String) {
        let document = ServerOutline.read(text, by: ApacheReader.read)
        #expect(ServerOutline.of(document) == expected)
        ServerOutline.checkSpans(document, of: text)
    }

    @Test func definitionsDoNotMultiply() {
        var text = "Define A0 aaaaaaaaaaaaaaaa\n"
        for step in 1..<200 { text += "Define A\(step) ${A\(step - 1)}${A\(step - 1)}\n" }
        let document = ServerOutline.read(text, by: ApacheReader.read)
        #expect(ServerOutline.of(document).utf8.count < 4_000_000)
    }

    @Test func depthIsBounded() {
        let document = ServerOutline.read(
            String(repeating: "<A>\n", count: 50_000) + "B 1\n"
                + String(repeating: "</A>\n", count: 50_000) + "C 2",
            by: ApacheReader.read)
        #expect(document.faults.map(\.code) == [.limit])
    }

    @Test func hostileTextsNeverTrap() {
        ServerOutline.torture(
            "Define P x\n<IfModule a>\n<VirtualHost *:443>\nSSLProtocol all \\\n -SSLv3 ${P}\nA \"b \\\" c\" 'd'\n</VirtualHost>\n</IfModule>\n",
            by: ApacheReader.read)
    }
}
