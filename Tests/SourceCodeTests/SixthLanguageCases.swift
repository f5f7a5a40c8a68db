import ScanModel

/// Sources and the uses that they hold, by language.
enum SixthLanguageCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            .scala,
            "import a.{B, C => D}\nD.e()",
            [
                "a.C.e()"
            ]),
        ReadingCase(
            .scala,
            "val a = \"x\"\nf(s\"$a/y\")",
            [
                "a='x'",
                "f('x/y')",
            ]),
        ReadingCase(
            .scala,
            "def m(a: String, b: Int = 1): String = f(a)",
            [
                "m(a: ?, b: 1) other",
                "b=1",
                "f(a)",
            ]),
        ReadingCase(
            .scala,
            "xs.map(x => f(x))",
            [
                "?(x: ?) other",
                "f(x)",
                "xs.map(fn)",
            ]),
        ReadingCase(
            .scala,
            "new A() { override def f = true }",
            [
                "new A()",
                "f() returns true",
            ]),
        ReadingCase(
            .scala,
            "override def c(a: Array[X]): Unit = {}",
            [
                "c(a: ?) empty"
            ]),
        ReadingCase(
            .scala,
            "f(a = 1)",
            [
                "f(a: 1)"
            ]),
        ReadingCase(
            .groovy,
            "def m = A.b(\"c\")",
            [
                "A.b('c')",
                "m=A.b()",
            ]),
        ReadingCase(
            .groovy,
            "f 'a', b: 1",
            [
                "f('a', b: 1)"
            ]),
        ReadingCase(
            .groovy,
            "def f(String a, b = 'x') { return true }",
            [
                "f(a: ?, b: 'x') returns true",
                "b='x'",
            ]),
        ReadingCase(
            .groovy,
            "a { url \"http://x\" }",
            [
                "?() other",
                "url('http://x')",
                "a(fn)",
            ]),
        ReadingCase(
            .groovy,
            "V v = { h, s -> true }",
            [
                "?(h: ?, s: ?) returns true",
                "v=fn",
            ]),
        ReadingCase(
            .groovy,
            "f(\"a${g(1)}\")",
            [
                "g(1)",
                "f(?)",
            ]),
        ReadingCase(
            .groovy,
            "import a.B\nB.c()",
            [
                "a.B.c()"
            ]),
        ReadingCase(
            .visualbasic,
            "Dim m As New A()\nm.B(1)",
            [
                "new A()",
                "m=A()",
                "A.B(1)",
            ]),
        ReadingCase(
            .visualbasic,
            "Function F(ByVal a As String) As Boolean\n  Return True\nEnd Function",
            [
                "F(a: ?) returns true"
            ]),
        ReadingCase(
            .visualbasic,
            "Const K As String = \"a\" & \"b\"\nF(K)",
            [
                "K='ab'",
                "F('ab')",
            ]),
        ReadingCase(
            .visualbasic,
            "x.Y = Function(a, b) True",
            [
                "?(a: ?, b: ?) returns true",
                "x.Y=fn",
            ]),
        ReadingCase(
            .visualbasic,
            "SP.P = S.Tls ' f(1)",
            [
                "SP.P=S.Tls"
            ]),
        ReadingCase(
            .visualbasic,
            "Dim h = A.Create(\"MD5\")",
            [
                "A.Create('MD5')",
                "h=A.Create()",
            ]),
        ReadingCase(
            .visualbasic,
            "Imports A.B\nF(1)",
            [
                "F(1)"
            ]),
        ReadingCase(
            .dart,
            "import 'package:crypto/crypto.dart' as c;\nc.md5.convert(x);",
            [
                "crypto.md5.convert(x)"
            ]),
        ReadingCase(
            .dart,
            "a..b = (c, d) => true;",
            [
                "?(c: ?, d: ?) returns true",
                "?.b=fn",
            ]),
        ReadingCase(
            .dart,
            "final t = Random().nextInt(1);",
            [
                "Random()",
                "Random.nextInt(1)",
                "t=Random.nextInt()",
            ]),
        ReadingCase(
            .dart,
            "f(a: 1, 'b');",
            [
                "f(a: 1, 'b')"
            ]),
        ReadingCase(
            .dart,
            "f(\"a${g(1)}$x\");",
            [
                "g(1)",
                "f(?)",
            ]),
        ReadingCase(
            .dart,
            "bool m(X a) { return true; }",
            [
                "m(a: ?) returns true"
            ]),
        ReadingCase(
            .dart,
            "f(r'a\\n');",
            [
                "f('a\\n')"
            ]),
    ]
}
