import Documents
import Testing

@Suite struct YAMLDocumentTests {
    @Test(arguments: YAMLDocumentTests.cases)
    func tree(text: String, outline: String) {
        #expect(DataOutline.of(.yaml, text) == outline)
    }

    @Test func collectionsCoverTheirText() throws {
        let text = Array("a: &x !t\n  - é\n  - {b: c}\n\n# d\ne: [f]\n".utf8)
        let root = try #require(text.withUnsafeBytes { YAMLReader.read($0) }.roots.first)
        #expect(root.span == SourceSpan(0, 38))
        guard case .mapping(let entries) = root.content else { return }
        #expect(entries.map(\.value.span) == [SourceSpan(11, 26), SourceSpan(35, 38)])
        #expect(entries.map(\.value.position.description) == ["2:3", "6:4"])
        guard case .sequence(let items) = entries[0].value.content else { return }
        #expect(items.map(\.span) == [SourceSpan(13, 15), SourceSpan(20, 26)])
    }

    @Test func bombsAreRefused() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for index in 1..<12 {
            let uses = (0..<10).map { _ in "*a\(index - 1)" }.joined(separator: ", ")
            text += "a\(index): &a\(index) [\(uses)]\n"
        }
        let bytes = Array(text.utf8)
        let document = bytes.withUnsafeBytes { YAMLReader.read($0) }
        #expect(document.roots.count == 1)
        #expect(document.faults.contains { $0.code == .limit })
    }

    @Test func manyDocumentsWithFaultsEnd() {
        let bytes = Array(String(repeating: "---\na: b: c\n", count: 20_000).utf8)
        let document = bytes.withUnsafeBytes { YAMLReader.read($0) }
        #expect(document.faults.count <= 64)
        #expect(document.faults.last?.code == .limit)
    }

    @Test func tagHandlesAreBounded() {
        let bytes = Array((0..<5000).map { "%TAG !a\($0)! b\n" }.joined().utf8)
        let document = bytes.withUnsafeBytes { YAMLReader.read($0) }
        #expect(document.faults.map(\.code) == [.limit])
    }

    /// Texts and their outlines.
    private static let cases: [(String, String)] = [
        ("a: &x {b: 1}\nc: *x", "{a: {b: 1}, c: {b: 1}^«*x»}"),
        (
            "base: &b\n  k: 1\n  l: 2\nd:\n  <<: *b\n  l: 3\n",
            "{base: {k: 1, l: 2}, d: {l: 3, k: 1^«*b»}}"
        ),
        (
            "x: &x {a: 1}\ny: &y {a: 2, b: 3}\nz:\n  <<: [*x, *y]\n  c: 4",
            "{x: {a: 1}, y: {a: 2, b: 3}, z: {c: 4, a: 1^«*x», b: 3^«*y»}}"
        ),
        ("z:\n  <<: {a: 1}\n  b: 2", "{z: {b: 2, a: 1^«<<»}}"),
        (
            "a: !Ref B\nb: !Sub \"${A}-x\"\nc: !GetAtt [X, Y]\nd: !vault |\n  AB\n  CD\ne: 1",
            "{a: (!Ref)B, b: (!Sub)'${A}-x'«\"${A}-x\"», c: (!GetAtt)[X, Y], d: (!vault)'AB⏎C"
                + "D⏎'«|⏎  AB⏎  CD», e: 1}"
        ),
        ("a: 1\n---\nb: 2\n...\n---\n- c", "{a: 1} | {b: 2} | [c]"),
        ("a: >-\n  x\n  y\n\nb: |\n  z\n\n", "{a: 'x y'«>-⏎  x⏎  y», b: 'z⏎'«|⏎  z»}"),
        ("a: 1\na: 2", "{a: 1, a: 2} !2:1"),
        ("a: [1\n---\nb: 2", "{a: [1]} | {b: 2} !2:1"),
        ("a: *nope", "{a: <*nope>} !1:4"),
        ("a: &a [*a]", "{a: [<*a>]} !1:8"),
        ("? {x: 1}\n: 2", "{{x: 1}: 2}"),
        ("- - a\n  - b\n-\n  c: d", "[[a, b], {c: d}]"),
        ("é: \"ü\" # c\nf: 'g'", "{é: 'ü'«\"ü\"», f: 'g'«'g'»}"),
        ("a: \0éb", "{a: _éb«\0éb»}"),
        (
            "%YAML 1.1\n---\n!!map {a: !!str 1}",
            "(tag:yaml.org,2002:map){a: (tag:yaml.org,2002:str)1}"
        ),
        ("k: &n\n  - a\n  - &m b\nj: *m", "{k: [a, b], j: b^«*m»}"),
        ("&k a: 1\nb: *k", "{a: 1, b: a^«*k»}"),
        ("on:\n- x\n- y: z\nend: 1", "{on: [x, {y: z}], end: 1}"),
        ("a: {b: [c, \"d\"]}\n", "{a: {b: [c, 'd'«\"d\"»]}}"),
        ("a:\n  b: \"multi\n   line\"\n", "{a: {b: 'multi line'«\"multi⏎   line\"»}}"),
        ("", ""),
        ("# c\n", ""),
        ("\u{FEFF}a: 1", "{a: 1}"),
        ("a: b: c\n---\nd: 1", "{a: b} | {d: 1} !1:5"),
        ("<<: x", "{<<: x}"),
        ("a: &e\nb: *e", "{a: , b: ^«*e»}"),
        ("\"<<\": {a: 1}", "{<<«\"<<\"»: {a: 1}}"),
        (
            "a: !x\nb: !y {c: 1}\nd: !z\n  e: 2\nf: !w\n- 1\ng: &h !v\n  - 2",
            "{a: (!x), b: (!y){c: 1}, d: (!z){e: 2}, f: (!w)[1], g: (!v)[2]}"
        ),
        ("a: {<<: *n}", "{a: {<<: <*n>}} !1:9"),
    ]
}
