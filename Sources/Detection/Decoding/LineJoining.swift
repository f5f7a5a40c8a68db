/// Decodes what is written over several lines.
struct LineJoining {
    let text: UnsafeRawBufferPointer
    let runs: RunDecoding
    private var constants: ConstantTable

    /// Most lines that are joined, and bytes of them.
    private static let maxLines = 20_000
    private static let maxByteCount = 32 << 20
    /// Context before a mark in a long line, in bytes.
    private static let context = 1024

    init(_ text: UnsafeRawBufferPointer, _ runs: RunDecoding) {
        self.text = text
        self.runs = runs
        constants = ConstantTable(text)
    }

    /// Whether a mark may mean anything where it stands: most literals at the end of a line are no
    /// half of one, and a look tells.
    static func mayJoin(_ mark: WrappingMark, in text: UnsafeRawBufferPointer) -> Bool {
        guard mark.kind == .openSeam else { return true }
        let quote = mark.end - 1
        guard let seam = LiteralSeam(text, closing: quote, crossesLines: true) else { return false }
        // Whether what stands on both sides of the seam may be one token.
        let left = TokenRun.before(quote, in: text)
        let right = TokenRun.from(seam.contentStart, in: text)
        return right.count > 0 && quote - mark.start + right.count >= 12
            && (left.isMixed || right.isMixed)
    }

    /// Takes the stretches of marks that look beyond their line and may join; they are in order.
    ///
    /// - Parameter flush: called when the layer has grown large.
    mutating func decode(
        _ marks: [WrappingMark], into layer: inout DecodedLayer, _ effort: inout DecodingEffort,
        flush: (inout DecodedLayer, inout DecodingEffort) -> Void
    ) {
        // How far each kind has been read: what starts within that is a part of it.
        var read: [Int] = Array(repeating: 0, count: 20)
        for mark in marks where !effort.isSpent && mark.start >= read[Int(mark.kind.rawValue)] {
            let before = layer.bytes.count
            var form: DecodedLayer.Form?
            let start = lineStart(mark.start)
            var end = mark.end
            switch mark.kind {
            case .openRun: (form, end) = run(mark, start, &layer, &effort)
            case .openSeam: (form, end) = seams(mark, start, &layer)
            case .continuation: (form, end) = continuation(mark, start, &layer)
            case .softBreak: (form, end) = softBreaks(mark, start, &layer)
            case .openList:
                (form, end) = list(mark, floor: read[Int(mark.kind.rawValue)], &layer)
            case .block: (form, end) = block(mark, start, &layer)
            case .hexdump: (form, end) = hexdump(mark, &layer)
            case .manifest: (form, end) = manifest(mark, &layer)
            case .constant: (form, end) = constant(mark, start, &layer, &effort)
            default: break
            }
            read[Int(mark.kind.rawValue)] = max(end, mark.end)
            effort.byteCount += layer.bytes.count - before
            layer.endStretch(
                form, isCutBefore: start > 0 && text[start - 1] != 0x0A,
                isCutAfter: end < text.count && text[end] != 0x0A && text[end] != 0x0D,
                isInManifest: mark.kind == .manifest)
            if layer.bytes.count > DecodingEffort.portionBytes { flush(&layer, &effort) }
        }
    }

    private typealias Outcome = (DecodedLayer.Form?, Int)

