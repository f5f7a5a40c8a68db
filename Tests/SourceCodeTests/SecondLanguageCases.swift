import ScanModel

/// Sources and the uses that they hold, by language.
enum SecondLanguageCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            .java,
            "import javax.crypto.Cipher;\nclass A { void m() { Cipher c = Cipher.getInstance(\"DES\"); c.init(1); } }",
            [
                "m() other",
                "javax.crypto.Cipher.getInstance('DES')",
                "c=javax.crypto.Cipher.getInstance()",
                "javax.crypto.Cipher.init(1)",
            ]),
        ReadingCase(
            .java,
            "class A { static final String X = \"A\" + \"B\"; void m() { f(X); } }",
            [
                "X='AB'",
                "m() other",
                "f('AB')",
            ]),
        ReadingCase(
            .java,
            "new OkHttpClient.Builder().a().hostnameVerifier((h, s) -> true);",
            [
                "new OkHttpClient.Builder()",
                "OkHttpClient.Builder.a()",
                "?(h: ?, s: ?) returns true",
                "OkHttpClient.Builder.hostnameVerifier(fn)",
            ]),
        ReadingCase(
            .java,
            "class A { public void check(X[] c) throws E { } }",
            [
                "check(c: ?) empty"
            ]),
        ReadingCase(
            .java,
            "class A { X m() { return null; } }",
            [
                "m() returns null"
            ]),
        ReadingCase(
            .java,
            "class A { void m() { int n = 106; String b; b = (7*42) - n > 200 ? \"c\" : p; f(b); } }",
            [
                "m() other",
                "n=106",
                "b=p",
                "f(p)",
            ]),
        ReadingCase(
            .java,
            "class A { void m() { String a = \"x\"; if (q) a = \"y\"; f(a); } }",
            [
                "m() other",
                "a='x'",
                "a='y'",
                "f('y'|'x')",
            ]),
        ReadingCase(
            .java,
            "f(new V() { public boolean verify(String h) { return true; } });",
            [
                "new V()",
                "verify(h: ?) returns true",
                "f(V())",
            ]),
        ReadingCase(
            .java,
            "class A { void m() { f(\"k\".getBytes()); g(new byte[16]); } }",
            [
                "m() other",
                "?.getBytes()",
                "f('k')",
                "new byte[](16)",
                "g(byte[]())",
            ]),
        ReadingCase(
            .java,
            "@A(v = \"x\")\nclass B { }",
            [
                "@A(v: 'x')"
            ]),
        ReadingCase(
            .java,
            "class A { void m(String a) { f(a); } void n() { m(\"z\"); } }",
            [
                "m(a: ?) other",
                "f('z')",
                "n() other",
                "m('z')",
            ]),
        ReadingCase(
            .java,
            "class A { String h() { return \"DES\"; } void m() { f(h()); } }",
            [
                "h() returns 'DES'",
                "m() other",
                "h()",
                "f('DES')",
            ]),
        ReadingCase(
            .java,
            "f((String) a, (b) + 1, List.<T>of(1));",
            [
                "of(1)",
                "f(a, ?, List, ?, ?)",
            ]),
        ReadingCase(
            .java,
            "Map<String, List<X>> m = new HashMap<>();",
            [
                "new HashMap()",
                "m=HashMap()",
            ]),
        ReadingCase(
            .java,
            "for (int i = 0; i < 3; i++) f(i);",
            [
                "i=0",
                "f(?|0)",
            ]),
        ReadingCase(
            .java,
            "f(A::b, C.class);",
            [
                "f(A.b, C.class)"
            ]),
        ReadingCase(
            .java,
            "class A { void m() { if (false) { f(1); } } }",
            [
                "m() other",
                "f(1)",
            ]),
        ReadingCase(
            .kotlin,
            "import okhttp3.OkHttpClient\nval c = OkHttpClient.Builder()\n  .hostnameVerifier { _, _ -> true }",
            [
                "okhttp3.OkHttpClient.Builder()",
                "?(_: ?, _: ?) returns true",
                "okhttp3.OkHttpClient.Builder.hostnameVerifier(fn)",
                "c=okhttp3.OkHttpClient.Builder.hostnameVerifier()",
            ]),
        ReadingCase(
            .kotlin,
            "val a = \"D\"\nf(\"$a/E${1}\")",
            [
                "a='D'",
                "f('D/E1')",
            ]),
        ReadingCase(
            .kotlin,
            "fun m(a: String = \"x\") = g(a)",
            [
                "m(a: 'x') other",
                "a='x'",
                "g('x'|?)",
            ]),
        ReadingCase(
            .kotlin,
            "override fun c(x: Array<X>?) {}",
            [
                "c(x: ?) empty"
            ]),
        ReadingCase(
            .kotlin,
            "f(a = 1, b = 2)",
            [
                "f(a: 1, b: 2)"
            ]),
        ReadingCase(
            .kotlin,
            "object A { const val K = \"k\" }",
            [
                "K='k'"
            ]),
        ReadingCase(
            .kotlin,
            "x?.let { it.f(1) }",
            [
                "?() other",
                "it.f(1)",
                "x.let(fn)",
            ]),
        ReadingCase(
            .kotlin,
            "val t = object : X { override fun c(a: A) = true }",
            [
                "new X()",
                "c(a: ?) returns true",
                "t=X()",
            ]),
        ReadingCase(
            .kotlin,
            "import a.B as C\nC.d()",
            [
                "a.B.d()"
            ]),
        ReadingCase(
            .kotlin,
            "f { g(1) }",
            [
                "?() other",
                "g(1)",
                "f(fn)",
            ]),
        ReadingCase(
            .kotlin,
            "f(1) { true }",
            [
                "?() returns true",
                "f(1, fn)",
            ]),
        ReadingCase(
            .kotlin,
            "when (x) { 1 -> f(1) else -> g(2) }",
            [
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .kotlin,
            "if (a) f(1) else g(2)",
            [
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .kotlin,
            "val x: A = b()\nx.c()",
            [
                "b()",
                "x=b()",
                "A.c()",
            ]),
        ReadingCase(
            .kotlin,
            "@A(1) class B",
            [
                "@A(1)"
            ]),
        ReadingCase(
            .kotlin,
            "f(\"\"\"a\\n\"\"\")",
            [
                "f('a\\n')"
            ]),
        ReadingCase(
            .kotlin,
            "a!!.b(c)",
            [
                "a.b(c)"
            ]),
    ]
}
