import ScanModel

/// Sources and the uses that they hold: entries without braces, branches as values.
enum SeventhLanguageCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            .php,
            "<?php stream_context_create(array('ssl' => array('verify_peer' => false)));",
            [
                "?.verify_peer=false",
                "?.ssl={verify_peer: false}",
                "stream_context_create({ssl: {verify_peer: false}})",
            ]),
        ReadingCase(
            .php,
            "<?php curl_setopt_array($ch, [CURLOPT_A => false, \\CURLOPT_B => 0]); $x = [1, 'a'];",
            [
                "?.CURLOPT_A=false",
                "?.CURLOPT_B=0",
                "curl_setopt_array(ch, {CURLOPT_A: false, CURLOPT_B: 0})",
                "x=[1, 'a']",
            ]),
        ReadingCase(
            .php,
            "<?php function f(array $x = ['a' => 1], array $y = array()) {}",
            [
                "f(x: {a: 1}, y: []) empty",
                "?.a=1",
                "x={a: 1}",
                "y=[]",
            ]),
        ReadingCase(
            .elixir,
            ":ssl.connect(h, 443, [{:verify, :verify_none}, {:active, false}])",
            [
                "?.verify='verify_none'",
                "?.active=false",
                "ssl.connect(h, 443, {verify: 'verify_none', active: false})",
            ]),
        ReadingCase(
            .elixir,
            "g({:rsa, 1024, 3}, [%{a: 1}], verify: :verify_none)",
            [
                "?.a=1",
                "?.verify='verify_none'",
                "g(['rsa', 1024, 3], [{a: 1}], verify: 'verify_none')",
            ]),
        ReadingCase(
            .ruby,
            "h = { :verify_mode => A::NONE }\nget '/x', :verify => false",
            [
                "?.verify_mode=A.NONE",
                "h={verify_mode: A.NONE}",
                "?.verify=false",
                "get('/x', verify: false)",
            ]),
        ReadingCase(
            .python,
            "A = \"x\" \\\n    \"y\"\nif a and \\\n   b:\n    h(\"p\\\nq\")\nB = f(A) + \\\n  g(2)",
            [
                "A='xy'",
                "h('pq')",
                "f('xy')",
                "g(2)",
                "B=?",
            ]),
        ReadingCase(
            .ruby,
            "a = 'x' \\\n  'y'\nf(a)",
            [
                "a='xy'",
                "f('xy')",
            ]),
        ReadingCase(
            .java,
            "import javax.crypto.*;\nimport a.b.KeyGenerator;\nclass Mac {}\n"
                + "class A { void f() { Cipher c = Cipher.getInstance(\"DES\"); c.init(1); "
                + "KeyGenerator.x(); Mac.y(); Other.z(); } }",
            [
                "f() other",
                "javax.crypto.Cipher.getInstance('DES')",
                "c=javax.crypto.Cipher.getInstance()",
                "javax.crypto.Cipher.init(1)",
                "a.b.KeyGenerator.x()",
                "Mac.y()",
                "Other.z()",
            ]),
        ReadingCase(
            .scala,
            "import java.security.{Key => K, _}\nMessageDigest.getInstance(\"MD5\")",
            [
                "java.security.MessageDigest.getInstance('MD5')"
            ]),
        ReadingCase(
            .kotlin,
            "import java.util.*\nval r = Random()",
            [
                "java.util.Random()",
                "r=java.util.Random()",
            ]),
        ReadingCase(
            .ruby,
            "X.configure do |config, (a, b), *c, d = e|\n  config.verify = false\n  c.f(e)\nend",
            [
                "?.verify=false",
                "?.f(e)",
            ]),
        ReadingCase(
            .shell,
            "X=\"$(curl -k https://x \"$(cat \"a b\")\")\"\necho \"`wget u`\" '$(no)' \"$((1+2))\"",
            [
                "X=?",
                "curl(-k: true, 'https://x', ?)",
                "cat('a b')",
                "echo(?, '$(no)', ?)",
                "wget('u')",
            ]),
        ReadingCase(
            .kotlin,
            "val a = when (y) { \"1\" -> \"MD5\"; 2, 3 -> \"SHA1\"\n"
                + "  is Foo -> { log(1); \"SHA256\" }\n  else -> throw E(2) }\n"
                + "h(if (l) \"x\" else \"y\", a)\nval z = 1",
            [
                "log(1)",
                "E(2)",
                "a='MD5'|'SHA1'|'SHA256'",
                "h('x'|'y', 'MD5'|'SHA1'|'SHA256')",
                "z=1",
            ]),
        ReadingCase(
            .kotlin,
            "fun g() = if (a) { \"p\" } else if (q) { if (r) 1 else 2 } else { \"r\" }\nf(g())",
            [
                "g() other",
                "g()",
                "f('p'|1|2|'r')",
            ]),
        ReadingCase(
            .kotlin,
            "val d = false\nval x = if (d) \"DES\" else \"AES\"\nif (x == y) f(1) else g(2)",
            [
                "d=false",
                "x='AES'",
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .rust,
            "fn f() { let a = if x { \"DES\" } else { \"AES\" };\n"
                + "let b = match y { 1 => \"a\", Some(z) if k(z) => { k(); \"b\" } _ => return };\n"
                + "h(a, b); }",
            [
                "f() other",
                "a='DES'|'AES'",
                "k(z)",
                "k()",
                "b='a'|'b'",
                "h('DES'|'AES', 'a'|'b')",
            ]),
        ReadingCase(
            .scala,
            "val b = y match { case 1 => \"a\"\n  case Some(z) =>\n    k(z)\n    \"b\"\n}\n"
                + "f(b, if (c) -1 else 2)",
            [
                "k(z)",
                "b='a'|'b'",
                "f('a'|'b', -1|2)",
            ]),
        ReadingCase(
            .swift,
            "let a = if x { \"p\" } else { \"q\" }\nf(a)",
            [
                "a='p'|'q'",
                "f('p'|'q')",
            ]),
        ReadingCase(
            .php,
            "<?php $a = match($x) { 'a', g($y) => 'md5', default => throw new E() }; f($a);",
            [
                "g(y)",
                "new E()",
                "a='md5'",
                "f('md5')",
            ]),
        ReadingCase(
            .csharp,
            "s.Configure<T>(o => o.X = false); var k = RandomNumberGenerator.GetBytes(16); f(k);",
            [
                "?(o: ?) other",
                "?.X=false",
                "s.Configure(fn)",
                "RandomNumberGenerator.GetBytes(16)",
                "k=RandomNumberGenerator.GetBytes()",
                "f(RandomNumberGenerator.GetBytes())",
            ]),
        ReadingCase(
            .perl,
            "Crypt::CBC->new(-key => $k, -cipher => 'DES');",
            [
                "?.key=k",
                "?.cipher='DES'",
                "Crypt.CBC.new(key: k, cipher: 'DES')",
            ]),
        ReadingCase(
            .java,
            "class A { static byte[] iv = {1, 2}; void m() { f(iv, Arrays.asList(\"a\", \"b\")); } }",
            [
                "iv=[1, 2]",
                "m() other",
                "Arrays.asList('a', 'b')",
                "f([1, 2], ['a', 'b'])",
            ]),
        ReadingCase(
            .kotlin,
            "val a = arrayOf(\"TLSv1\")\nf(a, byteArrayOf(1, 2))",
            [
                "arrayOf('TLSv1')",
                "a=['TLSv1']",
                "byteArrayOf(1, 2)",
                "f(['TLSv1'], [1, 2])",
            ]),
        ReadingCase(.scala, "def f(a: X): Unit = ()", ["f(a: ?) empty"]),
        ReadingCase(
            .kotlin, "f(Base64.getDecoder().decode(\"eA\"), Hex.decode(\"00\"), j.decode(\"x\"))",
            [
                "Base64.getDecoder()",
                "Base64.getDecoder.decode('eA')",
                "Hex.decode('00')",
                "j.decode('x')",
                "f('eA', '00', j.decode())",
            ]),
    ]
}
