import ScanModel
import Testing

@testable import Detection

@Suite struct LineIndexTests {
    @Test func countsLinesAndColumns() {
        let bytes = Array("ab\ncä😀d\r\ne\rf".utf8)
        bytes.withUnsafeBytes { bytes in
            var index = LineIndex(bytes)
            #expect(index.region(of: 0..<2) == region(1, 1, 1, 3))
            #expect(index.region(of: 3..<11) == region(2, 1, 2, 6))
            #expect(index.region(of: 10..<11) == region(2, 5, 2, 6))
            #expect(index.region(of: 13..<14) == region(3, 1, 3, 2))
            #expect(index.region(of: 15..<16) == region(4, 1, 4, 2))
            #expect(index.region(of: 0..<16) == region(1, 1, 4, 2))
            #expect(index.region(of: 2..<3) == region(1, 3, 2, 1))
            #expect(index.line(of: 12) == 2)
            #expect(index.byteRange(ofLineContaining: 12) == 3..<11)
            #expect(index.byteRange(ofLine: 1) == 0..<2)
            #expect(index.byteRange(ofLine: 2) == 3..<11)
            #expect(index.byteRange(ofLine: 4) == 15..<16)
            #expect(index.byteRange(ofLine: 5) == nil)
            #expect(index.byteRange(ofLine: 0) == nil)
        }
    }

    @Test func markCountsNothing() {
        let bytes = Array("\u{FEFF}ab\nc".utf8)
        bytes.withUnsafeBytes { bytes in
            var index = LineIndex(bytes)
            #expect(index.region(of: 3..<5) == region(1, 1, 1, 3))
            #expect(index.region(of: 0..<5) == region(1, 1, 1, 3))
            #expect(index.byteRange(ofLineContaining: 0) == 3..<5)
        }
    }

    @Test func rangesInsideCharactersAndOutsideTheText() {
        let bytes = Array("a😀b".utf8)
        bytes.withUnsafeBytes { bytes in
            var index = LineIndex(bytes)
            #expect(index.region(of: 2..<3) == region(1, 2, 1, 4))
            #expect(index.region(of: -5..<900) == region(1, 1, 1, 5))
            #expect(index.region(of: 900..<901) == region(1, 5, 1, 5))
        }
        [UInt8]().withUnsafeBytes { bytes in
            var index = LineIndex(bytes)
            #expect(index.region(of: 0..<0) == region(1, 1, 1, 1))
            #expect(index.byteRange(ofLineContaining: 0) == 0..<0)
            #expect(index.byteRange(ofLine: 1) == 0..<0)
        }
    }

    /// Any order of queries, on texts with all kinds of line ends and characters, against a walk
    /// from the start.
    @Test func agreesWithAWalkFromTheStart() {
        var random = SeededRandom(17)
        let pieces = ["a", "bc", "\n", "\r", "\r\n", "ä", "€", "😀", "    ", "x = y"]
        for round in 0..<48 {
            // Some texts are longer than the distance of checkpoints, some of one line only.
            let isLong = round % 12 == 0
            let some = round % 24 == 0 ? pieces.filter { !$0.contains { $0.isNewline } } : pieces
            var text = random.text(of: some, count: isLong ? 140_000 : random.below(80))
            for _ in 0..<random.below(8) where !text.isEmpty {
                text[random.below(text.count)] = UInt8(truncatingIfNeeded: random.next())
            }
            let oracle = Oracle(text)
            text.withUnsafeBytes { bytes in
                var index = LineIndex(bytes)
                for _ in 0..<40 {
                    let start = random.below(text.count + 1)
                    let position = oracle.positions[start]
                    let found = index.region(of: start..<start)
                    #expect(found.startLine == position.line)
                    #expect(found.startColumn == position.column)
                    #expect(index.line(of: start) == position.line)
                    let line = index.byteRange(ofLineContaining: start)
                    #expect(line.lowerBound <= start)
                    #expect(oracle.positions[line.lowerBound].column == 1)
                    #expect(index.byteRange(ofLine: position.line) == line)
                }
            }
        }
    }

    @Test func neverLeavesTheText() {
        var random = SeededRandom(23)
        for _ in 0..<3000 {
            let text = random.bytes(random.below(40))
            text.withUnsafeBytes { bytes in
                var index = LineIndex(bytes)
                for _ in 0..<6 {
                    let range = random.range(in: 0..<text.count, maxCount: 20)
                    let found = index.region(of: range)
                    #expect(
                        (found.startLine, found.startColumn) <= (found.endLine, found.endColumn))
                    let line = index.byteRange(ofLineContaining: range.lowerBound, reach: 7)
                    #expect(line.lowerBound >= 0 && line.upperBound <= text.count)
                }
            }
        }
    }

    private func region(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Region {
        Region(startLine: a, startColumn: b, endLine: c, endColumn: d)
    }

    /// Line and column of every offset, found character by character.
    private struct Oracle {
        var positions: [(line: Int, column: Int)] = []

        init(_ text: [UInt8]) {
            var line = 1
            var column = 1
            var offset = 0
            while offset < text.count {
                var length = 1
                var units = 1
                for candidate in [4, 3, 2] where offset + candidate <= text.count {
                    if text[offset] >= 0x80,
                        let string = String(
                            validating: text[offset..<offset + candidate], as: UTF8.self),
                        string.unicodeScalars.count == 1
                    {
                        length = candidate
                        units = string.utf16.count
                    }
                }
                for _ in 0..<length { positions.append((line, column)) }
                let byte = text[offset]
                offset += length
                if byte == 0x0A || (byte == 0x0D && (offset == text.count || text[offset] != 0x0A))
                {
                    line += 1
                    column = 1
                } else {
                    column += units
                }
            }
            positions.append((line, column))
        }
    }
}
