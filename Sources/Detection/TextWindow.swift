internal import Rules

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Cuts the stretch of a text that a rule of a given reach may see around a hit.
enum TextWindow {
    /// The window for a hit at `offset`, as a half-open byte range.
    ///
    /// It starts at the hit's line or `RuleReach.maxBytesBefore` before the hit and never ends
    /// within a line break.
    static func around(
        _ offset: Int, in bytes: UnsafeRawBufferPointer, reach: RuleReach
    ) -> Range<Int> {
        let start = lineStart(before: offset, in: bytes)
        switch reach {
        case .line:
            return start..<lineEnd(after: offset, in: bytes, limit: RuleReach.maxLineBytesAfter)
        case .lines(let count):
            let ceiling = min(bytes.count, offset + RuleReach.maxLinesBytesAfter)
            var end = offset
            for line in 0..<count {
                if line > 0 { end = min(end + 1, ceiling) }
                end = rawLineEnd(after: end, in: bytes, ceiling: ceiling)
                if end >= ceiling { break }
            }
            return start..<max(end, start)
        case .bytes(let count):
            return start..<min(bytes.count, offset + count)
        }
    }

    /// Start of the line of `offset`, at most `RuleReach.maxBytesBefore` before it.
    static func lineStart(before offset: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        let floor = max(0, offset - RuleReach.maxBytesBefore)
        var start = offset
        // Eight bytes at a time where lines are long; a byte that equals a line break becomes 0,
        // and only then does the subtraction borrow into a high bit.
        while start - floor >= 8 {
            let word = bytes.loadUnaligned(fromByteOffset: start - 8, as: UInt64.self)
            let marked = word ^ 0x0A0A_0A0A_0A0A_0A0A
            if (marked &- 0x0101_0101_0101_0101) & ~marked & 0x8080_8080_8080_8080 != 0 { break }
            start -= 8
        }
        while start > floor, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// End of the line of `offset` without its line break, at most `limit` bytes after it.
    static func lineEnd(after offset: Int, in bytes: UnsafeRawBufferPointer, limit: Int) -> Int {
        let ceiling = min(bytes.count, offset + limit)
        let end = rawLineEnd(after: offset, in: bytes, ceiling: ceiling)
        return end > offset && bytes[end - 1] == 0x0D ? end - 1 : end
    }

    /// Stretch of whole lines from `lines` before to `lines` after the range, at most `limit`
    /// bytes on either side.
    static func lines(
        around range: Range<Int>, lines: Int, limit: Int = 8192, in bytes: UnsafeRawBufferPointer
    ) -> Range<Int> {
        let floor = max(0, range.lowerBound - limit)
        var start = range.lowerBound
        var breaks = 0
        while start > floor {
            if bytes[start - 1] == 0x0A {
                if breaks == lines { break }
                breaks += 1
            }
            start -= 1
        }
        let ceiling = min(bytes.count, range.upperBound + limit)
        var end = range.upperBound
        for line in 0...lines {
            if line > 0 { end = min(end + 1, ceiling) }
            end = rawLineEnd(after: end, in: bytes, ceiling: ceiling)
            if end >= ceiling { break }
        }
        return start..<max(end, start)
    }

    /// The stretch around a word in which an assignment with a bare name may be meant by it.
    static func near(_ word: Int, in bytes: UnsafeRawBufferPointer) -> Range<Int> {
        lines(
            around: word..<word, lines: ContextAssignment.lines,
            limit: ContextAssignment.maxBytes, in: bytes)
    }

    /// Whether no letter stands before the offset that belongs to the same word, `aB` being two.
    static func isWordStart(_ offset: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard offset > 0, offset < bytes.count, isLetter(bytes[offset - 1]) else { return true }
        return isUppercase(bytes[offset]) && !isUppercase(bytes[offset - 1])
    }

    /// Whether a run of bytes as credentials have them is long enough for one that stands behind a
    /// bare name; most stretches hold none, and no pattern need be tried.
    static func holdsLongRun(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) -> Bool {
        let count = ContextAssignment.minimumValueBytes
        var start = range.lowerBound
        // From the far end of each possible run: where a byte does not belong to one, none that
        // starts before it does either.
        while start <= range.upperBound - count {
            var end = start + count
            while end > start, isRunByte(bytes[end - 1]) { end -= 1 }
            if end == start { return true }
            start = end
        }
        return false
    }

    private static func isRunByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        isUppercase(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isUppercase(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func rawLineEnd(
        after offset: Int, in bytes: UnsafeRawBufferPointer, ceiling: Int
    ) -> Int {
        guard offset < ceiling, let base = bytes.baseAddress,
            let newline = memchr(base + offset, 0x0A, ceiling - offset)
        else { return max(offset, ceiling) }
        return UnsafeRawPointer(newline) - base
    }
}
