import Documents
import TestSupport
import Testing

@Suite struct YAMLReaderTests {
    private func read(
        _ text: String, limits: DocumentLimits = DocumentLimits()
    ) throws(DocumentError) -> DocumentNode {
        try YAMLReader.read(Array(text.utf8), limits: limits)
    }

    /// The tree in one line: scalars as `line:column=text`, quoted ones in apostrophes.
    private func outline(_ node: DocumentNode) -> String {
        switch node.content {
        case .scalar(let scalar):
            "\(node.position)=" + (scalar.style == .plain ? scalar.text : "'\(scalar.text)'")
        case .sequence(let items):
            "\(node.position)[" + items.map(outline).joined(separator: " ") + "]"
        case .mapping(let entries):
            "\(node.position){"
                + entries.map { "\($0.keyPosition)=\($0.key):" + outline($0.value) }
                .joined(separator: " ") + "}"
        }
    }

    @Test(arguments: [
        ("", "1:1{}"),
        ("# words only\n", "1:1{}"),
        ("a: 1", "1:1{1:1=a:1:4=1}"),
        ("a:\n  - x\n  - 'y'\n", "1:1{1:1=a:2:3[2:5=x 3:5='y']}"),
        ("a: {b: [c]}", "1:1{1:1=a:1:4{1:5=b:1:8[1:9=c]}}"),
        ("é: ü", "1:1{1:1=é:1:5=ü}"),
        ("a: |\n  one\n  two\n", "1:1{1:1=a:1:4='one\ntwo\n'}"),
        ("a: \"\\u00e9\\n\"", "1:1{1:1=a:1:4='é\n'}"),
        ("a:", "1:1{1:1=a:1:3=}"),
        ("\u{FEFF}a: 1", "1:4{1:4=a:1:7=1}"),
        ("a: 1\r\nb: 2\r\n", "1:1{1:1=a:1:4=1 2:1=b:2:4=2}"),
        ("plain", "1:1=plain"),
    ])
    func tree(text: String, outline expected: String) throws {
        #expect(try outline(read(text)) == expected)
    }

    @Test(arguments: [
        ("a: 1\na: 2", DocumentError.Code.syntax, "2:1"),
        ("a: {b: 1, b: 2}", .syntax, "1:11"),
        ("a: &x 1\nb: *x", .unsupported, "2:4"),
        ("a: *x", .unsupported, "1:4"),
        ("[a]: 1", .unsupported, "1:1"),
        ("? {a: 1}\n: 2", .unsupported, "1:3"),
        ("a: 1\n---\nb: 2", .unsupported, "2:1"),
        ("a: [1", .syntax, "2:1"),
        ("a: 'open", .syntax, "1:9"),
        ("a:\n\t- 1", .syntax, "2:1"),
        ("a: b: c", .syntax, "1:5"),
        ("- a\nb: 1", .syntax, "2:1"),
        ("a: \"\\q\"", .syntax, "1:4"),
        ("a: @b", .syntax, "1:4"),
        ("a: \u{1}", .syntax, "1:1"),
    ])
    func fault(text: String, code: DocumentError.Code, place: String) {
        do throws(DocumentError) {
            _ = try read(text)
            Issue.record("nothing was wrong")
        } catch {
            #expect(error.code == code)
            if code == .unsupported { #expect(error.position.description == place) }
            #expect(error.position.line >= 1 && error.position.column >= 1)
            #expect(!error.message.isEmpty)
            #expect(error.description.hasPrefix(error.position.description + ": "))
        }
    }

    @Test func depthIsBounded() throws {
        var limits = DocumentLimits()
        limits.maxDepth = 5
        let deep = { (count: Int) in
            String(repeating: "[", count: count) + String(repeating: "]", count: count)
        }
        _ = try read(deep(6), limits: limits)
        #expect(throws: DocumentError(.limit, at: SourcePosition(line: 1, column: 7), "")) {
            try read(deep(7), limits: limits)
        }
        #expect(throws: DocumentError.self) { try read(deep(200_000)) }
        #expect(throws: DocumentError.self) { try read(String(repeating: "- ", count: 200_000)) }
        #expect(throws: DocumentError.self) { try read(String(repeating: "{a: ", count: 200_000)) }
    }

    @Test func nodesAreBounded() throws {
        var limits = DocumentLimits()
        limits.maxNodes = 4
        _ = try read("[a, b, c]", limits: limits)
        #expect(throws: DocumentError(.limit, at: SourcePosition(line: 1, column: 1), "")) {
            try read("[a, b, c, d]", limits: limits)
        }
    }

    @Test func bytesAreBounded() throws {
        var limits = DocumentLimits()
        limits.maxBytes = 4
        _ = try read("a: 1", limits: limits)
        #expect(throws: DocumentError(.limit, at: SourcePosition(line: 1, column: 1), "")) {
            try read("a: 12", limits: limits)
        }
    }

    @Test func randomBytesNeverTrap() throws {
        #expect(try HangGuard.run { YAMLReaderTests.acceptedRubbish() } > 100)
    }

    /// How many of some thousand random texts are YAML.
    private static func acceptedRubbish() -> Int {
        var state: UInt64 = 7
        func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        let pieces = [
            "a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "'", "\"", "|", ">", "&x", "*x",
            "!t ", "#", "---", "...", "? ", "%YAML 1.2\n", "\t", "\u{85}", "é", "\\", "<<",
        ].map { Array($0.utf8) }
        var accepted = 0
        for round in 0..<4000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int(next() % 40) {
                bytes +=
                    round % 3 == 0
                    ? [UInt8(truncatingIfNeeded: next())]
                    : pieces[Int(next() % UInt64(pieces.count))]
            }
            if (try? YAMLReader.read(bytes)) != nil { accepted += 1 }
        }
        return accepted
    }
}
