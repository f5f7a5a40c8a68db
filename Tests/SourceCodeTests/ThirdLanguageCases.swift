import ScanModel

/// Sources and the uses that they hold, by language.
enum ThirdLanguageCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            .go,
            "import \"crypto/md5\"\nfunc m() { md5.New() }",
            [
                "m() other",
                "crypto/md5.New()",
            ]),
        ReadingCase(
            .go,
            "import r \"math/rand\"\nvar t = r.Intn(1)",
            [
                "math/rand.Intn(1)",
                "t=math/rand.Intn()",
            ]),
        ReadingCase(
            .go,
            "c := &tls.Config{InsecureSkipVerify: true}",
            [
                "tls.Config.InsecureSkipVerify=true",
                "new tls.Config(InsecureSkipVerify: true)",
                "c=tls.Config()",
            ]),
        ReadingCase(
            .go,
            "var c *http.Client\nfunc m() { c.Do(r) }",
            [
                "m() other",
                "http.Client.Do(r)",
            ]),
        ReadingCase(
            .go,
            "func (s *S) m(a, b string) error { return nil }",
            [
                "m(a: ?, b: ?) returns null"
            ]),
        ReadingCase(
            .go,
            "const k = \"a\" + \"b\"\nfunc m() { f(k) }",
            [
                "k='ab'",
                "m() other",
                "f('ab')",
            ]),
        ReadingCase(
            .go,
            "a, err := f([]byte(\"k\"))",
            [
                "[]byte('k')",
                "f('k')",
                "a=f()",
                "err=?",
            ]),
        ReadingCase(
            .go,
            "x := []int{1, 2}\nf(x)",
            [
                "x=[1, 2]",
                "f([1, 2])",
            ]),
        ReadingCase(
            .go,
            "f(func(a string) bool { return true })",
            [
                "?(a: ?) returns true",
                "f(fn)",
            ]),
        ReadingCase(
            .go,
            "if x := f(1); x { g(2) }",
            [
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .go,
            "go func() { f(1) }()",
            [
                "?() other",
                "f(1)",
            ]),
        ReadingCase(
            .go,
            "f(`a\nb`, 'c')",
            [
                "f('a\nb', 'c')"
            ]),
        ReadingCase(
            .go,
            "for i := range f(1) { g(i) }",
            [
                "f(1)",
                "g(i)",
            ]),
        ReadingCase(
            .go,
            "import \"github.com/golang-jwt/jwt/v5\"\nfunc m() { jwt.Parse(t) }",
            [
                "m() other",
                "github.com/golang-jwt/jwt/v5.Parse(t)",
            ]),
        ReadingCase(
            .go,
            "switch x { case 1: f(1)\ndefault: g(2) }",
            [
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .go,
            "f(a...)",
            [
                "f(?)"
            ]),
        ReadingCase(
            .csharp,
            "class A { void M() { using var m = MD5.Create(); m.ComputeHash(b); } }",
            [
                "M() other",
                "MD5.Create()",
                "m=MD5.Create()",
                "MD5.ComputeHash(b)",
            ]),
        ReadingCase(
            .csharp,
            "x.Y += delegate { return true; };",
            [
                "?() returns true",
                "x.Y=fn",
            ]),
        ReadingCase(
            .csharp,
            "x.Y = (a, b) => true;",
            [
                "?(a: ?, b: ?) returns true",
                "x.Y=fn",
            ]),
        ReadingCase(
            .csharp,
            "var a = new Aes { Mode = CipherMode.ECB };",
            [
                "Aes.Mode=CipherMode.ECB",
                "new Aes(Mode: CipherMode.ECB)",
                "a=Aes()",
            ]),
        ReadingCase(
            .csharp,
            "const string K = @\"a\\b\" + $\"c\"; f(K);",
            [
                "K='a\\bc'",
                "f('a\\bc')",
            ]),
        ReadingCase(
            .csharp,
            "[A(B = 1)]\nclass C { }",
            [
                "@A(B: 1)"
            ]),
        ReadingCase(
            .csharp,
            "class A { public string N { get; set; } = \"n\"; }",
            [
                "N='n'"
            ]),
        ReadingCase(
            .csharp,
            "f(a: 1, ref b, out var c);",
            [
                "f(a: 1, b, c)"
            ]),
        ReadingCase(
            .csharp,
            "class A { A(int x) : base(x) { f(1); } }",
            [
                "A(x: ?) other",
                "f(1)",
            ]),
        ReadingCase(
            .csharp,
            "SP.P = S.Tls | S.Tls11;",
            [
                "SP.P=[S.Tls, S.Tls11]"
            ]),
        ReadingCase(
            .csharp,
            "Aes x = Aes.Create(); x.Mode = C.E;",
            [
                "Aes.Create()",
                "x=Aes.Create()",
                "Aes.Mode=C.E",
            ]),
        ReadingCase(
            .csharp,
            "f(new byte[16], new[] { 1 });",
            [
                "new byte[](16)",
                "f(byte[](), [1])",
            ]),
        ReadingCase(
            .csharp,
            "using X = A.B;\nX.C();",
            [
                "A.B.C()"
            ]),
        ReadingCase(
            .csharp,
            "async Task<T> M() => await f<T>(1);",
            [
                "M() other",
                "f(1)",
            ]),
        ReadingCase(
            .csharp,
            "if (a is null) f(1);",
            [
                "f(1)"
            ]),
        ReadingCase(
            .csharp,
            "f($\"a{g(1)}\");",
            [
                "g(1)",
                "f(?)",
            ]),
        ReadingCase(
            .php,
            "<?php curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);",
            [
                "curl_setopt(c, CURLOPT_SSL_VERIFYPEER, false)"
            ]),
        ReadingCase(
            .php,
            "<?php f(['a' => 1, 'b' => ['c' => 2]]);",
            [
                "?.a=1",
                "?.c=2",
                "?.b={c: 2}",
                "f({a: 1, b: {c: 2}})",
            ]),
        ReadingCase(
            .php,
            "<?php use A\\B\\C; C::d();",
            [
                "A.B.C.d()"
            ]),
        ReadingCase(
            .php,
            "<?php class A { const K = 'k'; private $f = 'x'; function m() { g(self::K, $this->f, $f); } }",
            [
                "K='k'",
                "f='x'",
                "m() other",
                "g('k', 'x', f)",
            ]),
        ReadingCase(
            .php,
            "<?php $c = new \\G\\Client(['verify' => false]); $c->get($u);",
            [
                "?.verify=false",
                "new G.Client({verify: false})",
                "c=G.Client()",
                "G.Client.get(u)",
            ]),
        ReadingCase(
            .php,
            "<?php f(\"a{$b}\", 'c' . 'd');",
            [
                "f(?, 'cd')"
            ]),
        ReadingCase(
            .php,
            "<?= f(1) ?> g(2) <?php h(3);",
            [
                "f(1)",
                "h(3)",
            ]),
        ReadingCase(
            .php,
            "<?php function f($a = 'x') { return true; }",
            [
                "f(a: 'x') returns true",
                "a='x'",
            ]),
        ReadingCase(
            .php,
            "<?php $x = <<<E\nabc f(1)\nE;\ng($x);",
            [
                "x='abc f(1)'",
                "g('abc f(1)')",
            ]),
        ReadingCase(
            .php,
            "<?php f(fn($x) => true);",
            [
                "?(x: ?) returns true",
                "f(fn)",
            ]),
        ReadingCase(
            .php,
            "<?php // f(1)\n# g(2)\n/* h(3) */ i(4);",
            [
                "i(4)"
            ]),
        ReadingCase(
            .php,
            "<?php if (false) { f(1); }",
            [
                "f(1)"
            ]),
        ReadingCase(
            .php,
            "<?php namespace A; use B\\{C, D as E}; E::f();",
            [
                "B.D.f()"
            ]),
        ReadingCase(
            .php,
            "<?php $a = $b ?? 'd'; f($a);",
            [
                "a=b|'d'",
                "f(b|'d')",
            ]),
        ReadingCase(
            .php,
            "<?php f(name: 1);",
            [
                "f(name: 1)"
            ]),
        ReadingCase(
            .php,
            "<?php #[A(1)] class B {}",
            [
                "@A(1)"
            ]),
    ]
}
