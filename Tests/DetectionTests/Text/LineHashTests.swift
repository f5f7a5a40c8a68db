import Testing

@testable import Detection

/// The expected hashes are those of GitHub's own tests of the algorithm.
///
/// - Source: github/codeql-action, `src/fingerprints.test.ts`, test "hash".
@Suite struct LineHashTests {
    @Test(arguments: [
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            [
                "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1",
                "a23a3dc5e078b07b:1",
            ]
        ),
        (
            " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
            [
                "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1",
                "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1",
            ]
        ),
        (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", LineHashTests.greetings),
        (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", LineHashTests.greetings),
        (
            " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
            LineHashTests.greetings
        ),
        (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", LineHashTests.greetings),
        (
            String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
            [
                "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3",
                "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
                "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1",
                "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
            ]
        ),
    ])
    func hashesAsGitHub(text: String, expected: [String]) {
        let found = hashes(Array(text.utf8), lines: Array(1...expected.count + 1))
        for (index, hash) in expected.enumerated() { #expect(found[index + 1] == hash) }
        #expect(found[expected.count + 1] == nil)
        // One line alone has the same hash as among all.
        for (index, hash) in expected.enumerated() {
            #expect(hashes(Array(text.utf8), lines: [index + 1]) == [index + 1: hash])
        }
    }

    private static let greetings = [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
    ]

    @Test func decodesAsNode() {
        // U+FFFD for each maximal subpart, surrogate pairs beyond the basic plane.
        let malformed: [UInt8] = [0x61, 0xF0, 0x90, 0x62, 0xE2, 0x82, 0xFF, 0x63, 0xC3]
        let decoded = Array(String(decoding: malformed, as: UTF8.self).utf8)
        #expect(hashes(malformed, lines: [1]) == hashes(decoded, lines: [1]))
        var random = SeededRandom(31)
        for _ in 0..<2000 {
            let bytes = random.bytes(random.below(30)).filter { $0 != 0x0A && $0 != 0x0D }
            let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
            #expect(hashes(bytes, lines: [1]) == hashes(repaired, lines: [1]))
        }
    }

    @Test func masksHideWhatTheyCover() {
        let first = Array("user = x\nkey = AAAABBBB;\nend".utf8)
        let second = Array("user = x\nkey = CCCCDDDDEEEE;\nend".utf8)
        let plain = Array("user = x\nkey = ***;\nend".utf8)
        let expected = hashes(plain, lines: [1, 2, 3])
        #expect(hashes(first, masks: [15..<23], lines: [1, 2, 3]) == expected)
        #expect(hashes(second, masks: [15..<27], lines: [1, 2, 3]) == expected)
        #expect(hashes(first, lines: [2]) != hashes(first, masks: [15..<23], lines: [2]))
    }

    @Test func masksKeepLineNumbers() {
        let text = Array("a\nBEGIN\nxyz\r\nEND\nlast".utf8)
        let plain = Array("a\n***\n\n\nlast".utf8)
        let found = hashes(text, masks: [2..<16], lines: [1, 2, 3, 4, 5, 6])
        #expect(found == hashes(plain, lines: [1, 2, 3, 4, 5, 6]))
        #expect(found.count == 5)
    }

    @Test func masksOfAnyShapeAreTaken() {
        var random = SeededRandom(37)
        for _ in 0..<2000 {
            let text = random.bytes(random.below(60))
            let masks = (0..<random.below(5)).map { _ in
                random.range(in: 0..<text.count + 10, maxCount: 12)
            }
            // The bytes under a mask do not matter, but for line ends.
            var other = text
            for mask in masks {
                for offset in mask.clamped(to: 0..<text.count)
                where other[offset] != 0x0A && other[offset] != 0x0D { other[offset] = 0x51 }
            }
            let lines = Array(0...12)
            #expect(
                hashes(text, masks: masks, lines: lines)
                    == hashes(other, masks: masks, lines: lines))
        }
    }

    private func hashes(
        _ bytes: [UInt8], masks: [Range<Int>] = [], lines: [Int]
    ) -> [Int: String] {
        bytes.withUnsafeBytes { buffer in
            LineHash.hashes(
                ofLines: lines, in: buffer, masking: MaskedRanges(masks, byteCount: bytes.count))
        }
    }
}
