/// Puts a token together whose beginning stands in a literal of its own, wherever the rest stands:
/// in the literals that it is joined with, or behind the name of the constant that the beginning is.
struct SplitToken {
    let text: UnsafeRawBufferPointer
    private var constants: ConstantTable

    /// Most bytes of a beginning.
    private static let maxHeadByteCount = 96
    /// Most literals that are joined, and bytes of them.
    private static let maxParts = 100
    private static let maxByteCount = 8192
    /// Context before and after in long lines, in bytes.
    private static let context = 512

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        constants = ConstantTable(text)
    }

    /// Where the literal ends that cuts off the token that begins at a place; `nil` when none does.
    ///
    /// It looks at the line alone.
    static func headEnd(_ text: UnsafeRawBufferPointer, at start: Int) -> Int? {
        var place = start
        let limit = min(text.count, start + maxHeadByteCount)
        while place < limit {
            let byte = text[place]
            let next = place + 1 < text.count ? text[place + 1] : 0x0A
            switch byte {
            case 0x22, 0x27, 0x60: return place - start >= 2 ? place : nil
            case 0x5C:
                return next == 0x28 || next == 0x22 || next == 0x27 ? place : nil
            case 0x7B: return isWord(next) ? place : nil
            case 0x24, 0x23:
                if next == 0x7B || byte == 0x24 && (isWord(next) || next == 0x28) { return place }
            case 0x3C where next == 0x2F: return place
            case 0...0x20, 0x3B: return isAssigned(text, start) ? place : nil
            default:
                if ByteClass.sets[Int(byte)] & ByteClass.token == 0 { return nil }
            }
            place += 1
        }
        return place == text.count && isAssigned(text, start) ? place : nil
    }

    /// Whether a bare value begins here, as in shells: `X=value`.
    private static func isAssigned(_ text: UnsafeRawBufferPointer, _ start: Int) -> Bool {
        var before = start - 1
        while before > 0, text[before] == 0x20, start - before < 4 { before -= 1 }
        return before > 0 && text[before] == 0x3D
    }

    static func isWord(_ byte: UInt8) -> Bool {
        ByteClass.sets[Int(byte)] & ByteClass.word != 0
    }

    /// Takes what the token that begins at a place may be.
    ///
    /// - Parameter limit: where the next token begins, which is none of its parts.
    mutating func decode(
        _ start: Int, before limit: Int, into layer: inout DecodedLayer,
        _ effort: inout DecodingEffort
    ) {
        guard let head = SplitToken.headEnd(text, at: start) else { return }
        let line = lineStart(start)
        layer.copy(text, line..<head)
        var end = head
        var count = 1
        joining: while count < SplitToken.maxParts, end - head < SplitToken.maxByteCount,
            let part = part(after: end, line..<start, &effort)
        {
            switch part {
            case .literal(let range) where range.contains(limit): break joining
            case .literal(let range):
                layer.copy(text, range)
                end = range.upperBound
            case .constant(let value, let source, let rest):
                layer.append(value, from: source, .constant)
                layer.copy(text, rest)
                end = rest.upperBound
            }
            count += 1
        }
        guard count > 1 else {
            layer.endStretch(nil)
            uses(ofHead: start..<head, line, into: &layer, &effort)
            return
        }
        let stop = lineEnd(end)
        layer.copy(text, end..<stop)
        layer.endStretch(.joined, isCutBefore: isWithinLine(line))
    }

    // MARK: Parts

    private enum Part {
        case literal(Range<Int>)
        /// The value of a name, where that stands, and what follows it in the literal.
        case constant([UInt8], Range<Int>, Range<Int>)
    }

    /// What is joined to a literal that ends at a place.
    private mutating func part(
        after end: Int, _ head: Range<Int>, _ effort: inout DecodingEffort
    ) -> Part? {
        var seam = SplitSeam(text: text, head: head, end: end)
        switch seam.next() {
        case .literal(let start):
            let stop = contentEnd(start)
            return stop > start ? .literal(start..<stop) : nil
        case .name(let name, let isWithin):
            guard let value = constants.value(of: name, &effort) else { return nil }
            var rest = name.upperBound
            if isWithin {
                if rest < text.count, text[rest] == 0x7D || text[rest] == 0x29 { rest += 1 }
                return .constant(value, end..<rest, rest..<contentEnd(rest))
            }
            return .constant(value, end..<rest, rest..<rest)
        case nil: return nil
        }
    }

    /// Where a literal ends, or the part of it before the value of a name.
    private func contentEnd(_ start: Int) -> Int {
        let quote = start > 0 ? text[start - 1] : 0
        let isQuoted = quote == 0x22 || quote == 0x27 || quote == 0x60
        var place = start
        while place < text.count, place - start < SplitToken.maxByteCount {
            let byte = text[place]
            if byte <= 0x20 && byte != 0x20 || byte == 0x5C { break }
            if isQuoted ? byte == quote : [0x22, 0x27, 0x60].contains(byte) { break }
            place += 1
        }
        return place
    }

    // MARK: Constants

    /// Takes the places at which a beginning is used by its name.
    private mutating func uses(
        ofHead head: Range<Int>, _ line: Int, into layer: inout DecodedLayer,
        _ effort: inout DecodingEffort
    ) {
        let search = ConstantUses(text: text, value: head, line: line)
        guard let name = search.name() else { return }
        let value = UnsafeRawBufferPointer(rebasing: text[head])
        search.forEach(of: name, &effort) { use, tail, effort in
            let start = lineStart(use.lowerBound)
            switch tail {
            case .text(let rest):
                layer.copy(text, start..<use.lowerBound)
                layer.append(0x22, from: use.lowerBound..<use.lowerBound, .constant)
                layer.append(value, from: use.lowerBound..<rest, .constant)
                layer.copy(text, rest..<lineEnd(rest))
            case .name(let other):
                guard let tail = constants.value(of: other, &effort) else { return }
                layer.copy(text, start..<use.lowerBound)
                layer.append(0x22, from: use.lowerBound..<use.lowerBound, .constant)
                layer.append(value, from: use, .constant)
                layer.append(tail, from: use.upperBound..<other.upperBound, .constant)
                layer.append(0x22, from: other.upperBound..<other.upperBound, .constant)
            }
            layer.endStretch(.constant, isCutBefore: isWithinLine(start))
        }
    }

    private func isWithinLine(_ start: Int) -> Bool { start > 0 && text[start - 1] != 0x0A }

    private func lineStart(_ place: Int) -> Int {
        var start = place
        while start > 0, place - start < SplitToken.context, text[start - 1] != 0x0A { start -= 1 }
        return start
    }

    private func lineEnd(_ place: Int) -> Int {
        var end = place
        while end < text.count, end - place < SplitToken.context, text[end] != 0x0A { end += 1 }
        return end
    }
}
