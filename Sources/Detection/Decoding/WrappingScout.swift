#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds places where a text may hold something in another form: one fast pass over all of it.
///
/// Sixteen bytes at a time are compared with what begins such a place; what is found is looked at
/// by `WrappingScout+Marks`. A mark says nothing that lies outside its line, so that the marks of
/// some lines of a text are those that the whole text has there.
struct WrappingScout {
    typealias Chunk = SIMD16<UInt8>

    let text: UnsafeRawBufferPointer
    /// In no order: a run is known when its middle is met.
    private(set) var marks: [WrappingMark] = []
    /// Whether there are more than are kept.
    private(set) var isCutOff = false
    /// End of the last run that was looked at.
    var runFloor = 0
    /// End of the last list that was looked at.
    var listFloor = 0
    /// Index of the last mark of each kind.
    private var last: [Int] = Array(repeating: -1, count: 20)

    /// So many places of one text are not kept track of.
    static let maxMarks = 2_000_000
    /// Marks of one kind that stand closer are one.
    private static let mergeDistance = 64
    /// Fewest characters of a run that is looked at; all that are as long are met.
    static let minRun = 24

    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    /// The marks of a text, by place.
    static func marks(in text: UnsafeRawBufferPointer) -> (marks: [WrappingMark], isCutOff: Bool) {
        guard text.count >= 8 else { return ([], false) }
        var scout = WrappingScout(text)
        scout.run()
        if scout.marks.count > 1 {
            scout.marks.sort { ($0.start, $0.kind.rawValue) < ($1.start, $1.kind.rawValue) }
        }
        return (scout.marks, scout.isCutOff)
    }

    /// Adds a mark, or makes the last of its kind longer.
    mutating func add(_ kind: WrappingMark.Kind, _ start: Int, _ end: Int) {
        let index = last[Int(kind.rawValue)]
        if !kind.looksBeyondLine, kind != .run, index >= 0, let base = text.baseAddress {
            let before = marks[index]
            if start <= before.end { return }
            if start - before.end <= WrappingScout.mergeDistance,
                memchr(base + before.end, 0x0A, start - before.end) == nil
            {
                marks[index] = WrappingMark(kind: kind, start: before.start, end: end)
                return
            }
        }
        guard marks.count < WrappingScout.maxMarks else {
            isCutOff = true
            return
        }
        last[Int(kind.rawValue)] = marks.count
        marks.append(WrappingMark(kind: kind, start: start, end: end))
    }

