import Documents
import TestSupport
import Testing

/// What all readers of data formats owe to hostile bytes.
@Suite struct DataReaderLimitTests {
    private static let samples: [(DocumentFormat, String)] = [
        (
            .yaml,
            "%YAML 1.1\n---\nbase: &b\n  k: !Ref x\n  é: \"ü\\n\"\nd:\n  <<: *b\n  - l\n...\n---\n"
                + "- [a, {b: c}]\n- |\n  t\n"
        ),
        (
            .json,
            "// c\n{a: 'x\\u00e9', \"b\": [1, 0x1F, {\"c\": null,},], /* d */ \"é\": true}\n[]"
        ),
        (
            .toml,
            "a.b = \"x\\u00e9\"\n[t.u]\nc = '''l\n'''\nd = {e = [1, 1979-05-27 07:32:00Z]}\n[[x]]\n"
        ),
        (.ini, "k = \"v\"\n[a \"b\"]\nc = d \\\n e # f\n  g\n!include x\n[Unit]\nh: i\n"),
        (.properties, "a.b=\\u00e9\\\n  c\n#---\nd : ${a.b}\ne\\ f g\n"),
        (.env, "export A=\"x\ny\" # c\nB='$A'\nC=${A}$(id)\nD\n"),
    ]

    @Test(arguments: DataReaderLimitTests.samples)
    func everyPrefixIsRead(format: DocumentFormat, text: String) throws {
        let bytes = Array(text.utf8)
        let worst = try HangGuard.run {
            (0...bytes.count).map { DataReaderLimitTests.strays(format, Array(bytes[..<$0])) }.max()
        }
        #expect(worst == 0)
    }

    @Test(arguments: DataReaderLimitTests.samples)
    func flippedBytesAreRead(format: DocumentFormat, text: String) throws {
        let bytes = Array(text.utf8)
        let worst = try HangGuard.run {
            var state: UInt64 = 11
            func next(_ bound: Int) -> Int {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return Int(state % UInt64(bound))
            }
            let marks = Array("{}[]\"'\\#:=-,&*!|>\n\r\t \0$%/".utf8)
            return (0..<2000).map { _ -> Int in
                var changed = bytes
                for _ in 0...next(4) {
                    let place = next(changed.count)
                    switch next(3) {
                    case 0: changed[place] = UInt8(truncatingIfNeeded: next(256))
                    case 1: changed[place] = marks[next(marks.count)]
                    default: changed.insert(marks[next(marks.count)], at: place)
                    }
                }
                return DataReaderLimitTests.strays(format, changed)
            }.max()
        }
        #expect(worst == 0)
    }

    @Test(arguments: DataReaderLimitTests.samples)
    func bytesAreBounded(format: DocumentFormat, text: String) {
        let bytes = Array(text.utf8)
        var limits = DocumentLimits()
        limits.maxBytes = bytes.count
        let under = bytes.withUnsafeBytes { format.read($0, limits: limits) }
        #expect(!under.faults.contains { $0.code == .limit })
        #expect(!under.roots.isEmpty)
        limits.maxBytes -= 1
        let over = bytes.withUnsafeBytes { format.read($0, limits: limits) }
        #expect(over.faults.map(\.code) == [.limit])
        #expect(over.roots.isEmpty)
    }

    @Test(arguments: [
        (DocumentFormat.yaml, "[a, b, c]", 4), (.json, "[1, 2, 3]", 4),
        (.toml, "a=1\nb=2\nc=3", 3), (.ini, "a=1\nb=2\nc=3", 3),
        (.properties, "a=1\nb=2\nc=3", 3), (.env, "a=1\nb=2\nc=3", 3),
    ])
    func nodesAreBounded(format: DocumentFormat, text: String, count: Int) {
        let bytes = Array(text.utf8)
        var limits = DocumentLimits()
        limits.maxNodes = count
        #expect(bytes.withUnsafeBytes { format.read($0, limits: limits) }.faults.isEmpty)
        limits.maxNodes -= 1
        let over = bytes.withUnsafeBytes { format.read($0, limits: limits) }
        #expect(over.faults.map(\.code) == [.limit])
        #expect(over.roots.count == 1)
    }

