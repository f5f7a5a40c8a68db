import Documents
import Testing

@Suite struct TOMLReaderTests {
    @Test(arguments: TOMLReaderTests.cases)
    func tree(text: String, outline: String) {
        #expect(DataOutline.of(.toml, text) == outline)
    }

    @Test func tablesCoverTheirLines() throws {
        let text = Array("a.b = 1\n[t]\nx = 2\n[[l]]\ny = {z = 3}\n".utf8)
        let root = try #require(text.withUnsafeBytes { TOMLReader.read($0) }.roots.first)
        guard case .mapping(let entries) = root.content else { return }
        #expect(
            entries.map(\.value.span) == [SourceSpan(0, 7), SourceSpan(8, 17), SourceSpan(18, 35)])
        #expect(
            entries.map(\.keySpan) == [SourceSpan(0, 1), SourceSpan(9, 10), SourceSpan(20, 21)])
    }

    /// Texts and their outlines.
    private static let cases: [(String, String)] = [
        (
            "a = 1\nb = \"x\\t\\u00e9\"\n[t.u]\nc = 'l'\n",
            "{a: 1, b: 'x→é'«\"x\\t\\u00e9\"», t: {u: {c: 'l'«'l'»}}}"
        ),
        ("a.b.c = 1\na.b.d = 2", "{a: {b: {c: 1, d: 2}}}"),
        ("[[x]]\na=1\n[[x]]\na=2\n[x.y]\nb=3", "{x: [{a: 1}, {a: 2, y: {b: 3}}]}"),
        ("t = {a = 1, b.c = [1, 2.5, {d = true}]}", "{t: {a: 1, b: {c: [1, 2.5, {d: true}]}}}"),
        (
            "d = 1979-05-27 07:32:00Z\ne=07:32:00\nf=1979-05-27",
            "{d: 1979-05-27 07:32:00Z, e: 07:32:00, f: 1979-05-27}"
        ),
        (
            "s = \"\"\"\na\\\n   b\"\"c\"\"\"\nt = '''x\ny'''",
            "{s: 'ab\"\"c'«\"\"\"⏎a\\⏎   b\"\"c\"\"\"», t: 'x⏎y'«'''x⏎y'''»}"
        ),
        ("a = 1\na = 2", "{a: 1, a: 2} !2:1"),
        ("[t]\na=1\n[t]\nb=2", "{t: {a: 1, b: 2}} !3:1"),
        ("a = \nb = 1", "{b: 1} !1:5"),
        ("a = \"open\nb = 1", "{b: 1} !1:5"),
        ("a = 1 2\nb = 3", "{a: 1, b: 3} !1:7"),
        ("[t\na=1\n[u]\nb=2", "{u: {b: 2}} !1:3"),
        ("\"q k\".x = 1", "{q k«\"q k\"»: {x: 1}}"),
        ("a = [\n 1, # c\n 2,\n]\n", "{a: [1, 2]}"),
        ("n = 0x_1\nm = 1__0\no = 1_000", "{n: 0x_1, m: 1__0, o: 1_000} !1:5 !2:5"),
        ("a = {b = 1}\na.c = 2\n[a]\nd = 3", "{a: {b: 1}, a: {c: 2, d: 3}} !2:1 !3:1"),
        ("", "{}"),
        ("\u{FEFF}a=1\r\nb=2\r\n", "{a: 1, b: 2}"),
        ("a = 2021-02-30", "{a: 2021-02-30} !1:5"),
        ("x = {a = 1,\n b = 2,}", "{x: {a: 1, b: 2}}"),
        ("= 1", "{} !1:1"),
        ("a", "{} !1:2"),
    ]
}
