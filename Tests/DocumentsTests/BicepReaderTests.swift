import Documents
import Testing

struct BicepReaderTests {
    static let cases: [(text: String, outline: String)] = [
        ("", "{}"),
        (
            "// c\n/* d */\n#disable-next-line x\ntargetScope = 'subscription'\n",
            "{targetScope: \"subscription\"}"
        ),
        (
            "var a = 'it\\'s \\u{e9} \\${x}'",
            "{var@var a@: {a: \"it's é ${x}\"@'it\\'s \\u{e9} \\${x}'@}}"
        ),
        (
            "var a = '''\none\n'two'\n'''",
            "{var@var a@: {a: \"one\n'two'\n\"@'''\none\n'two'\n'''@}}"
        ),
        (
            "var a = [\n 1\n 'b'\n]\nvar c = [1, 2]",
            "{var@var a@: {a: [1, \"b\"]}, var@var c@: {c: [1, 2]}}"
        ),
        ("var a = { b: 1, c: { d: true } }", "{var@var a@: {a: {b: 1, c: {d: true}}}}"),
        (
            "var a = x ? 'b'\n  : 'c'\nvar d = 1",
            "{var@var a@: {a: <x ? 'b'\n  : 'c'>}, var@var d@: {d: 1}}"
        ),
        (
            "param p object = {\n ...q\n a: 1\n}\nimport { x } from 'y'\n",
            "{param@param p@: {p: {type@object@: object, default@p@: {a: 1}}}}"
        ),
        (
            "type t = {\n  *: string\n}\nfunc f(a string) string =>\n  a\n",
            "{type@type t@: {t: {value@t@: {*: <string>}}}, "
                + "func@func f@: {f: {type@(a string) string@: (a string) string, value@f@: <a>}}}"
        ),
    ]

    @Test(arguments: cases.indices)
    func `reads what stands there`(_ index: Int) {
        let (text, expected) = Self.cases[index]
        let document = read(text) { BicepReader.read($0, limits: $1) }
        #expect(document.roots.map { TreeOutline(text)($0) } == [expected])
        #expect(document.faults.isEmpty)
    }

    @Test
    func `any part and any change of a file is read without a trap`() {
        let text =
            Self.cases.map(\.text).joined(separator: "\n") + """

                @secure()
                param s string
                resource r 'M.S/a@1' = [for x in [1, 2]: if (x > 1) {
                  name: '${x}'
                  resource k 'kids' = {
                    name: 'k'
                  }
                }]
                """
        HostileBytes.check(text) { bytes in
            _ = BicepReader.read(bytes).subjects(path: "x.bicep")
        }
    }
}
