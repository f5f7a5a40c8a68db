import Rules
import Testing

@testable import Detection

/// The engine on texts that try it.
@Suite struct AssignmentReaderTests {
    private func hits(_ bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBytes { text in
            let finder = CredentialFinder(text)
            let pairs = CredentialPairs(text)
            var found: [Range<Int>] = []
            var readUntil = 0
            for place in bytes.indices {
                if let hit = finder.hit(at: place, byteCount: 3, readUntil: &readUntil) {
                    found.append(hit.range)
                }
                if pairs.isHalf(at: place, byteCount: 6),
                    let hit = pairs.hit(at: place, byteCount: 6)
                {
                    found.append(hit.range)
                }
            }
            return found
        }
    }

    /// Any bytes may follow any others; ranges must lie within them.
    @Test(arguments: 0..<24 as Range<UInt64>)
    func takesAnyBytes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "password", "key", "token", " = ", ": ", "\"", "'", "\\\"", "&quot;", "<", ">", "</",
            "value", "name", "(", ")", "[", "]", "${", "}", ":-", "|| ", ", ", "\n", "- ", "--",
            "new ", "String(", "getenv(", "{ get; set; } = ", "Xk29dLq81mZp04Rt", "\r\n", "é",
            "=>", "==", ".equals(", "<![CDATA[", "base64:", "Bearer ", "IDENTIFIED BY '", "\\",
        ]
        for _ in 0..<60 {
            var bytes: [UInt8] = []
            for _ in 0..<random.next() % 24 {
                bytes += Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8)
                if random.next() % 9 == 0 { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
            }
            for range in hits(bytes) {
                #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count)
                #expect(!bytes[range].contains(0x0A))
            }
        }
    }

    @Test func readsNamesToTheirLimit() {
        let limit = AssignmentReader.maxNameBytes
        for (count, isRead) in [(limit - 3, true), (limit - 2, false)] {
            let text = Array((String(repeating: "a", count: count) + "key").utf8)
            text.withUnsafeBytes {
                let name = AssignmentReader($0).name(around: count, byteCount: 3)
                #expect((name != nil) == isRead, "\(count)")
            }
        }
    }

    @Test func readsValuesToTheirLimit() throws {
        let placeholders = ExamplePlaceholders(checksum: { _, _ in nil })
        for (count, isRead) in [(512, true), (513, false)] {
            let text = try placeholders.expand("api_key = \"⟦b62:\(count)⟧\"", seed: 3)
            #expect(hits(text.bytes).isEmpty != isRead, "\(count)")
        }
    }

    /// What one name says does not hang on the stem that led there.
    @Test func oneNameIsOneAssignment() throws {
        let placeholders = ExamplePlaceholders(checksum: { _, _ in nil })
        let text = try placeholders.expand("secret_token_key = \"«⟦b62:32⟧»\"", seed: 3)
        #expect(hits(text.bytes) == text.expectedRanges)
        for place in [0, 7, 13] {
            text.bytes.withUnsafeBytes {
                var readUntil = 0
                let hit = CredentialFinder($0).hit(
                    at: place, byteCount: 3, readUntil: &readUntil)
                #expect(hit?.range == text.expectedRanges.first)
            }
        }
    }

    /// A line never says what the line before or after holds.
    @Test func looksAtOneLine() throws {
        let placeholders = ExamplePlaceholders(checksum: { _, _ in nil })
        for template in [
            "password =\n\"⟦b62:16⟧\"", "password: \"⟦b62:16⟧\n\"",
            "<password>\n⟦b62:16⟧</password>",
            "password\n= \"⟦b62:16⟧\"",
        ] {
            let text = try placeholders.expand(template, seed: 3)
            text.bytes.withUnsafeBytes {
                var readUntil = 0
                let start = Array($0).firstIndex(of: UInt8(ascii: "p")) ?? 0
                let hit = CredentialFinder($0).hit(
                    at: start, byteCount: 4, readUntil: &readUntil)
                #expect(hit == nil, "\(template)")
            }
        }
    }
}
