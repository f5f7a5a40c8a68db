import ScanModel

/// Sources and the uses that they hold, by language.
enum FourthLanguageCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            .ruby,
            "http = Net::HTTP.new(h)\nhttp.verify_mode = OpenSSL::SSL::VERIFY_NONE",
            [
                "Net.HTTP.new(h)",
                "http=Net.HTTP.new()",
                "Net.HTTP.verify_mode=OpenSSL.SSL.VERIFY_NONE",
            ]),
        ReadingCase(
            .ruby,
            "JWT.decode t, nil, false",
            [
                "JWT.decode(t, null, false)"
            ]),
        ReadingCase(
            .ruby,
            "f(a: 1, :b => 2, \"c\" => 3)",
            [
                "?.b=2",
                "?.c=3",
                "f(a: 1, b: 2, c: 3)",
            ]),
        ReadingCase(
            .ruby,
            "A = 'x'\nf(A)",
            [
                "A='x'",
                "f('x')",
            ]),
        ReadingCase(
            .ruby,
            "class A\n  def initialize\n    @k = 'v'\n  end\n  def m\n    f(@k)\n  end\nend",
            [
                "initialize() other",
                "@k='v'",
                "m() other",
                "f('v')",
            ]),
        ReadingCase(
            .ruby,
            "def t?; true; end",
            [
                "t?() returns true"
            ]),
        ReadingCase(
            .ruby,
            "x.each { |a| f(a) }",
            [
                "?(a: ?) other",
                "f(a)",
                "x.each(fn)",
            ]),
        ReadingCase(
            .ruby,
            "x.each do |a|\n  f(a)\nend",
            [
                "f(a)"
            ]),
        ReadingCase(
            .ruby,
            "f \"a#{g(1)}\"",
            [
                "g(1)",
                "f(?)",
            ]),
        ReadingCase(
            .ruby,
            "x = <<~E\n  f(1)\nE\ng(x)",
            [
                "x='  f(1)'",
                "g('  f(1)')",
            ]),
        ReadingCase(
            .ruby,
            "f(%w[a b], %q(c))",
            [
                "f('a b', 'c')"
            ]),
        ReadingCase(
            .ruby,
            "f 1 if x",
            [
                "f(1)"
            ]),
        ReadingCase(
            .ruby,
            "if false\n  f(1)\nend",
            [
                "f(1)"
            ]),
        ReadingCase(
            .ruby,
            "# f(1)\ng :a, b: {c: false}",
            [
                "?.c=false",
                "g('a', b: {c: false})",
            ]),
        ReadingCase(
            .ruby,
            "f(->(a) { true })",
            [
                "?(a: ?) returns true",
                "f(fn)",
            ]),
        ReadingCase(
            .ruby,
            "a&.b(1)",
            [
                "a.b(1)"
            ]),
        ReadingCase(
            .rust,
            "use a::B as C;\nC::d();",
            [
                "a.B.d()"
            ]),
        ReadingCase(
            .rust,
            "c.danger_accept_invalid_certs(true);",
            [
                "c.danger_accept_invalid_certs(true)"
            ]),
        ReadingCase(
            .rust,
            "let v = V { a: false, ..D::e() };",
            [
                "V.a=false",
                "D.e()",
                "new V(a: false, D.e())",
                "v=V()",
            ]),
        ReadingCase(
            .rust,
            "const A: &str = \"x\"; fn m() { f(A); }",
            [
                "A='x'",
                "m() other",
                "f('x')",
            ]),
        ReadingCase(
            .rust,
            "fn m(a: &str) -> bool { true }",
            [
                "m(a: ?) returns true"
            ]),
        ReadingCase(
            .rust,
            "f(|a| true);",
            [
                "?(a: ?) returns true",
                "f(fn)",
            ]),
        ReadingCase(
            .rust,
            "println!(\"{}\", f(1));",
            [
                "f(1)",
                "println('{}', f())",
            ]),
        ReadingCase(
            .rust,
            "f(r#\"a\"b\"#, b\"c\");",
            [
                "f('a\"b', 'c')"
            ]),
        ReadingCase(
            .rust,
            "let b = X::builder(1).unwrap(); b.set(Y::NONE);",
            [
                "X.builder(1)",
                "X.builder.unwrap()",
                "b=X.builder.unwrap()",
                "X.builder.set(Y.NONE)",
            ]),
        ReadingCase(
            .rust,
            "f::<T>(1);",
            [
                "f(1)"
            ]),
        ReadingCase(
            .rust,
            "match x { Some(y) => f(y), _ => g() }",
            [
                "Some(y)",
                "f(y)",
                "g()",
            ]),
        ReadingCase(
            .rust,
            "#[a(b)]\nfn c<'a>(x: &'a str) {}",
            [
                "@a(b)",
                "c(x: ?) empty",
            ]),
        ReadingCase(
            .rust,
            "f(&[0u8; 16]);",
            [
                "f([0, 16])"
            ]),
        ReadingCase(
            .rust,
            "use a::{b, c::{D, E}};\nD::f(); b::g();",
            [
                "a.c.D.f()",
                "a.b.g()",
            ]),
        ReadingCase(
            .rust,
            "f(1)?.g(2)?;",
            [
                "f(1)",
                "f.g(2)",
            ]),
        ReadingCase(
            .rust,
            "/* a /* b */ f(1) */ g(2);",
            [
                "g(2)"
            ]),
    ]
}
