import Patterns
import ScanModel
import Testing

@Suite struct LiteralSetTests {
    private struct Hit: Hashable, Comparable {
        let literal: Int
        let start: Int
        static func < (left: Hit, right: Hit) -> Bool {
            (left.start, left.literal) < (right.start, right.literal)
        }
    }

    private func hits(
        _ set: LiteralSet, in bytes: [UInt8], group: Int = 0
    ) throws -> [Hit] {
        let scratch = try set.makeScratch()
        var hits: [Hit] = []
        try bytes.withUnsafeBytes {
            try set.scan($0, group: group, scratch: scratch) {
                hits.append(Hit(literal: $0.literal, start: $0.start))
            }
        }
        return hits
    }

    /// The same by comparing at every offset.
    private func naive(_ literals: [Literal], in bytes: [UInt8]) -> [Hit] {
        func folded(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
        var hits: [Hit] = []
        for (index, literal) in literals.enumerated() {
            let text = Array(literal.text.utf8)
            guard bytes.count >= text.count else { continue }
            for start in 0...(bytes.count - text.count)
            where text.indices.allSatisfy({
                literal.isCaseless
                    ? folded(bytes[start + $0]) == folded(text[$0])
                    : bytes[start + $0] == text[$0]
            }) {
                hits.append(Hit(literal: index, start: start))
            }
        }
        return hits.sorted()
    }

    private let literals = [
        Literal("ab", isCaseless: false), Literal("AB", isCaseless: false),
        Literal("aB", isCaseless: true), Literal("aba", isCaseless: false),
        Literal("bab", isCaseless: false), Literal("abababab", isCaseless: true),
        Literal("a\u{0}b", isCaseless: false), Literal("ba.b", isCaseless: false),
    ]

    @Test func overlappingAndCaselessHitsAreAllFound() throws {
        let set = try LiteralSet(literals)
        for text in ["ababab", "ABabAB", "xxabababababx", "a\u{0}b", "ba.b", "bazb", "", "a"] {
            let bytes = Array(text.utf8)
            #expect(try hits(set, in: bytes).sorted() == naive(literals, in: bytes))
        }
    }

    @Test func randomTextsGiveWhatANaiveSearchGives() throws {
        let set = try LiteralSet(literals)
        var state: UInt64 = 3
        for _ in 0..<60 {
            let alphabet = Array("abAB.\u{0}".utf8)
            let bytes = (0..<500).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int((state >> 33) % UInt64(alphabet.count))]
            }
            #expect(try hits(set, in: bytes).sorted() == naive(literals, in: bytes))
        }
    }

    @Test func seamsOfBlocksHideAndDoubleNothing() throws {
        let set = try LiteralSet([
            Literal("needle", isCaseless: false), Literal("dle", isCaseless: true),
        ])
        let seam = 1 << 20
        for shift in -8...2 {
            var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 2 * seam + 20)
            for base in [seam, 2 * seam] {
                bytes.replaceSubrange(base + shift..<base + shift + 6, with: Array("needle".utf8))
            }
            let expected = [seam + shift, 2 * seam + shift].flatMap {
                [Hit(literal: 0, start: $0), Hit(literal: 1, start: $0 + 3)]
            }
            #expect(try hits(set, in: bytes).sorted() == expected.sorted(), "shift \(shift)")
        }
    }

    @Test func groupsFindTheirOwn() throws {
        let bytes = Array("xABabababab.ba.b a\u{0}b".utf8)
        let groups = [Array(literals.indices), [0, 3, 5], []]
        let set = try LiteralSet(literals, groups: groups)
        for (group, numbers) in groups.enumerated() {
            let expected = naive(literals, in: bytes).filter { numbers.contains($0.literal) }
            #expect(try hits(set, in: bytes, group: group).sorted() == expected)
        }
    }

    @Test func storedDatabaseFindsTheSame() throws {
        let stored = try LiteralSet(literals, groups: [Array(literals.indices), [], [0]])
            .serialized()
        let loaded = try stored.withUnsafeBytes {
            try LiteralSet(serialized: $0, literals: literals)
        }
        let bytes = Array("xABabababab.ba.b".utf8)
        #expect(try hits(loaded, in: bytes).sorted() == naive(literals, in: bytes))
    }

    @Test func rubbishIsNoDatabase() throws {
        let stored = try LiteralSet(literals).serialized()
        var broken = stored
        for index in broken.indices.dropFirst(40) { broken[index] ^= 0x5A }
        for bytes in [[], [0], Array(stored.prefix(50)), [UInt8](repeating: 7, count: 400), broken]
        {
            #expect(throws: PatternError(.literalDatabase, "")) {
                try bytes.withUnsafeBytes { try LiteralSet(serialized: $0, literals: literals) }
            }
        }
    }

    @Test func setsNeedLiterals() {
        #expect(throws: PatternError(.literalDatabase, "")) { try LiteralSet([]) }
        #expect(throws: PatternError(.literalDatabase, "")) {
            try LiteralSet([Literal("", isCaseless: false)])
        }
    }
}
