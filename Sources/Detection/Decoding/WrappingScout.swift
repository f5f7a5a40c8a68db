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
    /// End of the last row of pairs of digits that was looked at.
    var pairsFloor = 0
    /// Where a call that joins was looked for last, how far, and whether there was one.
    var joinSearch = (place: 0, end: 0, answer: false)
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
        guard text.count >= 4 else { return ([], false) }
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
        if text[0] == 0x30, Hexdump.isLine(text, at: 0) { add(.hexdump, 0, 1) }
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
                let rest = UnsafeRawBufferPointer(
                    rebasing: text[start - 2..<min(count, start + 38)])
                UnsafeMutableRawBufferPointer(rebasing: room[14..<14 + rest.count])
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

    /// Looks at the 16 bytes at `pointer`, with two bytes before and one after them.
    @inline(__always)
    private mutating func look(
        _ pointer: UnsafeRawPointer, at offset: Int, _ state: inout ChunkState
    ) {
        let chunk = pointer.loadUnaligned(as: Chunk.self)
        // Runs: sixteen bytes above `*` that begin at a multiple of eight.
        let separators = chunk.isBelow(0x2B).signs
        let startsDense = separators.low == 0
        if startsDense, state.wasDense { dense(offset - 8) }
        state.wasDense = separators.high == 0
        if startsDense, state.wasDense { dense(offset) }

        // Pairs of digits: every third byte is a separator, and no two in a row are.
        if (separators.low ^ (separators.low >> 24)) & 0x80_8080_8080 == 0, !startsDense,
            separators.low & (separators.low >> 8) == 0
        {
            pairs(around: offset)
        }

        let commas = chunk.differs(from: 0x2C).signs
        let commaCount =
            16 &- ((((commas.low >> 7) &+ (commas.high >> 7)) &* 0x0101_0101_0101_0101) >> 56)
        if commaCount &+ state.commas >= 5, offset + 16 > listFloor { list(around: offset) }
        state.commas = commaCount

        // `"`, `#`, `&`, `'`.
        let quotes = (chunk & Chunk(repeating: 0xFA)).differs(from: 0x22)
        if !quotes.isAllSigned { self.quotes(pointer, chunk, offset) }
        let plain =
            chunk.differs(from: 0x5C) & chunk.differs(from: 0x25) & chunk.differs(from: 0x7D)
        if !plain.isAllSigned { escapes(pointer, chunk, offset) }
        let feeds = chunk.differs(from: 0x0A)
        if !feeds.isAllSigned { lineEnds(pointer, ~feeds, offset) }
    }

    private mutating func quotes(_ pointer: UnsafeRawPointer, _ chunk: Chunk, _ offset: Int) {
        let next = (pointer + 1).loadUnaligned(as: Chunk.self)
        let before = (pointer - 1).loadUnaligned(as: Chunk.self)
        let quote = ~(chunk.differs(from: 0x22) & chunk.differs(from: 0x27))
        let isClosing =
            next.isBelow(0x2F) & next.differs(from: 0x2C) & next.differs(from: 0x29)
        let earlier = (pointer - 2).loadUnaligned(as: Chunk.self)
        let isOpening =
            ~(before.differs(from: 0x2B) & before.differs(from: 0x2E))
            | ~(before.differs(from: 0x20)
            | (earlier.differs(from: 0x2B) & earlier.differs(from: 0x2E)
                & earlier.differs(from: 0x26)))
        let isName =
            next.isLetter | ~next.differs(from: 0x23)
        var bits =
            ((quote & (isClosing | isOpening)) | (~chunk.differs(from: 0x26) & isName)).signBits
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
        let isCode =
            ~((next & Chunk(repeating: 0xDF)).differs(from: 0x55) & next.differs(from: 0x78))
            | (next &- Chunk(repeating: 0x30)).isBelow(4)
        let isDigit = (next &- Chunk(repeating: 0x32)).isBelow(6) | ~next.differs(from: 0x30)
        let isToken =
            next.isLetter | (next &- Chunk(repeating: 0x30)).isBelow(10)
            | ~(next.differs(from: 0x2D) & next.differs(from: 0x5F))
        var bits =
            ((~chunk.differs(from: 0x5C) & isCode) | (~chunk.differs(from: 0x25) & isDigit)
            | (~chunk.differs(from: 0x7D) & isToken)).signBits
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

    private mutating func lineEnds(_ pointer: UnsafeRawPointer, _ feeds: Chunk, _ offset: Int) {
        let next = (pointer + 1).loadUnaligned(as: Chunk.self)
        let before = (pointer - 1).loadUnaligned(as: Chunk.self)
        let others =
            before.differs(from: 0x5C) & before.differs(from: 0x60) & before.differs(from: 0x5E)
            & before.differs(from: 0x3D) & before.differs(from: 0x7C) & before.differs(from: 0x3E)
            & before.differs(from: 0x2B) & before.differs(from: 0x2D) & before.differs(from: 0x0D)
            & before.differs(from: 0x74) & next.differs(from: 0x30)
        var bits = (feeds & ~others).signBits
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
        let isBase64 =
            chunk.isLetter | (chunk &- Chunk(repeating: 0x2F)).isBelow(11)
            | ~(chunk.differs(from: 0x2B) & chunk.differs(from: 0x2D) & chunk.differs(from: 0x5F))
        guard isBase64.isAllSigned else { return }
        run(around: offset)
    }
}

/// Comparisons whose answer is the sign of each lane: those of the standard library go lane by lane.
extension SIMD16<UInt8> {
    /// Signed where a lane is not `byte`.
    @inline(__always)
    fileprivate func differs(from byte: UInt8) -> Self {
        let difference = self ^ Self(repeating: byte)
        return difference | (Self(repeating: 0) &- difference)
    }

    /// Signed where a lane is below `bound`, which is at most 0x80.
    @inline(__always)
    fileprivate func isBelow(_ bound: UInt8) -> Self { (self &- Self(repeating: bound)) & ~self }

    /// Signed where a lane is a letter.
    @inline(__always)
    fileprivate var isLetter: Self {
        ((self | Self(repeating: 0x20)) &- Self(repeating: 0x61)).isBelow(26)
    }

    @inline(__always)
    fileprivate var signs: (low: UInt64, high: UInt64) {
        let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (words[0] & 0x8080_8080_8080_8080, words[1] & 0x8080_8080_8080_8080)
    }

    @inline(__always)
    fileprivate var isAllSigned: Bool {
        let signs = signs
        return signs.low & signs.high == 0x8080_8080_8080_8080
    }

    /// Bit k of the result is the sign of lane k.
    @inline(__always)
    fileprivate var signBits: UInt32 {
        let signs = signs
        let low = ((signs.low >> 7) &* 0x0102_0408_1020_4080) >> 56
        let high = ((signs.high >> 7) &* 0x0102_0408_1020_4080) >> 56
        return UInt32(truncatingIfNeeded: low | high << 8)
    }
}
