import ScanModel

/// Sources and the uses that they hold, by language.
enum OtherLanguageCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            .perl,
            "use Digest::MD5 qw(md5_hex);\nmy $h = md5_hex($p);",
            [
                "Digest.MD5.md5_hex(p)",
                "h=Digest.MD5.md5_hex()",
            ]),
        ReadingCase(
            .perl,
            "my $u = LWP::UserAgent->new(a => 0);\n$u->b(1);",
            [
                "?.a=0",
                "LWP.UserAgent.new(a: 0)",
                "u=LWP.UserAgent.new()",
                "LWP.UserAgent.b(1)",
            ]),
        ReadingCase(
            .perl,
            "f({ a => { b => 0 } });",
            [
                "?.b=0",
                "?.a={b: 0}",
                "f({a: {b: 0}})",
            ]),
        ReadingCase(
            .perl,
            "$ENV{X} = 0;",
            [
                "ENV.X=0"
            ]),
        ReadingCase(
            .perl,
            "sub m { return 1; }",
            [
                "m() returns 1"
            ]),
        ReadingCase(
            .perl,
            "f(q(a), \"b\", 'c' . 'd');",
            [
                "f('a', 'b', 'cd')"
            ]),
        ReadingCase(
            .perl,
            "# f(1)\ng(2);",
            [
                "g(2)"
            ]),
        ReadingCase(
            .elixir,
            ":crypto.hash(:md5, a)",
            [
                "crypto.hash('md5', a)"
            ]),
        ReadingCase(
            .elixir,
            "f(a, ssl: [verify: :verify_none])",
            [
                "?.verify='verify_none'",
                "?.ssl={verify: 'verify_none'}",
                "f(a, ssl: {verify: 'verify_none'})",
            ]),
        ReadingCase(
            .elixir,
            "def m(a, b \\\\ 1) do\n  f(a)\nend",
            [
                "m(a: ?, b: 1) other",
                "b=1",
                "f(a)",
            ]),
        ReadingCase(
            .elixir,
            "x = %{a: false}",
            [
                "?.a=false",
                "x={a: false}",
            ]),
        ReadingCase(
            .elixir,
            "a |> f(1)",
            [
                "f(a, 1)"
            ]),
        ReadingCase(
            .elixir,
            "fn x -> true end",
            [
                "?(x: ?) returns true"
            ]),
        ReadingCase(
            .elixir,
            "f(\"a#{g(1)}\")",
            [
                "g(1)",
                "f(?)",
            ]),
        ReadingCase(
            .lua,
            "local s = require \"ssl\"\ns.f(1)",
            [
                "require('ssl')",
                "ssl.f(1)",
            ]),
        ReadingCase(
            .lua,
            "f{ a = \"b\" }",
            [
                "?.a='b'",
                "f({a: 'b'})",
            ]),
        ReadingCase(
            .lua,
            "a:b(nil, false)",
            [
                "a.b(null, false)"
            ]),
        ReadingCase(
            .lua,
            "function M.f(a) return true end",
            [
                "f(a: ?) returns true"
            ]),
        ReadingCase(
            .lua,
            "f([[a(1)]], 'b' .. 'c')",
            [
                "f('a(1)', 'bc')"
            ]),
        ReadingCase(
            .lua,
            "-- f(1)\ng(2) --[[ h(3) ]] i(4)",
            [
                "g(2)",
                "i(4)",
            ]),
        ReadingCase(
            .lua,
            "local k = 'x'\nf(k)",
            [
                "k='x'",
                "f('x')",
            ]),
        ReadingCase(
            .powershell,
            "[A.B]::C = { $true }",
            [
                "?() returns true",
                "A.B.C=fn",
            ]),
        ReadingCase(
            .powershell,
            "Get-X -A b -C -D 1",
            [
                "Get-X(A: 'b', C: true, D: 1)"
            ]),
        ReadingCase(
            .powershell,
            "$a = New-Object A.B",
            [
                "New-Object('A.B')",
                "a=New-Object()",
            ]),
        ReadingCase(
            .powershell,
            "f @{ a = 'b' }",
            [
                "?.a='b'",
                "f({a: 'b'})",
            ]),
        ReadingCase(
            .powershell,
            "[A.B]::C('d')",
            [
                "A.B.C('d')"
            ]),
        ReadingCase(
            .powershell,
            "function F-G($a = 'x') { return $true }",
            [
                "F-G(a: 'x') returns true",
                "a='x'",
            ]),
        ReadingCase(
            .powershell,
            "<# F-A 1 #> F-B \"c\"",
            [
                "F-B('c')"
            ]),
        ReadingCase(
            .shell,
            "curl -k --x=y \"$U\"",
            [
                "curl(-k: true, --x: 'y', U)"
            ]),
        ReadingCase(
            .shell,
            "A=b\nc $A",
            [
                "A='b'",
                "c('b')",
            ]),
        ReadingCase(
            .shell,
            "x=$(f 1)",
            [
                "x=?",
                "f('1')",
            ]),
        ReadingCase(
            .shell,
            "/usr/bin/f a | g b && h",
            [
                "f('a')",
                "g('b')",
                "h()",
            ]),
        ReadingCase(
            .shell,
            "# f\ng 'a b'",
            [
                "g('a b')"
            ]),
        ReadingCase(
            .shell,
            "f \\\n  -a",
            [
                "f(-a: true)"
            ]),
        ReadingCase(
            .sql,
            "SELECT MD5('x')",
            [
                "MD5('x')"
            ]),
        ReadingCase(
            .sql,
            "UPDATE t SET password = SHA1(p)",
            [
                "SHA1(p)",
                "password=SHA1()",
            ]),
        ReadingCase(
            .sql,
            "-- f(1)\nSELECT g(2, 'a''b')",
            [
                "g(2, 'a'b')"
            ]),
        ReadingCase(
            .sql,
            "SELECT f(g(1), 2)",
            [
                "g(1)",
                "f(g(), 2)",
            ]),
        ReadingCase(
            .sql,
            "CREATE FUNCTION x() AS $$ SELECT h(1) $$",
            [
                "x()",
                "h(1)",
            ]),
        ReadingCase(
            .sql,
            "SELECT 'f(1)', E'x'",
            []),
    ]
}
