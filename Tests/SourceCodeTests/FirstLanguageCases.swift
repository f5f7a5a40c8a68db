import ScanModel

/// Sources and the uses that they hold, by language.
enum FirstLanguageCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            .python,
            "import requests as r\nr.get(u, verify=False)",
            [
                "requests.get(u, verify: false)"
            ]),
        ReadingCase(
            .python,
            "from ssl import CERT_NONE\nf(CERT_NONE)",
            [
                "f(ssl.CERT_NONE)"
            ]),
        ReadingCase(
            .python,
            "import ssl\nctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)\nctx.check_hostname = False",
            [
                "ssl.SSLContext(ssl.PROTOCOL_TLSv1)",
                "ctx=ssl.SSLContext()",
                "ssl.SSLContext.check_hostname=false",
            ]),
        ReadingCase(
            .python,
            "A = 'md' + '5'\nhashlib.new(A)",
            [
                "A='md5'",
                "hashlib.new('md5')",
            ]),
        ReadingCase(
            .python,
            "f(\n  1, # (\n  *a, **k,\n  x='y'\n)",
            [
                "f(1, a, k, x: 'y')"
            ]),
        ReadingCase(
            .python,
            "def g(alg):\n  h(alg)\ng('md5')",
            [
                "g(alg: ?) other",
                "h('md5')",
                "g('md5')",
            ]),
        ReadingCase(
            .python,
            "x = 'a'\nif c:\n  x = 'b'\nf(x)",
            [
                "x='a'",
                "x='b'",
                "f('b'|'a')",
            ]),
        ReadingCase(
            .python,
            "if False:\n  f(1)\ng(2)",
            [
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .python,
            "f(f'{1}x', rf\"a{b}\", b'z')",
            [
                "f('1x', ?, 'z')"
            ]),
        ReadingCase(
            .python,
            "class A:\n  k = 'v'\n  def m(self):\n    f(self.k)\n    g(k)",
            [
                "k='v'",
                "m() other",
                "f('v')",
                "g(k)",
            ]),
        ReadingCase(
            .python,
            "def m():\n  return 'md5'\nf(m())",
            [
                "m() returns 'md5'",
                "m()",
                "f('md5')",
            ]),
        ReadingCase(
            .python,
            "f(a)(b).c(d)",
            [
                "f(a)",
                "f(b)",
                "f.c(d)",
            ]),
        ReadingCase(
            .python,
            "h = hashlib.md5(x).hexdigest()",
            [
                "hashlib.md5(x)",
                "hashlib.md5.hexdigest()",
                "h=hashlib.md5.hexdigest()",
            ]),
        ReadingCase(
            .python,
            "f({'a': 1, **b}, [1, 2], (3,))",
            [
                "?.a=1",
                "f({a: 1, b}, [1, 2], [3])",
            ]),
        ReadingCase(
            .python,
            "@app.route('/x')\ndef v(a=True): return None",
            [
                "@app.route('/x')",
                "v(a: true) returns null",
                "a=true",
            ]),
        ReadingCase(
            .python,
            "x = lambda a: True",
            [
                "?(a: ?) returns true",
                "x=fn",
            ]),
        ReadingCase(
            .python,
            "f('a' 'b', \"\"\"c\nd\"\"\", r'\\n')",
            [
                "f('ab', 'c\nd', '\\n')"
            ]),
        ReadingCase(
            .python,
            "f(x if y else z)",
            [
                "f(x|z)"
            ]),
        ReadingCase(
            .python,
            "a = 1\r\nf(a,\r\n  b=2)\r\n",
            [
                "a=1",
                "f(1, b: 2)",
            ]),
        ReadingCase(
            .javascript,
            "const {createHash: h} = require('node:crypto');\nh('md5')",
            [
                "require('node:crypto')",
                "crypto.createHash('md5')",
            ]),
        ReadingCase(
            .javascript,
            "import c from 'crypto';\nc.createHash(`sha${1}`)",
            [
                "crypto.createHash('sha1')"
            ]),
        ReadingCase(
            .javascript,
            "f({a: 1, b() { return 2 }, ...c})",
            [
                "?.a=1",
                "b() returns 2",
                "f({a: 1, c})",
            ]),
        ReadingCase(
            .javascript,
            "process.env['X'] = '0'",
            [
                "process.env.X='0'"
            ]),
        ReadingCase(
            .javascript,
            "const a = new https.Agent({rejectUnauthorized: false})",
            [
                "?.rejectUnauthorized=false",
                "new https.Agent({rejectUnauthorized: false})",
                "a=https.Agent()",
            ]),
        ReadingCase(
            .javascript,
            "x = y || 'd'; f(x)",
            [
                "x=y|'d'",
                "f(y|'d')",
            ]),
        ReadingCase(
            .javascript,
            "f(() => true, function (a) { g(a) })",
            [
                "?() returns true",
                "?(a: ?) other",
                "g(a)",
                "f(fn, fn)",
            ]),
        ReadingCase(
            .javascript,
            "const f = (alg) => g(alg); f('md5')",
            [
                "?(alg: ?) other",
                "g('md5')",
                "f=fn",
                "f('md5')",
            ]),
        ReadingCase(
            .javascript,
            "a.b().c(1)",
            [
                "a.b()",
                "a.b.c(1)",
            ]),
        ReadingCase(
            .javascript,
            "f(/a\\/(b/, 2)",
            [
                "f(?, 2)"
            ]),
        ReadingCase(
            .javascript,
            "if (0) { f(1) } else { g(2) }",
            [
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .javascript,
            "class A { x = 1; m(a = 2) { f(this.x) } }",
            [
                "x=1",
                "m(a: 2) other",
                "a=2",
                "f(1)",
            ]),
        ReadingCase(
            .javascript,
            "f(a, /* ) */ b, // )\n c)",
            [
                "f(a, b, c)"
            ]),
        ReadingCase(
            .javascript,
            "`a${f(1)}b${`c${g(2)}`}`",
            [
                "f(1)",
                "g(2)",
            ]),
        ReadingCase(
            .javascript,
            "let k: string = 'abc'; f(k!)",
            [
                "k='abc'",
                "f('abc')",
            ]),
        ReadingCase(
            .javascript,
            "export default { m() { return f(1) } }",
            [
                "m() other",
                "f(1)",
            ]),
        ReadingCase(
            .javascript,
            "f(<T>(x: T): T => x)",
            [
                "?(x: ?) returns x",
                "f(?, ?)",
            ]),
        ReadingCase(
            .javascript,
            "import * as j from \"jsonwebtoken\"\nj.verify(t, k, {algorithms: ['none']})",
            [
                "?.algorithms=['none']",
                "jsonwebtoken.verify(t, k, {algorithms: ['none']})",
            ]),
    ]
}
