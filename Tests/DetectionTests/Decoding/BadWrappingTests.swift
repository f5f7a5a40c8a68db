import ScanModel
import TestSupport
import Testing

@testable import Detection

/// Hostile input of decoders: bounded, and said where something was not decoded.
@Suite struct BadWrappingTests {
    private let token = RuleScan.rule("acme.token", "(?<secret>acme_[a-z0-9]{20})")
    private let value = "acme_k3j9x2m7q1w5e8r4t6y0"

    private func scan(_ bytes: [UInt8]) throws -> RuleScan { try RuleScan([token], bytes) }
    private func scan(_ text: String) throws -> RuleScan { try scan(Array(text.utf8)) }

    @Test func nestingIsBoundedAndSaid() throws {
        var text = Array(value.utf8)
        for _ in 0..<DecodingEffort.maxDepth { text = Array(TestEncoding.base64(text).utf8) }
        let within = try scan(text)
        #expect(within.result.findings.count == 1)
        #expect(within.problems.isEmpty)
        text = Array(TestEncoding.base64(text).utf8)
        let beyond = try scan(text)
        #expect(beyond.result.findings.isEmpty)
        #expect(beyond.problems == ["detection.decoding-limit"])
    }

    @Test func listsThatAreNoBytesAreNotNested() throws {
        let words = [
            "0", "zset", "zset", "a", "1", "b", "2", "c", "3", "aa", "10", "bb", "20", "cc", "30",
            "aaa", "100", "bbb", "200", "ccc", "300", "aaaa", "1000", "cccc", "123456789", "bbbb",
            "5000000000",
        ]
        let list = words.map { "\"\($0)\"," }.joined()
        let scan = try scan(list + "\n\(value)\n")
        #expect(scan.problems.isEmpty)
        #expect(scan.result.findings.count == 1)
    }

    @Test func bombsInBase64AreSaid() throws {
        let zeros = [UInt8](repeating: 0x20, count: DecodingEffort.maxInflatedBytes + 1)
        let over = try scan("k: " + TestEncoding.base64(Deflate.zlib(zeros)))
        #expect(over.problems == ["detection.decoding-limit"])
        let exact = try scan("k: " + TestEncoding.base64(Deflate.zlib(Array(zeros.dropLast()))))
        #expect(exact.problems.isEmpty)
    }

    @Test(arguments: [
        "\\x41", "\\u0041", "%41", "&#65;", "&amp;", "=3D", "QUFB", "4141", "65, ", "0x41, ",
        "'a', ", "\"a1\" + ", "\"a1\"\n+ ", "a1=\n", "a1\\\n", "a1^\n", "k: |\n", "\"\"", "${a}b1",
        "00000000: 4141\n", "kind: Secret\n", "{a}", "\\", "%", "&", "&#", "\\u{", "=", "'", "\"",
        "join\"\"", ",,,,,,,,,", "0x,", "-----BEGIN ",
        "0x41,0x41,0x41,0x41,0x41,0x41,0x41,0x41,0x41,\n",
        "50,60,70,80,50,60,70,80,90,40,50\n", "50,60,70,80,50,60,70,80,90,40,50,0,\n",
        "50,60,70,80,50,60,70,80,90,40,50,                                                        "
            + "                                        ",
    ])
    func longRepetitionsTakeLittle(piece: String) throws {
        let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
        // Generous for debug builds on a busy machine; a quadratic pass takes minutes.
        try HangGuard.run { [self] in
            _ = try scan(text + value)
            _ = try scan(text + "\n" + value)
        }
    }

    @Test(arguments: UInt64(1)...60)
    func randomMixturesNeverTrap(seed: UInt64) throws {
        var random = TestSupport.SeededRandom(seed: seed)
        let pieces = [
            "\\x41", "\\u0041", "\\u{41", "%4", "%41", "&#65;", "&#x", "=3D\n", "=\n",
            "QUFBQUFBQUFBQUFB",
            "0x41, 0x42, ", "65,66,", "'a','b',", "\" + \"", "\"\n \"", "\\\n", "`\n", "k: |\n  ",
            "00000000: 4142 4344  AB\n", "kind: Secret\ndata:\n  a: QUFBQUFB\n", "${ab}cdefghijk1",
            "H4sIAAAAAAAAA", "MIIEvQIBADANBgkq", "\u{0}", "\n", "\r\n", " ", "-----BEGIN", value,
        ].map { Array($0.utf8) }
        var bytes: [UInt8] = []
        for _ in 0..<300 {
            if random.below(10) == 0 {
                bytes.append(UInt8(random.below(256)))
            } else {
                bytes += pieces[random.below(pieces.count)]
            }
        }
        let whole = try scan(bytes)
        for finding in whole.result.findings {
            #expect(finding.range.upperBound <= bytes.count)
        }
        let marks = bytes.withUnsafeBytes { WrappingScout.marks(in: $0).marks }
        #expect(
            marks.allSatisfy { $0.start >= 0 && $0.start <= $0.end && $0.end <= bytes.count + 512 })
    }

    /// What the sweep of deltas rests on: lines alone have the marks that they have in the text.
    @Test(arguments: UInt64(1)...60)
    func marksDependOnTheirLineAlone(seed: UInt64) throws {
        var random = TestSupport.SeededRandom(seed: seed)
        let pieces = [
            "\\x41", "%41", "&#65;", "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB",
            "0x41, ",
            "65, ", "'a', ", "\"abcdefgh1\" + ", "\"abcd\"", "\\", "`", "^", "=", "token: |",
            "00000000: 4142 4344  AB", "kind: Secret", "${ab}cdefghijk1", " ", "words of text ",
            "AB + \"cdefghijk1\"",
        ]
        let lines = (0..<40).map { _ in
            (0..<random.below(16)).map { _ in pieces[random.below(pieces.count)] }.joined() + "\n"
        }
        func marks(_ text: String, _ offset: Int) -> [String] {
            Array(text.utf8).withUnsafeBytes { WrappingScout.marks(in: $0).marks }.map {
                "\($0.kind) \($0.start + offset)"
            }.sorted()
        }
        var apart: [String] = []
        var offset = 0
        for line in lines {
            apart += marks(line, offset)
            offset += line.utf8.count
        }
        let whole = Set(marks(lines.joined(), 0))
        #expect(whole.symmetricDifference(apart).sorted() == [])
    }
}
