import Documents
import Testing

@Suite struct PropertiesReaderTests {
    @Test(arguments: PropertiesReaderTests.cases)
    func tree(text: String, outline: String) {
        #expect(DataOutline.of(.properties, text) == outline)
    }

    @Test func referencesDoNotMultiply() {
        var text = "a0=xxxxxxxxxxxxxxxx\n"
        for index in 1..<60 { text += "a\(index)=${a\(index - 1)}${a\(index - 1)}\n" }
        let bytes = Array(text.utf8)
        let document = bytes.withUnsafeBytes { PropertiesReader.read($0) }
        #expect(document.faults.isEmpty)
        #expect(document.roots.count == 1)
    }

    /// Texts and their outlines.
    private static let cases: [(String, String)] = [
        ("a=1", "{a: 1}"),
        ("a.b=1\na.c=2\na.b.c=3", "{a: {b: 1, c: 2, b: {c: 3}}}"),
        ("a b c", "{a: b c}"),
        ("a:b", "{a: b}"),
        ("a = b", "{a: b}"),
        ("# c\n! d\na=1", "{a: 1}"),
        ("a=one \\\n   two", "{a: one two«one \\⏎   two»}"),
        ("k\\ e\\:y=v", "{k e:y«k\\ e\\:y»: v}"),
        ("u=\\u00e9\\uD83D\\uDE00", "{u: é😀«\\u00e9\\uD83D\\uDE00»}"),
        ("a=\\u12", "{a: 12«\\u12»} !1:3"),
        ("a", "{a: }"),
        ("a=", "{a: }"),
        ("a..b=1", "{a..b: 1}"),
        ("x=${a.b}\na.b=7", "{x: 7«${a.b}», a: {b: 7}}"),
        ("x=${N:d}", "{x: <${N:d}>}"),
        ("p=C\\:\\\\t\\tq", "{p: C:\\t→q«C\\:\\\\t\\tq»}"),
        ("a=1\r\nb=2\r\n", "{a: 1, b: 2}"),
        ("a=1\n#---\na=2", "{a: 1} | {a: 2}"),
        ("a=1\na=2", "{a: 1, a: 2}"),
        ("a.b=1\na.b.c=2\na.b.d=3\na.b=4\na.b.e=5", "{a: {b: 1, b: {c: 2, d: 3, e: 5}, b: 4}}"),
        ("", "{}"),
        ("a[0].b=1\na[0].c=2", "{a[0]: {b: 1, c: 2}}"),
        ("spring.datasource.password=#x!y", "{spring: {datasource: {password: #x!y}}}"),
        ("  lead = x  ", "{lead: x  }"),
        ("k=\\\n\\\nv", "{k: v«\\⏎\\⏎v»}"),
    ]
}
