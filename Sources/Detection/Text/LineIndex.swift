import ScanModel

/// Finds lines and columns of byte offsets in one blob.
///
/// Lines end at `\n`, `\r\n` and a lone `\r`, as SARIF viewers and GitHub's line hash have it.
/// Columns count UTF-16 code units from 1: a well-formed UTF-8 sequence counts one or two, every
/// other byte one. A byte order mark at the start counts nothing.
///
/// Nothing is built ahead. Queries in ascending order read every byte about twice in all; a query
/// that goes back starts at a checkpoint, at most `checkpointStride` bytes before.
struct LineIndex {
    /// What is known at one offset, which is never inside a character.
    private struct Mark {
        var offset: Int
        var line: Int
        /// UTF-16 units between the line's start and `offset`.
        var units: Int
    }

    /// Distance between remembered places, in bytes.
    static let checkpointStride = 64 * 1024

    private let bytes: UnsafeRawBufferPointer
    private let textStart: Int
    private var checkpoints: [Mark]
    private var cursor: Mark

    /// Borrows `bytes`, which must outlive the index.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        cursor = Mark(offset: textStart, line: 1, units: 0)
        checkpoints = [cursor]
    }

    /// The region of a half-open byte range; offsets outside the blob are clamped.
    mutating func region(of range: Range<Int>) -> Region {
        let start = locate(range.lowerBound)
        let end = locate(range.upperBound)
        var endColumn = end.units + 1
        // An end inside a character takes the whole of it.
        let upper = clamped(range.upperBound)
        if end.offset < upper, end.offset < bytes.count {
            let length = UTF8Decoding.sequenceLength(bytes, at: end.offset)
            endColumn += length == 4 ? 2 : 1
        }
        return Region(
            startLine: start.line, startColumn: start.units + 1, endLine: end.line,
            endColumn: endColumn)
    }

    /// The line, from 1, that holds the byte at `offset`.
    mutating func line(of offset: Int) -> Int { locate(offset).line }

    /// The bytes of the line that holds `offset`, without its line end.
    ///
    /// - Parameter reach: how far to look to either side; a longer line is cut there.
    func byteRange(ofLineContaining offset: Int, reach: Int = .max) -> Range<Int> {
        let offset = max(textStart, clamped(offset))
        let floor = max(textStart, offset - min(reach, offset))
        let ceiling = offset + min(reach, bytes.count - offset)
        // Between \r and \n is still the line that they end.
        var start = isInsideLineEnd(offset) ? offset - 1 : offset
        while start > floor, !endsLine(at: start - 1) { start -= 1 }
        var end = isInsideLineEnd(offset) ? offset - 1 : offset
        while end < ceiling, !isLineEndByte(bytes[end]) { end += 1 }
        return min(start, end)..<end
    }

    /// The bytes of a line, without its line end; `nil` when there is no such line.
    mutating func byteRange(ofLine line: Int) -> Range<Int>? {
        guard line >= 1 else { return nil }
        if line == 1 { return byteRange(ofLineContaining: textStart) }
        var mark = checkpoints[0]
        // The last place on an earlier line.
        var low = 0
        var high = checkpoints.count
        while low < high {
            let middle = low + (high - low) / 2
            if checkpoints[middle].line < line { low = middle + 1 } else { high = middle }
        }
        if low > 0 { mark = checkpoints[low - 1] }
        if cursor.line < line, cursor.offset > mark.offset { mark = cursor }
        var offset = mark.offset
        var current = mark.line
        while current < line {
            guard offset < bytes.count else { return nil }
            if endsLine(at: offset) { current += 1 }
            offset += 1
        }
        return byteRange(ofLineContaining: offset)
    }

    /// Goes to `target` or the start of the character around it.
    private mutating func locate(_ target: Int) -> Mark {
        let target = max(textStart, clamped(target))
        var mark = cursor.offset <= target ? cursor : checkpoints[0]
        var low = 0
        var high = checkpoints.count
        while low < high {
            let middle = low + (high - low) / 2
            if checkpoints[middle].offset <= target { low = middle + 1 } else { high = middle }
        }
        if low > 0, checkpoints[low - 1].offset > mark.offset { mark = checkpoints[low - 1] }
        while mark.offset < target {
            let reached = mark.offset
            let blockEnd = min(target, mark.offset + LineIndex.checkpointStride)
            let (lineEnds, lastStart) = countLineEnds(in: mark.offset..<blockEnd)
            if lineEnds > 0 {
                mark = Mark(offset: lastStart, line: mark.line + lineEnds, units: 0)
            }
            // Columns only matter on the target's line, unless the line is longer than a block.
            countUnits(&mark, to: blockEnd)
            if let last = checkpoints.last,
                mark.offset - last.offset >= LineIndex.checkpointStride
            {
                checkpoints.append(mark)
            }
            // Inside the target's character: less than a character is left.
            guard mark.offset > reached else { break }
        }
        cursor = mark
        return mark
    }

    /// The line ends of which the last byte lies in `range`, and where the last line starts.
    private func countLineEnds(in range: Range<Int>) -> (count: Int, lastStart: Int) {
        guard !range.isEmpty else { return (0, range.lowerBound) }
        var count = 0
        let last = range.upperBound - 1
        for offset in range.lowerBound..<last {
            let byte = bytes[offset]
            let next = bytes[offset &+ 1]
            // Written without branches so that it is vectorised.
            let newline: Int = byte == 0x0A ? 1 : 0
            let loneReturn: Int = (byte == 0x0D) && (next != 0x0A) ? 1 : 0
            count &+= newline | loneReturn
        }
        if endsLine(at: last) { count += 1 }
        guard count > 0 else { return (0, range.lowerBound) }
        var start = last
        while start > range.lowerBound, !endsLine(at: start) { start -= 1 }
        return (count, start + 1)
    }

    /// Moves `mark` on by whole characters to `end`, counting their units.
    private func countUnits(_ mark: inout Mark, to end: Int) {
        var offset = mark.offset
        var units = mark.units
        while offset < end {
            let asciiEnd = UTF8Decoding.asciiPrefixEnd(bytes, from: offset, to: end)
            units &+= asciiEnd &- offset
            offset = asciiEnd
            guard offset < end else { break }
            let length = UTF8Decoding.sequenceLength(bytes, at: offset)
            guard offset + max(1, length) <= end else { break }
            units &+= length == 4 ? 2 : 1
            offset &+= max(1, length)
        }
        mark.offset = offset
        mark.units = units
    }

    private func clamped(_ offset: Int) -> Int { min(max(0, offset), bytes.count) }

    private func isLineEndByte(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Whether the byte at `offset` is the last of a line end.
    @inline(__always)
    private func endsLine(at offset: Int) -> Bool {
        switch bytes[offset] {
        case 0x0A: true
        case 0x0D: offset + 1 >= bytes.count || bytes[offset + 1] != 0x0A
        default: false
        }
    }

    /// Whether `offset` lies between `\r` and `\n`.
    private func isInsideLineEnd(_ offset: Int) -> Bool {
        offset > textStart && offset < bytes.count && bytes[offset] == 0x0A
            && bytes[offset - 1] == 0x0D
    }
}