    @Test(arguments: [
        (DocumentFormat.yaml, "[", "]"), (.yaml, "{a: ", "}"), (.yaml, "- ", ""), (.json, "[", "]"),
        (.json, "{\"a\":", "}"), (.json, "[{\"a\":", "}]"), (.toml, "a=[", "]"),
        (.toml, "a={a=", "}"),
        (.toml, "a.", "=1"), (.toml, "[a.", "]"), (.properties, "a.", "=1"), (.yaml, "? ", ""),
        (.yaml, "a: &a [*a, ", "]"), (.json, "/*", "*/"), (.json, "[/", ""), (.ini, "[", "]"),
    ])
    func depthIsBounded(format: DocumentFormat, open: String, close: String) throws {
        let shallow = Array((open + "1" + close).utf8)
        _ = shallow.withUnsafeBytes { format.read($0) }
        let deep = Array(
            (String(repeating: open, count: 100_000) + String(repeating: close, count: 100_000))
                .utf8)
        #expect(try HangGuard.run { DataReaderLimitTests.strays(format, deep) } == 0)
    }

    /// Texts that some parsers need quadratic time for.
    @Test(arguments: [
        (DocumentFormat.yaml, "a: &a b\nc: *a\n"), (.yaml, "---\n\t- 1\n"), (.yaml, "\"a\n"),
        (.yaml, "[a"), (.yaml, "a,"), (.yaml, "{a,"), (.yaml, "? a\n"), (.yaml, "é: é\n"),
        (.yaml, "%TAG !a! b\n"), (.yaml, "!a &b "), (.yaml, "|\n"), (.yaml, "- - - a\n"),
        (.json, "{\"a\" "), (.json, "\"\n"), (.json, "'\n\""), (.json, "{a:1}"), (.json, "{{"),
        (.json, "${"), (.json, "[,"), (.json, "\"a\":"), (.json, "\\u00"), (.json, "/* "),
        (.toml, "[[a]]\n"), (.toml, "a.b.c=1\n"), (.toml, "[a.b]\n"), (.toml, "\"\"\"\n"),
        (.toml, "a=[\n"), (.toml, "'''"), (.toml, "a={}\n"), (.ini, "[a\n"), (.ini, "]"),
        (.ini, "a=\\\n"), (.ini, "a=b \\\n"), (.ini, "a=\n b\n"), (.ini, "a=\n #\n"),
        (.ini, "[a] "),
        (.properties, "a\\\n"), (.properties, "a=${a}\n"), (.properties, "#---\n"),
        (.env, "A=\"\n"), (.env, "A='x\n"), (.env, "A=\"b\" c\n"), (.env, "A=${A}${A}x\n"),
    ])
    func timeIsLinear(format: DocumentFormat, piece: String) throws {
        let bytes = Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8)
        #expect(try HangGuard.run { DataReaderLimitTests.strays(format, bytes) } == 0)
    }

    /// How many spans of a document lie outside of it, or places beyond its limits.
    private static func strays(_ format: DocumentFormat, _ bytes: [UInt8]) -> Int {
        let document = bytes.withUnsafeBytes { format.read($0) }
        var strays = document.faults.count > 64 ? 1 : 0
        func check(_ span: SourceSpan) {
            if span.lowerBound < 0 || span.upperBound > bytes.count { strays += 1 }
        }
        func check(_ node: DocumentNode, _ depth: Int) {
            check(node.span)
            if depth > 66 { strays += 1 }
            switch node.content {
            case .scalar: break
            case .sequence(let items): for item in items { check(item, depth + 1) }
            case .mapping(let entries):
                for entry in entries {
                    check(entry.keySpan)
                    check(entry.value, depth + 1)
                }
            }
        }
        for root in document.roots { check(root, 0) }
        return strays
    }
}
