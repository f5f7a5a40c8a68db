import ScanModel
import Testing

@testable import Detection

@Suite struct SnippetBuilderTests {
    @Test func showsThePreviewAndMasksTheRest() {
        let text = "a\n\tuser=SECRETONE key=SECRETTWO end\nb"
        let found = snippet(
            text, highlight(text, "SECRETTWO"), secrets: ["SECRETONE", "SECRETTWO"],
            preview: "SEC…(9)")
        #expect(found.text.text == "\tuser=••• key=SEC…(9) end")
        #expect(part(found) == "SEC…(9)")
    }

    @Test func misuseIsShown() {
        let text = "x\r\n  verify = False  # SECRETONE\r\ny"
        let found = snippet(
            text, highlight(text, "verify = False"), secrets: ["SECRETONE"], preview: nil)
        #expect(found.text.text == "  verify = False  # •••")
        #expect(part(found) == "verify = False")
    }

    @Test func longLinesAreCutAroundTheHighlight() {
        let text = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
        let found = snippet(text, 500..<504, secrets: [], preview: nil)
        #expect(found.text.text.count == 160)
        #expect(found.text.text.hasPrefix("…aaa") && found.text.text.hasSuffix("bbb…"))
        #expect(part(found) == "HERE")
        let atStart = snippet(
            "HERE" + String(repeating: "b", count: 500), 0..<4, secrets: [], preview: nil)
        #expect(atStart.text.text == "HERE" + String(repeating: "b", count: 154) + "…")
        let long = snippet(text, 0..<1000, secrets: [], preview: nil)
        #expect(long.text.text == String(repeating: "a", count: 158) + "…")
    }

    @Test func severalLinesShowTheFirst() {
        let text = "key: BEGIN\nabc\nEND tail"
        let masked = snippet(text, 5..<18, secrets: ["BEGIN\nabc\nEND"], preview: "[key]")
        #expect(masked.text.text == "key: [key]")
        #expect(part(masked) == "[key]")
        let plain = snippet(text, 5..<18, secrets: [], preview: nil)
        #expect(plain.text.text == "key: BEGIN")
        let leading = snippet("a\n\nbc d", 1..<5, secrets: [], preview: nil)
        #expect(leading.text.text == "bc d")
    }

    @Test func maskFromAnEarlierLineIsShownOnce() {
        let text = "key: BEGIN\nabc\nEND verify=no"
        let found = snippet(
            text, highlight(text, "verify=no"), secrets: ["BEGIN\nabc\nEND"], preview: nil)
        #expect(found.text.text == "••• verify=no")
    }

    @Test func malformedBytesAreReplaced() {
        let bytes: [UInt8] = [0x61, 0xE4, 0x62, 0xC3]
        let found = bytes.withUnsafeBytes {
            SnippetBuilder.snippet(
                in: $0, highlighting: 2..<3, masking: MaskedRanges([], byteCount: 4), preview: nil)
        }
        #expect(found.text.text == "a\u{FFFD}b\u{FFFD}")
        #expect(part(found) == "b")
    }

    @Test func longPreviewIsCut() {
        let found = snippet(
            "SECRET", 0..<6, secrets: ["SECRET"], preview: String(repeating: "p", count: 400))
        #expect(found.text.text.count <= 160)
        #expect(found.text.text.hasSuffix("…"))
    }

    /// Secrets are of letters that stand nowhere else, so any four of them in a row are a leak.
    @Test func nothingMaskedSurvives() {
        var random = SeededRandom(41)
        let pieces = ["a", " ", "ä", "😀", "\t", "=", "e\u{301}", "\n", "\r\n", "key: "]
        let secretLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        for round in 0..<800 {
            var text: [UInt8] = []
            var secrets: [Range<Int>] = []
            for _ in 0..<random.below(30) {
                text += random.text(of: pieces, count: random.below(round % 3 == 0 ? 120 : 12))
                let start = text.count
                for _ in 0..<random.below(40) {
                    text.append(
                        random.below(12) == 0
                            ? 0x0A : secretLetters[random.below(secretLetters.count)])
                }
                if start < text.count { secrets.append(start..<text.count) }
            }
            for _ in 0..<random.below(3) where !text.isEmpty {
                // Not within secrets: those must stay made of their own letters.
                let offset = random.below(text.count)
                if !secrets.contains(where: { $0.contains(offset) }) {
                    text[offset] = UInt8(0x80 + random.below(128))
                }
            }
            let highlight =
                random.below(2) == 0 && !secrets.isEmpty
                ? secrets[random.below(secrets.count)]
                : random.range(in: 0..<text.count, maxCount: 300)
            let preview = random.below(2) == 0 ? RedactedText(redacted: "«p»") : nil
            // The caller's masks may overlap and stand in any order.
            var masks = secrets.shuffled(using: &random)
            if let first = masks.first { masks.append(first.lowerBound..<first.lowerBound + 1) }
            let found = text.withUnsafeBytes {
                SnippetBuilder.snippet(
                    in: $0, highlighting: highlight,
                    masking: MaskedRanges(masks, byteCount: text.count), preview: preview)
            }
            let shown = found.text.text
            #expect(shown.unicodeScalars.count <= SnippetBuilder.maxScalarCount)
            #expect(!shown.utf8.contains { $0 == 0x0A || $0 == 0x0D })
            #expect(!shown.utf8.contains { secretLetters.contains($0) })
            #expect(found.highlight.lowerBound >= 0 && found.highlight.upperBound <= shown.count)
        }
    }

    @Test func redactsAnyRange() {
        let text = Array("reason SECRETONE and more".utf8)
        let found = text.withUnsafeBytes {
            MaskedText.redact(
                $0, 7..<25, masking: MaskedRanges([7..<16], byteCount: text.count),
                maxScalarCount: 8)
        }
        #expect(found.text == "••• and …")
    }

    private func snippet(
        _ text: String, _ highlight: Range<Int>, secrets: [String], preview: String?
    ) -> Snippet {
        let bytes = Array(text.utf8)
        let ranges = secrets.map { self.highlight(text, $0) }
        return bytes.withUnsafeBytes {
            SnippetBuilder.snippet(
                in: $0, highlighting: highlight,
                masking: MaskedRanges(ranges, byteCount: bytes.count),
                preview: preview.map { RedactedText(redacted: $0) })
        }
    }

    private func highlight(_ text: String, _ part: String) -> Range<Int> {
        let bytes = Array(text.utf8)
        let needle = Array(part.utf8)
        for start in 0...max(0, bytes.count - needle.count)
        where bytes[start...].starts(with: needle) { return start..<start + needle.count }
        Issue.record("the part is not in the text")
        return 0..<0
    }

    private func part(_ snippet: Snippet) -> String {
        String(
            snippet.text.text.dropFirst(snippet.highlight.lowerBound)
                .prefix(snippet.highlight.count))
    }
}