    private func lineStart(_ place: Int) -> Int {
        var start = place
        while start > 0, place - start < LineJoining.context, text[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// End of the line without its line end.
    private func lineEnd(_ place: Int) -> Int {
        let end = text[place...].firstIndex(of: 0x0A) ?? text.count
        return end > place && text[end - 1] == 0x0D ? end - 1 : end
    }

    /// Start of the line after the one that holds `place`.
    private func nextLine(_ place: Int) -> Int {
        (text[place...].firstIndex(of: 0x0A) ?? text.count - 1) + 1
    }

    // MARK: Runs

    private func run(
        _ mark: WrappingMark, _ start: Int, _ layer: inout DecodedLayer,
        _ effort: inout DecodingEffort
    ) -> Outcome {
        var pieces = [mark.start..<mark.end]
        var end = mark.end
        var line = nextLine(mark.end)
        while line < text.count, pieces.count < LineJoining.maxLines,
            let piece = runPiece(line, after: pieces)
        {
            pieces.append(piece)
            end = piece.upperBound
            let isPadded = end < text.count && text[end] == 0x3D
            while end < text.count, text[end] == 0x3D { end += 1 }
            if isPadded { break }
            line = nextLine(end)
        }
        layer.copy(text, start..<mark.start)
        if runs.decode(pieces, into: &layer, &effort) { return (.base64, end) }
        // Each line may begin a run that comes to nothing at its end.
        effort.rereadByteCount += end - mark.start
        guard effort.rereadByteCount < effort.maxRereadBytes else {
            effort.fallShort("more lines of base64 than are read again")
            return (nil, end)
        }
        guard pieces.count > 1, runs.decode([pieces[0]], into: &layer, &effort) else {
            return (nil, mark.end)
        }
        return (.base64, mark.end)
    }

    /// The run that a line consists of, when it goes on with what stands before.
    private func runPiece(_ line: Int, after pieces: [Range<Int>]) -> Range<Int>? {
        var start = line
        while start < text.count, start - line < 64,
            [0x20, 0x09, 0x23, 0x2A, 0x3E, 0x7C].contains(text[start])
        {
            start += 1
        }
        if start + 2 < text.count, text[start] == 0x2F, text[start + 1] == 0x2F,
            text[start + 2] == 0x20
        {
            start += 3
        }
        var end = start
        while end < text.count, ByteClass.sets[Int(text[end])] & ByteClass.base64 != 0 { end += 1 }
        var close = end
        while close < text.count, text[close] == 0x3D, close - end < 2 { close += 1 }
        guard end - start >= 2, close == text.count || isRunEnd(text[close]),
            let last = pieces.last, let first = pieces.first
        else { return nil }
        // After a shorter line there is nothing more of it; the first may stand behind a key.
        if pieces.count > 1, last.count < (end - start) { return nil }
        if pieces.count > 2, last.count < pieces[1].count { return nil }
        if end - start < 16, close == end {
            // A word of a language is no rest of a run.
            let count = pieces.reduce(0) { $0 + $1.count } - first.count % 4
            guard count % 4 == 0 else { return start..<end }
            let isHex = (end - start) % 2 == 0 && EncodedRun.hexStart(text, first) != nil
            guard (end - start) % 4 == 0 || close > end || isHex else { return nil }
        }
        return start..<end
    }

    /// Whether a run ends before a byte: a blank, or what closes an element or literal.
    private func isRunEnd(_ byte: UInt8) -> Bool {
        byte <= 0x20 || [0x22, 0x27, 0x29, 0x2C, 0x3C, 0x5D, 0x60].contains(byte)
    }

    // MARK: Literals

    private func seams(
        _ mark: WrappingMark, _ start: Int, _ layer: inout DecodedLayer
    ) -> Outcome {
        var quote = mark.end - 1
        guard var seam = LiteralSeam(text, closing: quote, crossesLines: true) else {
            return (nil, mark.end)
        }
        var copied = start
        var count = 0
        while true {
            count += 1
            layer.copy(text, copied..<quote)
            copied = seam.contentStart
            guard count < LineJoining.maxLines, let next = closingQuote(of: seam.contentStart)
            else {
                break
            }
            quote = next
            guard let following = LiteralSeam(text, closing: quote, crossesLines: true) else {
                break
            }
            seam = following
        }
        let end = max(copied, min(lineEnd(max(copied, quote)), max(copied, quote) + 512))
        layer.copy(text, copied..<end)
        return (.joined, end)
    }

    /// The quote that closes the literal of which the content starts here.
    private func closingQuote(of content: Int) -> Int? {
        guard content > 0 else { return nil }
        let quote = text[content - 1]
        var place = content
        while place < text.count, place - content < 8192 {
            switch text[place] {
            case quote: return place
            case 0x5C: place += 2
            case 0x0A: return nil
            default: place += 1
            }
        }
        return nil
    }

    private mutating func constant(
        _ mark: WrappingMark, _ start: Int, _ layer: inout DecodedLayer,
        _ effort: inout DecodingEffort
    ) -> Outcome {
        var nameStart = mark.start
        while nameStart < mark.end, ByteClass.sets[Int(text[nameStart])] & ByteClass.word == 0 {
            nameStart += 1
        }
        var nameEnd = nameStart
        while nameEnd < mark.end, ByteClass.sets[Int(text[nameEnd])] & ByteClass.word != 0 {
            nameEnd += 1
            // `object.name`: the last part is the constant's name.
            if nameEnd + 1 < mark.end, text[nameEnd] == 0x2E,
                ByteClass.sets[Int(text[nameEnd + 1])] & ByteClass.word != 0
            {
                nameEnd += 1
                nameStart = nameEnd
            }
        }
        // Up to the brace or the quote behind the operator.
        var content = nameEnd
        while content < mark.end, ![0x7D, 0x22, 0x27].contains(text[content]) { content += 1 }
        content += 1
        guard content < mark.end, let value = constants.value(of: nameStart..<nameEnd, &effort)
        else { return (nil, mark.end) }
        layer.copy(text, start..<mark.start)
        if text[content - 1] != 0x7D {
            layer.append(text[content - 1], from: mark.start..<mark.start, .constant)
        }
        layer.append(value, from: mark.start..<content, .constant)
        let end = min(lineEnd(mark.end), mark.end + 512)
        layer.copy(text, content..<end)
        return (.constant, end)
    }

    // MARK: Lines

    private func continuation(
        _ mark: WrappingMark, _ start: Int, _ layer: inout DecodedLayer
    ) -> Outcome {
        let sign = text[mark.start]
        var copied = start
        var place = mark.start
        for _ in 0..<LineJoining.maxLines {
            layer.copy(text, copied..<place)
            copied = nextLine(place)
            guard copied < text.count else { break }
            while copied < text.count, text[copied] == 0x20 || text[copied] == 0x09 { copied += 1 }
            let end = lineEnd(copied)
            guard end > copied, text[end - 1] == sign, end - start < LineJoining.maxByteCount else {
                let end = min(end, copied + 4096)
                layer.copy(text, copied..<end)
                return (.joined, end)
            }
            place = end - 1
        }
        return (.joined, max(copied, mark.end))
    }

    private func softBreaks(
        _ mark: WrappingMark, _ start: Int, _ layer: inout DecodedLayer
    ) -> Outcome {
        var line = start
        for _ in 0..<LineJoining.maxLines {
            let end = lineEnd(line)
            let isSoft = end > line && text[end - 1] == 0x3D
            var place = line
            var copied = line
            let contentEnd = isSoft ? end - 1 : end
            while place < contentEnd {
                if text[place] == 0x3D, place + 2 < contentEnd,
                    let value = Escapes.percent(text, at: place)
                {
                    layer.copy(text, copied..<place)
                    layer.append(value, from: place..<place + 3, .quotedPrintable)
                    place += 3
                    copied = place
                } else {
                    place += 1
                }
            }
            layer.copy(text, copied..<contentEnd)
            line = nextLine(end < text.count ? end : text.count - 1)
            guard isSoft, line < text.count else { return (.quotedPrintable, end) }
        }
        return (.quotedPrintable, line)
    }

    private func list(
        _ mark: WrappingMark, floor: Int, _ layer: inout DecodedLayer
    ) -> Outcome {
        let items = ItemList.items(
            text, around: mark.start, floor: floor, crossesLines: true)
        guard let first = items.first, let last = items.last else { return (nil, mark.end) }
        guard EncodedRun.isText(items.map(\.value)[...]) else {
            return (nil, last.range.upperBound)
        }
        // The name may stand on the line before the one on which the list begins.
        var start = first.range.lowerBound
        var breaks = 0
        while start > 0, first.range.lowerBound - start < 160 {
            if text[start - 1] == 0x0A {
                breaks += 1
                if breaks > 1 { break }
            }
            start -= 1
        }
        layer.copy(text, start..<ListHead.end(text, start..<first.range.lowerBound))
        ListHead.append(items, to: &layer)
        return (.list, last.range.upperBound)
    }

    /// `key: |` or `key: >` with a value of few lines: the key and its value on one line.
    private func block(
        _ mark: WrappingMark, _ start: Int, _ layer: inout DecodedLayer
    ) -> Outcome {
        let indent = text[start...].prefix { $0 == 0x20 }.count
        var lines: [Range<Int>] = []
        var line = nextLine(mark.start)
        while line < text.count {
            let end = lineEnd(line)
            let blanks = text[line..<end].prefix { $0 == 0x20 }.count
            if blanks < end - line {
                guard blanks > indent else { break }
                lines.append(line + blanks..<end)
            }
            guard lines.count <= 4, end - mark.end <= 2048 else { return (nil, mark.end) }
            line = nextLine(end < text.count ? end : text.count - 1)
        }
        guard let last = lines.last else { return (nil, mark.end) }
        layer.copy(text, start..<mark.start)
        for (index, line) in lines.enumerated() {
            if index > 0 {
                layer.append(
                    text[mark.start] == 0x3E ? 0x20 : 0x0A,
                    from: line.lowerBound..<line.lowerBound, .joined)
            }
            layer.copy(text, line)
        }
        return (.joined, last.upperBound)
    }

    private func hexdump(_ mark: WrappingMark, _ layer: inout DecodedLayer) -> Outcome {
        guard let (items, start, end) = Hexdump(text: text).read(from: mark.start) else {
            return (nil, mark.end)
        }
        // The name that stands before bytes on one line.
        guard !items.isEmpty else { return (nil, end) }
        layer.copy(text, lineStart(start)..<start)
        for item in items {
            let isText = ByteClass.sets[Int(item.value)] & ByteClass.text != 0
            layer.append(isText ? item.value : 0x0A, from: item.range, .hexdump)
        }
        return (.hexdump, end)
    }

    private func manifest(_ mark: WrappingMark, _ layer: inout DecodedLayer) -> Outcome {
        var found = false
        let (values, end) = SecretManifest.values(text, around: mark.start)
        for value in values {
            layer.copy(text, value.line.lowerBound..<value.range.lowerBound)
            if runs.decodeText(value.range, into: &layer) {
                found = true
            } else {
                layer.copy(text, value.range)
            }
            layer.append(0x0A, from: value.range.upperBound..<value.range.upperBound, .joined)
        }
        return (found ? .base64 : nil, end)
    }
}
