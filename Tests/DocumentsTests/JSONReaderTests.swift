import Documents
import Testing

@Suite struct JSONReaderTests {
    @Test(arguments: JSONReaderTests.cases)
    func tree(text: String, outline: String) {
        #expect(DataOutline.of(.json, text) == outline)
    }

    @Test func containersCoverTheirBrackets() throws {
        let text = Array(" {\"a\": [1, {}] }\n".utf8)
        let root = try #require(text.withUnsafeBytes { JSONReader.read($0) }.roots.first)
        #expect(root.span == SourceSpan(1, 16))
        guard case .mapping(let entries) = root.content else { return }
        #expect(entries.map(\.value.span) == [SourceSpan(7, 14)])
        #expect(entries.map(\.value.position.description) == ["1:8"])
    }

    /// Texts and their outlines.
    private static let cases: [(String, String)] = [
        (
            "{\"a\": \"b\\n\\u00e9\\uD83D\\uDE00\"}",
            "{a«\"a\"»: 'b⏎é😀'«\"b\\n\\u00e9\\uD83D\\uDE00\"»}"
        ),
        (
            "// c\n{a: 'x', /* d */ $b_1: 0x1F, c: [1, .5, +2, -Infinity, NaN,],}",
            "{a: 'x'«'x'», $b_1: 0x1F, c: [1, .5, +2, -Infinity, NaN]}"
        ),
        ("[true, false, null]", "[true, false, null]"),
        ("{\"a\":1}\n{\"b\":2}\n", "{a«\"a\"»: 1} | {b«\"b\"»: 2}"),
        ("{\"a\":1} {\"b\":2}", "{a«\"a\"»: 1} | {b«\"b\"»: 2} !1:9"),
        ("{\"a\":1,\"a\":2}", "{a«\"a\"»: 1, a«\"a\"»: 2} !1:8"),
        ("{\"a\" 1, \"b\": 2}", "{b«\"b\"»: 2} !1:6"),
        ("{\"a\": \"open\n \"b\": 2}", "{a«\"a\"»: 'open'«\"open», b«\"b\"»: 2} !1:12 !2:2"),
        ("{\"a\": \"l1\nl2\", \"b\": 1}", "{a«\"a\"»: 'l1⏎l2'«\"l1⏎l2\"», b«\"b\"»: 1} !1:10"),
        ("{\"a\": 1 \"b\": 2}", "{a«\"a\"»: 1, b«\"b\"»: 2} !1:9"),
        ("{\"a\": nope, \"b\": 01}", "{a«\"a\"»: nope, b«\"b\"»: 01} !1:7 !1:18"),
        ("[1,,2]", "[1, 2] !1:4"),
        ("{\"a\": {\"b\": [{\"c\": \"d\"}]}}", "{a«\"a\"»: {b«\"b\"»: [{c«\"c\"»: 'd'«\"d\"»}]}}"),
        ("\u{FEFF}{\"a\":1}", "{a«\"a\"»: 1}"),
        ("{'a\\\nb': \"\\x41\"}", "{ab«'a\\⏎b'»: 'A'«\"\\x41\"»}"),
        ("{\"a\": {", "{a«\"a\"»: {}} !1:8 !1:8"),
        ("[\"\\q\\u12\"]", "['q12'«\"\\q\\u12\"»] !1:5"),
        ("}", " !1:1"),
        ("{\"a\": /* open", "{} !1:7 !1:14"),
        ("{# c\n\"a\": 1}", "{a«\"a\"»: 1} !1:2"),
        ("{\"é\": \"ü\"}", "{é«\"é\"»: 'ü'«\"ü\"»}"),
        ("{\"a\":1,}", "{a«\"a\"»: 1}"),
        ("", ""),
        ("{\\u0061b: 1}", "{ab«\\u0061b»: 1}"),
        ("{\"a\": ${x}, \"b\": 1}", "{a«\"a\"»: <${x}>, b«\"b\"»: 1} !1:7"),
        ("[1 2]", "[1] !1:4"),
        ("{\"a\"}", "{} !1:5"),
        ("{1: 2}", "{1: 2} !1:2"),
        ("{\"a\": {{ .x }}, \"b\": 1}", "{a«\"a\"»: <{{ .x }}>, b«\"b\"»: 1} !1:7"),
    ]
}
