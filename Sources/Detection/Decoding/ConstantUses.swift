/// Finds where a text uses a constant as the beginning of something longer.
struct ConstantUses {
    let text: UnsafeRawBufferPointer
    /// The constant's value.
    let value: Range<Int>
    /// Start of its line.
    let line: Int

    /// What follows a use.
    enum Tail {
        /// Text that starts here.
        case text(Int)
        /// The name of another constant.
        case name(Range<Int>)
    }

    /// Bytes around the constant in which it is looked for.
    private static let reach = 32 << 10
    private static let maxUses = 64
    /// Longest value that is looked for; longer ones are no beginnings that programs share.
    private static let maxValueByteCount = 40
    /// Fewest characters that make a token of a beginning.
    private static let minTailByteCount = 8

    /// The name that the value is given to, on its line.
    func name() -> Range<Int>? {
        var place = value.lowerBound - 1
        func skip(_ bytes: Set<UInt8>) {
            while place >= line, bytes.contains(text[place]) { place -= 1 }
        }
        skip([0x22, 0x27, 0x60, 0x20, 0x09, 0x40, 0x5C])
        guard value.count <= ConstantUses.maxValueByteCount, place >= line else { return nil }
        if [0x3D, 0x3A, 0x2C, 0x3E].contains(text[place]) {
            place -= 1
        } else {
            // `#define NAME "x"`, `<!ENTITY name "x">`.
            let start = text[line...].prefix(64).first { $0 > 0x20 }
            guard start == 0x23 || start == 0x3C else { return nil }
        }
        skip([0x3D, 0x3A, 0x22, 0x27, 0x20, 0x09, 0x5C])
        guard var name = word(endingAt: place) else { return nil }
        place = name.lowerBound - 1
        skip([0x20, 0x26, 0x2A])
        // `NAME: &str = "x"`, `name string = "x"`: what stands there is its type.
        let isType = ["string", "String", "str", "char"].contains {
            text[name].elementsEqual($0.utf8)
        }
        if place >= line, text[place] == 0x3A || isType {
            if text[place] == 0x3A { place -= 1 }
            skip([0x20, 0x3F])
            if let typed = word(endingAt: place) { name = typed }
        }
        return name
    }

    private func word(endingAt end: Int) -> Range<Int>? {
        var start = end + 1
        while start > line, end - start < 64, SplitToken.isWord(text[start - 1]) { start -= 1 }
        guard start <= end, ByteClass.sets[Int(text[start])] & ByteClass.digit == 0 else {
            return nil
        }
        return start..<end + 1
    }

    /// Hands over the uses with more behind them, and the tail of each.
    func forEach(
        of name: Range<Int>, _ effort: inout DecodingEffort,
        _ body: (Range<Int>, Tail, inout DecodingEffort) -> Void
    ) {
        let start = max(0, value.lowerBound - ConstantUses.reach)
        let end = min(text.count, value.upperBound + ConstantUses.reach)
        guard effort.searchedByteCount < DecodingEffort.maxSearchedBytes else {
            effort.fallShort("more constants than are looked up")
            return
        }
        effort.searchedByteCount += end - start
        let search = WordSearch(UnsafeRawBufferPointer(rebasing: text[name]))
        var place = start
        var count = 0
        // Every round moves on.
        while count < ConstantUses.maxUses,
            let found = search.first(in: text, from: place, before: end)
        {
            place = found + 1
            guard found == 0 || !SplitToken.isWord(text[found - 1]),
                found + name.count >= text.count || !SplitToken.isWord(text[found + name.count]),
                found != name.lowerBound
            else { continue }
            count += 1
            place = found + name.count
            if let (use, tail) = use(found..<place) { body(use, tail, &effort) }
        }
    }

    /// What follows a name, as far as it is joined to it.
    private func use(_ name: Range<Int>) -> (Range<Int>, Tail)? {
        var start = name.lowerBound
        while start > 0, name.lowerBound - start < 12,
            [0x7B, 0x24, 0x23, 0x28, 0x25, 0x26, 0x5C, 0x2E].contains(text[start - 1])
                || start < name.lowerBound && text[start] == 0x2E
                    && SplitToken.isWord(text[start - 1])
        {
            start -= 1
        }
        var place = name.upperBound
        let limit = min(text.count, place + 16)
        var isJoined = start < name.lowerBound
        var feeds = 0
        while place < limit {
            switch text[place] {
            case 0x7D, 0x29, 0x25, 0x22, 0x27, 0x60, 0x2B, 0x2E, 0x26, 0x7B, 0x24, 0x2C, 0x3E,
                0x23:
                isJoined = true
            case 0x3B where start < name.lowerBound: break
            case 0x20, 0x09, 0x0D: break
            case 0x0A where isJoined && feeds == 0: feeds = 1
            default:
                guard isJoined, place > name.upperBound else { return formatted(name) }
                return tail(at: place, start..<name.upperBound) ?? formatted(name)
            }
            place += 1
        }
        return formatted(name)
    }

    private func tail(at place: Int, _ use: Range<Int>) -> (Range<Int>, Tail)? {
        let call: StaticString = "concat("
        if place + call.utf8CodeUnitCount + 1 < text.count,
            (0..<call.utf8CodeUnitCount).allSatisfy({ text[place + $0] == call.utf8Start[$0] })
        {
            return (use, .text(place + call.utf8CodeUnitCount + 1))
        }
        let run = TokenRun.from(place, in: text)
        let quoted = place > 0 ? text[place - 1] : 0
        if run.count >= ConstantUses.minTailByteCount, run.isMixed {
            return (use, .text(place))
        }
        guard quoted != 0x22, quoted != 0x27 else { return nil }
        var end = place
        while end < text.count, end - place < 64, SplitToken.isWord(text[end]) { end += 1 }
        guard end > place, ByteClass.sets[Int(text[place])] & ByteClass.digit == 0 else {
            return nil
        }
        return (use, .name(place..<end))
    }

    /// `"%sabc" % NAME`, `format!("{}abc", NAME)`: a place in a literal before the name.
    private func formatted(_ name: Range<Int>) -> (Range<Int>, Tail)? {
        var place = name.lowerBound
        while place > 0, name.lowerBound - place < 256, text[place - 1] != 0x0A {
            place -= 1
            let next = text[place + 1]
            let end: Int
            switch text[place] {
            case 0x25 where [0x73, 0x76, 0x40, 0x64].contains(next): end = place + 2
            case 0x7B where next == 0x7D: end = place + 2
            case 0x7B
            where next == 0x30 && place + 2 < text.count && text[place + 2] == 0x7D: end = place + 3
            default: continue
            }
            let run = TokenRun.from(end, in: text)
            if run.count >= ConstantUses.minTailByteCount, run.isMixed {
                return (place..<end, .text(end))
            }
        }
        return nil
    }
}
