import Documents
import Testing

@Suite struct OpenSSLConfigReaderTests {
    @Test(arguments: [
        ("", ""), ("# c", ""), ("a = 1", "a=1"), ("a=1", "a=1"), ("a =", "a="),
        ("a = 1 # c", "a=1"), ("a = 1#c", "a=1"), ("a = 'b # c'", "a='b # c'"),
        ("[ s ]\na = 1", "s={a=1}"), ("[s]\na = 1\n[t]\nb = 2", "s={a=1}; t={b=2}"),
        ("a = 1\n[s]\nb = 2", "a=1; s={b=2}"), ("[s] # c\na = 1", "s={a=1}"),
        (
            "[system_default_sect]\nMinProtocol = TLSv1\nCipherString = DEFAULT@SECLEVEL=0",
            "system_default_sect={MinProtocol=TLSv1; CipherString=DEFAULT@SECLEVEL=0}"
        ),
        ("a = x\nb = $a/y", "a=x; b=x/y"), ("a = x\nb = ${a}y", "a=x; b=xy"),
        ("a = x\nb = $(a)y", "a=x; b=xy"), ("[s]\na = x\n[t]\nb = $s::a", "s={a=x}; t={b=x}"),
        ("[s]\na = x\n[t]\nb = ${s::a}", "s={a=x}; t={b=x}"),
        ("d = x\n[t]\nb = $d", "d=x; t={b=x}"), ("b = $ENV::HOME/x", "b=<$ENV::HOME/x>"),
        ("b = $none", "b=<$none>"),
        ("a = \"b c\"", "a='b c'"), ("a = b\\#c", "a=b#c"), ("a = b \\\n c", "a=b c"),
        (".include /etc/x", ".include=/etc/x"), (".include = /etc/x", ".include=/etc/x"),
        ("a 1", " !1"), ("= 1", " !1"), ("[s\na = 1", "s={a=1} !1"),
        ("a = 1\r\n[s]\r\nb = 2\r\n", "a=1; s={b=2}"), ("\u{FEFF}a = 1", "a=1"),
        ("a = b,c, d", "a=b,c, d"),
        ("default_md = sha1\ndefault_bits = 1024", "default_md=sha1; default_bits=1024"),
        ("1.a = b", "1.a=b"), ("a = 'open", "a='open' !1"),
    ])
    func tree(text: String, expected: String) {
        let document = ServerOutline.read(text, by: OpenSSLConfigReader.read)
        #expect(ServerOutline.of(document) == expected)
        ServerOutline.checkSpans(document, of: text)
    }

    @Test func valuesDoNotMultiply() {
        var text = "a0 = aaaaaaaaaaaaaaaa\n"
        for step in 1..<200 { text += "a\(step) = $a\(step - 1)$a\(step - 1)\n" }
        let document = ServerOutline.read(text, by: OpenSSLConfigReader.read)
        #expect(ServerOutline.of(document).utf8.count < 4_000_000)
    }

    @Test func hostileTextsNeverTrap() {
        ServerOutline.torture(
            "a = 1 # c\n[ s ]\nb = ${a}x \"q\\\"w\" \\\n e\n.include /x\nc = $ENV::X $s::b\n",
            by: OpenSSLConfigReader.read)
    }
}
