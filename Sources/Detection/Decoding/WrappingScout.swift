#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Finds places where a text may hold something in another form: one fast pass over all of it.
///
/// A `Block` at a time is compared with what begins such a place; what `WrappingClues` do not rule out
/// is looked at by `WrappingScout+Marks`. A mark says nothing that lies outside its line, so that the marks of
/// some lines of a text are those that the whole text has there.
struct WrappingScout {
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
    /// A list has as many commas in one block at least, wherever it begins.
    private static let minBlockCommas = ItemList.minCommas / 2 + 1

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
        let count = text.count
        if text[0] == 0x30, Hexdump.isLine(text, at: 0) { add(.hexdump, 0, 1) }
        WrappingClues.standard.withTable { clues in
            var wasDense = false
            var offset = 0
            while offset < count {
                let block =
                    count &- offset >= Block.byteCount
                    ? Block(base + offset) : Block(rest: base + offset, count &- offset)
                let dense = block.denseWindows(after: &wasDense)
                if dense != 0 { runs(in: dense, offset) }
                var rows = block.pairWindows
                while rows != 0 {
                    pairs(around: offset &+ rows.trailingZeroBitCount &* 16)
                    rows &= rows &- 1
                }
                if block.commaCount >= WrappingScout.minBlockCommas { lists(block.commas, offset) }
                var specials = block.specials
                while specials != 0 {
                    let place = offset &+ specials.trailingZeroBitCount
                    specials &= specials &- 1
                    let mayBeMark =
                        place >= 2 && place &+ 2 < count
                        ? clues.tell(
                            base[place &- 2], base[place &- 1], base[place], base[place &+ 1],
                            base[place &+ 2])
                        : clues.tell(
                            byte(place - 2), byte(place - 1), byte(place), byte(place + 1),
                            byte(place + 2))
                    if mayBeMark { look(at: place) }
                }
                offset &+= Block.byteCount
            }
        }
    }

    private mutating func look(at place: Int) {
        switch text[place] {
        case 0x0A: lineEnd(place)
        case 0x22, 0x27: quote(place)
        case 0x25: percent(place)
        case 0x26: entity(place)
        case 0x5C: backslash(place)
        case 0x7D: brace(place)
        default: break
        }
    }

    /// Runs around the windows of a block that hold no separator.
    private mutating func runs(in windows: UInt, _ offset: Int) {
        var windows = windows
        while windows != 0 {
            let start = offset + windows.trailingZeroBitCount * 8 - 8
            windows &= windows &- 1
            guard start >= 0, start + 16 > runFloor, start + 16 <= text.count,
                text.loadUnaligned(fromByteOffset: start, as: Block.Chunk.self).isBase64
            else { continue }
            run(around: start)
        }
    }
}

extension UnsafeRawPointer {
    @inline(__always)
    fileprivate subscript(offset: Int) -> UInt8 { load(fromByteOffset: offset, as: UInt8.self) }
}
