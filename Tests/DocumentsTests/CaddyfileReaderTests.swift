import Documents
import Testing

@Suite struct CaddyfileReaderTests {
    @Test(arguments: [
        ("", ""), ("# c", ""), ("localhost", "localhost="),
        ("example.com {\n respond hi\n}", "example.com={respond=hi}"),
        ("{\n debug\n}", "={debug=}"),
        ("{\n email a@b\n}\na.com {\n root /x\n}", "={email=a@b}; a.com={root=/x}"),
        ("a.com, b.com {\n x 1\n}", "a.com, b.com={x=1}"),
        (
            "a.com {\n tls {\n  protocols tls1.0 tls1.2\n }\n}",
            "a.com={tls={protocols=tls1.0 tls1.2}}"
        ),
        ("a.com {\n tls cert.pem key.pem\n}", "a.com={tls=cert.pem key.pem}"),
        ("a.com {\n tls internal {\n  ciphers X\n }\n}", "a.com={tls={internal={ciphers=X}}}"),
        ("a.com {\n reverse_proxy localhost:80\n}", "a.com={reverse_proxy=localhost:80}"),
        (
            "a {\n reverse_proxy https://b {\n  transport http {\n   tls_insecure_skip_verify\n  }\n }\n}",
            "a={reverse_proxy={https://b={transport={http={tls_insecure_skip_verify=}}}}}"
        ),
        ("a {\n header X \"y z\"\n}", "a={header='X y z'}"),
        ("a {\n header X `y z`\n}", "a={header='X y z'}"), ("a {\n x b#c\n}", "a={x=b#c}"),
        ("a {\n x b # c\n}", "a={x=b}"), ("a {\n # c\n x 1\n}", "a={x=1}"),
        ("a {\n x {env.A}\n}", "a={x=<{env.A}>}"), ("a {\n x {$A}\n}", "a={x=<{$A}>}"),
        ("{$SITE} {\n x 1\n}", "{$SITE}={x=1}"), ("a {\n x {$A:b}\n}", "a={x=<{$A:b}>}"),
        ("a {\n x {http.request.host}\n}", "a={x=<{http.request.host}>}"),
        ("(snip) {\n x 1\n}", "(snip)={x=1}"), ("a {\n import snip\n}", "a={import=snip}"),
        ("import sites/*", "import=sites/*"),
        ("a {\n @m path /x\n}", "a={@m=path /x}"),
        ("a {\n @m {\n  path /x\n }\n}", "a={@m={path=/x}}"),
        ("a {\n handle /x {\n  y 1\n }\n}", "a={handle={/x={y=1}}}"),
        ("a {\n x 1 \\\n  2\n}", "a={x=1 2}"), ("a {\n x \"1\n2\"\n y 3\n}", "a={x='1\n2'; y=3}"),
        ("a {\n x `1\n2`\n}", "a={x='1\n2'}"), ("a {\n x \"a\\\"b\"\n}", "a={x='a\"b'}"),
        ("a {\r\n x 1\r\n}\r\n", "a={x=1}"), ("\u{FEFF}a {\n x 1\n}", "a={x=1}"),
        ("a {\n x é\n}", "a={x=é}"), ("a {\n}\nb {\n}", "a={}; b={}"), ("a {\n x 1", "a={x=1} !1"),
        ("}\na 1", "a=1 !1"), ("a {\n x {\n y 1\n }\n", "a={x={y=1}} !1"),
        ("a {\n x \"open\n}", "a={x='open'} !1"), ("a {\n x {2,}\n}", "a={x={2,}}"),
        (":80\nrespond hi", ":80=; respond=hi"), ("http://a {\n x 1\n}", "http://a={x=1}"),
        (
            "a {\n tls {\n  client_auth {\n   mode request\n  }\n }\n}",
            "a={tls={client_auth={mode=request}}}"
        ),
        ("a { tls { protocols tls1.1 } }", "a={tls={protocols=tls1.1}}"),
        ("a {\n tls { protocols tls1.1 }\n}", "a={tls={protocols=tls1.1}}"),
        ("a {\n basicauth {\n  u hash\n }\n}", "a={basicauth={u=hash}}"),
        ("a {\n\tx 1\n}", "a={x=1}"), ("a {\n x\n x\n}", "a={x=; x=}"),
        ("a b {\n x 1\n}", "a b={x=1}"),
        ("a {\n route {\n  x 1\n }\n y 2\n}", "a={route={x=1}; y=2}"),
    ])
    func tree(text: String, expected: String) {
        let document = ServerOutline.read(text, by: CaddyfileReader.read)
        #expect(ServerOutline.of(document) == expected)
        ServerOutline.checkSpans(document, of: text)
    }

    @Test func hostileTextsNeverTrap() {
        ServerOutline.torture(
            "{\n email a@b\n}\na.com, b {\n tls {\n  protocols tls1.0\n }\n x \"a\\\"b\" `c` {env.D} # e\n}\n",
            by: CaddyfileReader.read)
        let quotes = String(repeating: "`a\n\"b\"\n", count: 20_000)
        _ = ServerOutline.read(quotes, by: CaddyfileReader.read)
    }
}
