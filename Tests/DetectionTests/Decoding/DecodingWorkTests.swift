import ScanModel
import TestSupport
import Testing

@testable import Detection

/// Work that hostile input asks for again and again is done once, or it is said that it was not.
@Suite struct DecodingWorkTests {
    private let token = RuleScan.rule("acme.token", "(?<secret>acme_[a-z0-9]{20})")
    private let value = "acme_k3j9x2m7q1w5e8r4t6y0"

    private struct Outcome: Sendable {
        let findings: Int
        let problems: [String]
    }

    private func scan(_ bytes: [UInt8]) throws -> Outcome {
        try HangGuard.run { [token] in
            let scan = try RuleScan([token], bytes)
            return Outcome(findings: scan.result.findings.count, problems: scan.problems)
        }
    }

    @Test func listsOfEachLineAreListsOfTheirOwn() throws {
        let list = value.utf8.map { "\($0)" }.joined(separator: ",")
        let other = "nothing of interest".utf8.map { "\($0)" }.joined(separator: ",")
        let scan = try scan(Array("\(other)\n\(list)\n\(other)\n".utf8))
        #expect(scan.findings == 1)
        #expect(scan.problems.isEmpty)
    }

    @Test func listsOverLinesAreOne() throws {
        let bytes = Array(value.utf8)
        let list = stride(from: 0, to: bytes.count, by: 11).map { start in
            bytes[start..<min(start + 11, bytes.count)].map { "\($0)" }.joined(separator: ", ")
        }.joined(separator: ",\n\n    ")
        let scan = try scan(Array("x = [\n    \(list)\n]\n".utf8))
        #expect(scan.findings == 1)
    }

    @Test func rowsThatOverlapAreSaid() throws {
        // All cells of all leaves are one row that goes on over all pages.
        let size = 512
        let pages = 2000
        var file = [UInt8](repeating: 0, count: size * pages)
        file.replaceSubrange(0..<16, with: Array("SQLite format 3\0".utf8))
        file[16] = 2
        for page in 1..<pages {
            let start = page * size
            if page < pages / 2 {
                file[start] = 0x0D
                file[start + 4] = 100
                for cell in 0..<100 {
                    file[start + 8 + 2 * cell] = 1
                    file[start + 9 + 2 * cell] = 0x2C
                }
                // A payload of a million bytes, of which 128 stand here.
                file.replaceSubrange(
                    start + 300..<start + 307, with: [0xBC, 0x84, 0x40, 1, 3, 0x19, 0x19])
                let next = pages / 2 + 1
                file.replaceSubrange(
                    start + 432..<start + 436, with: [0, 0, UInt8(next >> 8), UInt8(next & 0xFF)])
            } else {
                let next = page + 2
                file.replaceSubrange(
                    start..<start + 4, with: [0, 0, UInt8(next >> 8), UInt8(next & 0xFF)])
            }
        }
        let scan = try scan(file)
        #expect(scan.problems == ["detection.decoding-limit"])
    }

    @Test func linesOfBase64AreNotReadWithoutEnd() throws {
        let line = String(
            TestEncoding.base64(Array("plain text of a line is here. ".utf8)).prefix(40))
        let last = TestEncoding.base64([UInt8](repeating: 0, count: 30))
        let block =
            String(repeating: line + "\n", count: 19_900)
            + String(repeating: last + "\n", count: 19_000)
        let text = Array(block.utf8)
        let scan = try scan(text)
        #expect(scan.problems == ["detection.decoding-limit"])
    }

    @Test func compressedValuesInAllAreBounded() throws {
        let zeros = Deflate.zlib(
            [UInt8](repeating: 0x20, count: DecodingEffort.maxInflatedBytes + 1))
        let line = "k: '" + TestEncoding.base64(zeros) + "'\n"
        let text = Array(String(repeating: line, count: 40).utf8)
        let scan = try scan(text)
        #expect(scan.problems.count == 2)
        #expect(scan.problems.allSatisfy { $0 == "detection.decoding-limit" })
    }
}
