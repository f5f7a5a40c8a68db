import ScanModel

/// Sources and the uses that they hold, by language.
enum FifthLanguageCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            .swift,
            "config.min = .TLSv10",
            [
                "config.min=?.TLSv10"
            ]),
        ReadingCase(
            .swift,
            "f(a, b: 1)",
            [
                "f(a, b: 1)"
            ]),
        ReadingCase(
            .swift,
            "let d = Insecure.MD5.hash(data: x)",
            [
                "Insecure.MD5.hash(data: x)",
                "d=Insecure.MD5.hash()",
            ]),
        ReadingCase(
            .swift,
            "func m(_ a: String, b c: Int = 3) -> Bool { return true }",
            [
                "m(a: ?, c: 3) returns true",
                "c=3",
            ]),
        ReadingCase(
            .swift,
            "f { _ in true }",
            [
                "?(_: ?) returns true",
                "f(fn)",
            ]),
        ReadingCase(
            .swift,
            "let a: A = b()\na.c()",
            [
                "b()",
                "a=b()",
                "A.c()",
            ]),
        ReadingCase(
            .swift,
            "f(\"a\\(g(1))\")",
            [
                "g(1)",
                "f(?)",
            ]),
        ReadingCase(
            .swift,
            "class A { var k = \"v\"; init() { f(k) } }",
            [
                "k='v'",
                "init() other",
                "f('v')",
            ]),
        ReadingCase(
            .swift,
            "guard let x = f(1) else { return }",
            [
                "f(1)"
            ]),
        ReadingCase(
            .swift,
            "f(a!.b)",
            [
                "f(a.b)"
            ]),
        ReadingCase(
            .swift,
            "f(#\"a\"b\"#)",
            [
                "f('a\"b')"
            ]),
        ReadingCase(
            .swift,
            "xs.map { $0.f() }",
            [
                "?() other",
                "?.f()",
                "xs.map(fn)",
            ]),
        ReadingCase(
            .swift,
            "if a { f(1) } else { g(2) }",
            [
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .swift,
            "let q: [String: Any] = [kA as String: kB]",
            [
                "?.kA=kB",
                "q={kA: kB}",
            ]),
        ReadingCase(
            .swift,
            "try? f(1)",
            [
                "f(1)"
            ]),
        ReadingCase(
            .swift,
            "f(\"\"\"\na\n\"\"\")",
            [
                "f('\na\n')"
            ]),
        ReadingCase(
            .c,
            "#include <a.h>\n#define K \"k\"\nint main() { f(K); }",
            [
                "K='k'",
                "main() other",
                "f('k')",
            ]),
        ReadingCase(
            .c,
            "SSL_CTX_set_verify(c, SSL_VERIFY_NONE, NULL);",
            [
                "SSL_CTX_set_verify(c, SSL_VERIFY_NONE, null)"
            ]),
        ReadingCase(
            .c,
            "static int cb(int a, X *b) { return 1; }",
            [
                "cb(a: ?, b: ?) returns 1"
            ]),
        ReadingCase(
            .c,
            "int m() { X *c = X_new(y()); c->v = 0; }",
            [
                "m() other",
                "y()",
                "X_new(y())",
                "c=X_new()",
                "X.v=0",
            ]),
        ReadingCase(
            .c,
            "int m() { unsigned char iv[16] = {0}; f(iv); }",
            [
                "m() other",
                "iv=[0]",
                "f([0])",
            ]),
        ReadingCase(
            .c,
            "#if 0\nf(1)\n#endif\ng(2);",
            [
                "g(2)"
            ]),
        ReadingCase(
            .c,
            "f((unsigned char *)b, a + 1);",
            [
                "f(b, ?)"
            ]),
        ReadingCase(
            .c,
            "struct s x = { .a = 0, .b = \"c\" };",
            [
                "?.a=0",
                "?.b='c'",
                "x={a: 0, b: 'c'}",
            ]),
        ReadingCase(
            .c,
            "[NSURLRequest setX:YES forHost:h];",
            [
                "NSURLRequest.setX(true, forHost: h)"
            ]),
        ReadingCase(
            .c,
            "[[A alloc] initWith:@\"x\"];",
            [
                "A.alloc()",
                "A.initWith('x')",
            ]),
        ReadingCase(
            .c,
            "f([](int a) { return true; });",
            [
                "?(a: ?) returns true",
                "f(fn)",
            ]),
        ReadingCase(
            .c,
            "auto c = std::make_unique<B>(1);",
            [
                "std.make_unique(1)",
                "c=std.make_unique()",
            ]),
        ReadingCase(
            .c,
            "void A::b() { f(1); }",
            [
                "b() other",
                "f(1)",
            ]),
        ReadingCase(
            .c,
            "f(R\"(a)b)\", L\"c\");",
            [
                "f('a)b', 'c')"
            ]),
        ReadingCase(
            .c,
            "f(\"a\" \"b\");",
            [
                "f('ab')"
            ]),
        ReadingCase(
            .c,
            "if (memcmp(a, b, 1) == 0) f(1);",
            [
                "memcmp(a, b, 1)",
                "f(1)",
            ]),
    ]
}