    private mutating func run() {
        guard let base = text.baseAddress else { return }
        // The first and the last chunks are looked at in a copy with room around.
        var state = ChunkState()
        let count = text.count
        withUnsafeTemporaryAllocation(byteCount: 96, alignment: 16) { room in
            room.initializeMemory(as: UInt8.self, repeating: 0x0A)
            let copied = min(count, 32)
            UnsafeMutableRawBufferPointer(rebasing: room[16..<16 + copied]).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: text[..<copied]))
            if let pointer = room.baseAddress {
                look(UnsafeRawPointer(pointer) + 16, at: 0, &state)
            }
        }
        var offset = 16
        while offset + 18 <= count {
            look(base + offset, at: offset, &state)
            offset += 16
        }
        while offset < count {
            let start = offset
            withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { room in
                room.initializeMemory(as: UInt8.self, repeating: 0x0A)
                let from = start - 1
                let rest = UnsafeRawBufferPointer(rebasing: text[from..<min(count, from + 40)])
                UnsafeMutableRawBufferPointer(rebasing: room[15..<15 + rest.count])
                    .copyMemory(from: rest)
                if let pointer = room.baseAddress {
                    look(UnsafeRawPointer(pointer) + 16, at: start, &state)
                }
            }
            offset += 16
        }
    }

    /// What one chunk leaves for the next.
    private struct ChunkState {
        var wasDense = false
        var commas: UInt64 = 0
    }

    @inline(__always)
    private static func any(_ mask: SIMDMask<Chunk.MaskStorage>) -> Bool {
        let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        return words[0] | words[1] != 0
    }

    /// Bit k of the result is whether lane k is set.
    @inline(__always)
    private static func bits(_ mask: SIMDMask<Chunk.MaskStorage>) -> UInt32 {
        let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self) & 0x8040_2010_0804_0201
        let low = (words[0] &* 0x0101_0101_0101_0101) >> 56
        let high = (words[1] &* 0x0101_0101_0101_0101) >> 56
        return UInt32(truncatingIfNeeded: low | high << 8)
    }

    /// Looks at the 16 bytes at `pointer`, with one byte before and two after them.
    @inline(__always)
    private mutating func look(
        _ pointer: UnsafeRawPointer, at offset: Int, _ state: inout ChunkState
    ) {
        let chunk = pointer.loadUnaligned(as: Chunk.self)
        // Runs: sixteen bytes above `*` that begin at a multiple of eight.
        let separators = unsafeBitCast(chunk .< 0x2B, to: SIMD2<UInt64>.self)
        let low = separators[0]
        if low == 0, state.wasDense { dense(offset - 8) }
        state.wasDense = separators[1] == 0
        if low == 0, state.wasDense { dense(offset) }

        let commas = unsafeBitCast(chunk .== 0x2C, to: SIMD2<UInt64>.self) & 0x0101_0101_0101_0101
        let commaCount = ((commas[0] &+ commas[1]) &* 0x0101_0101_0101_0101) >> 56
        if commaCount &+ state.commas >= 5, offset + 16 > listFloor { list(around: offset) }
        state.commas = commaCount

        // `"`, `#`, `&`, `'`.
        if WrappingScout.any((chunk & 0xFA) .== 0x22) { quotes(pointer, chunk, offset) }
        let special = (chunk .== 0x5C) .| (chunk .== 0x25) .| (chunk .== 0x7D)
        if WrappingScout.any(special) { escapes(pointer, chunk, offset) }
        let feeds = chunk .== 0x0A
        if WrappingScout.any(feeds) { lineEnds(pointer, feeds, offset) }
    }

    private mutating func quotes(_ pointer: UnsafeRawPointer, _ chunk: Chunk, _ offset: Int) {
        let next = (pointer + 1).loadUnaligned(as: Chunk.self)
        let before = (pointer - 1).loadUnaligned(as: Chunk.self)
        let quote = (chunk .== 0x22) .| (chunk .== 0x27)
        let isClosing = quote .& (next .< 0x2F) .& (next .!= 0x2C) .& (next .!= 0x29)
        let isOpening =
            quote .& ((before .== 0x2B) .| (before .== 0x2E) .| (before .== 0x20))
        let letters = (next | 0x20) &- 0x61
        let isEntity = (chunk .== 0x26) .& ((letters .< 26) .| (next .== 0x23))
        var bits = WrappingScout.bits(isClosing .| isEntity .| isOpening)
        while bits != 0 {
            let place = offset + bits.trailingZeroBitCount
            bits &= bits &- 1
            guard place < text.count else { return }
            if text[place] == 0x26 {
                entity(place)
            } else {
                closingQuote(place)
                openingQuote(place)
            }
        }
    }

    private mutating func escapes(_ pointer: UnsafeRawPointer, _ chunk: Chunk, _ offset: Int) {
        let next = (pointer + 1).loadUnaligned(as: Chunk.self)
        let isBackslash =
            (chunk .== 0x5C)
            .& (((next & 0xDF) .== 0x55) .| (next .== 0x78) .| ((next &- 0x30) .< 4))
        let isPercent = (chunk .== 0x25) .& (((next &- 0x32) .< 6) .| (next .== 0x30))
        let isBrace =
            (chunk .== 0x7D)
            .& ((((next | 0x20) &- 0x61) .< 26) .| ((next &- 0x30) .< 10) .| (next .== 0x2D)
                .| (next .== 0x5F))
        var bits = WrappingScout.bits(isBackslash .| isPercent .| isBrace)
        while bits != 0 {
            let place = offset + bits.trailingZeroBitCount
            bits &= bits &- 1
            guard place < text.count else { return }
            switch text[place] {
            case 0x5C: backslash(place)
            case 0x25: percent(place)
            default: brace(place)
            }
        }
    }

    private mutating func lineEnds(
        _ pointer: UnsafeRawPointer, _ feeds: SIMDMask<Chunk.MaskStorage>, _ offset: Int
    ) {
        let next = (pointer + 1).loadUnaligned(as: Chunk.self)
        let before = (pointer - 1).loadUnaligned(as: Chunk.self)
        let ends =
            (before .== 0x5C) .| (before .== 0x60) .| (before .== 0x5E) .| (before .== 0x3D)
            .| (before .== 0x7C) .| (before .== 0x3E) .| (before .== 0x2B) .| (before .== 0x2D)
            .| (before .== 0x0D) .| (before .== 0x74)
        var bits = WrappingScout.bits(feeds .& (ends .| (next .== 0x30)))
        while bits != 0 {
            let place = offset + bits.trailingZeroBitCount
            bits &= bits &- 1
            guard place < text.count else { return }
            lineEnd(place)
        }
    }

    /// Sixteen bytes without a separator.
    private mutating func dense(_ offset: Int) {
        guard offset + 16 > runFloor, offset + 16 <= text.count else { return }
        let chunk = text.loadUnaligned(fromByteOffset: offset, as: Chunk.self)
        let letters = (chunk | 0x20) &- 0x61
        let digits = chunk &- 0x2F
        let isBase64 =
            (letters .< 26) .| (digits .< 11) .| (chunk .== 0x2B) .| (chunk .== 0x2D)
            .| (chunk .== 0x5F)
        guard !WrappingScout.any(.!isBase64) else { return }
        run(around: offset)
    }
}
