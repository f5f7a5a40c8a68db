/// Decodes what stands within one line, where it stands: the words around it stay.
struct LineDecoding {
    let text: UnsafeRawBufferPointer
    let runs: RunDecoding

    /// Context before and after a mark in a long line, in bytes.
    private static let context = 512

    /// Takes the lines of marks that say all within their line; `marks` are in order.
    ///
    /// - Parameter flush: called when the layer has grown large.
    func decode(
        _ marks: [WrappingMark], into layer: inout DecodedLayer, _ effort: inout DecodingEffort,
        flush: (inout DecodedLayer, inout DecodingEffort) -> Void
    ) {
        // Apart: a token that is cut or escaped may have base64 within it, as those of JWTs.
        let runs = marks.filter { $0.kind == .run || $0.kind == .list }
        decode(windowsOf: runs, into: &layer, &effort, flush)
        guard runs.count < marks.count else { return }
        decode(
            windowsOf: runs.isEmpty ? marks : marks.filter { $0.kind != .run && $0.kind != .list },
            into: &layer, &effort, flush)
    }

    private func decode(
        windowsOf marks: [WrappingMark], into layer: inout DecodedLayer,
        _ effort: inout DecodingEffort,
        _ flush: (inout DecodedLayer, inout DecodingEffort) -> Void
    ) {
        var index = 0
        while index < marks.count, !effort.isSpent {
            var window = window(around: marks[index])
            var next = index + 1
            while next < marks.count {
                let following = self.window(around: marks[next])
                guard following.lowerBound < window.upperBound else { break }
                window =
                    min(
                        window.lowerBound, following.lowerBound)..<max(
                        window.upperBound, following.upperBound)
                next += 1
            }
            decode(window, marks[index..<next], into: &layer, &effort)
            if layer.bytes.count > DecodingEffort.portionBytes { flush(&layer, &effort) }
            index = next
        }
    }

    private func window(around mark: WrappingMark) -> Range<Int> {
        var start = mark.start
        let floor = max(0, mark.start - LineDecoding.context)
        while start > floor, text[start - 1] != 0x0A { start -= 1 }
        var end = max(mark.end, mark.start)
        let ceiling = min(text.count, end + LineDecoding.context)
        while end < ceiling, text[end] != 0x0A { end += 1 }
        return start..<end
    }

    private func decode(
        _ window: Range<Int>, _ marks: ArraySlice<WrappingMark>, into layer: inout DecodedLayer,
        _ effort: inout DecodingEffort
    ) {
        var forms = Forms()
        var places: [WrappingMark] = []
        for mark in marks {
            switch mark.kind {
            case .run, .list: places.append(mark)
            case .backslash: forms.hasBackslashes = true
            case .percent: forms.hasPercents = true
            case .entity: forms.hasEntities = true
            case .quotedPrintable: forms.hasQuotedPrintable = true
            case .seam: forms.hasSeams = true
            case .join:
                forms.hasSeams = true
                forms.joinsLists = true
            default: break
            }
        }
        let before = layer.bytes.count
        let form = decode(window, places, forms, into: &layer, &effort)
        effort.byteCount += layer.bytes.count - before
        layer.endStretch(
            form, isCutBefore: window.lowerBound > 0 && text[window.lowerBound - 1] != 0x0A,
            isCutAfter: window.upperBound < text.count && text[window.upperBound] != 0x0A)
    }

    /// What may stand in a window.
    struct Forms {
        var hasBackslashes = false
        var hasPercents = false
        var hasEntities = false
        var hasQuotedPrintable = false
        var hasSeams = false
        var joinsLists = false
    }

    /// Takes a window with all forms decoded.
    /// - Returns: a form that was met; `nil` when there was none.
    func decode(
        _ window: Range<Int>, _ places: [WrappingMark], _ forms: Forms,
        into layer: inout DecodedLayer, _ effort: inout DecodingEffort
    ) -> DecodedLayer.Form? {
        var met: DecodedLayer.Form?
        var place = window.lowerBound
        var copied = place
        var nextPlace = 0
        // How far lists have been read, also such as hold no text.
        var listEnd = place
        while place < window.upperBound {
            if nextPlace < places.count, place >= places[nextPlace].start {
                let mark = places[nextPlace]
                nextPlace += 1
                guard mark.kind == .list ? mark.start >= listEnd : place == mark.start else {
                    continue
                }
                if mark.kind == .run {
                    layer.copy(text, copied..<place)
                    copied = place
                    let run = [mark.start..<mark.end]
                    let pieces = escapedLines(mark.start..<mark.end, window.upperBound)
                    if let last = pieces.count > 1 && runs.decode(pieces, into: &layer, &effort)
                        ? pieces.last : runs.decode(run, into: &layer, &effort) ? run.last : nil
                    {
                        met = met ?? .base64
                        place = last.upperBound
                        while place < window.upperBound, text[place] == 0x3D,
                            place < last.upperBound + 2
                        {
                            place += 1
                        }
                        copied = place
                        continue
                    }
                    place = mark.end
                } else {
                    let items = ItemList.items(
                        text, around: mark.start, floor: max(copied, listEnd),
                        crossesLines: false)
                    listEnd = max(mark.end, items.last?.range.upperBound ?? 0)
                    if let first = items.first, let last = items.last,
                        first.range.lowerBound >= copied,
                        last.range.upperBound <= window.upperBound,
                        EncodedRun.isText(items.map(\.value)[...])
                    {
                        layer.copy(
                            text, copied..<ListHead.end(text, copied..<first.range.lowerBound))
                        ListHead.append(items, to: &layer)
                        met = met ?? .list
                        place = last.range.upperBound
                        copied = place
                        continue
                    }
                }
                continue
            }
            guard let step = step(at: place, before: window.upperBound, forms) else {
                place += 1
                continue
            }
            layer.copy(text, copied..<place)
            if !step.bytes.isEmpty {
                layer.append(step.bytes, from: place..<step.end, step.form)
            }
            met = met ?? step.form
            place = step.end
            copied = place
        }
        layer.copy(text, copied..<max(copied, window.upperBound))
        return met
    }

    /// A run with its further lines, where the line ends are written as `\n`.
    private func escapedLines(_ first: Range<Int>, _ limit: Int) -> [Range<Int>] {
        var pieces = [first]
        var place = first.upperBound
        while place + 1 < limit, text[place] == 0x5C {
            while place < limit, text[place] == 0x5C { place += 1 }
            guard place < limit, text[place] == 0x6E || text[place] == 0x72 else { break }
            place += 1
            if text[place - 1] == 0x72 { continue }
            let start = place
            while place < limit, ByteClass.sets[Int(text[place])] & ByteClass.base64 != 0 {
                place += 1
            }
            guard place - start >= 2, place - start <= pieces[pieces.count - 1].count else { break }
            pieces.append(start..<place)
        }
        return pieces
    }

    /// What one escape or seam becomes.
    private struct Step {
        let bytes: [UInt8]
        let end: Int
        let form: DecodedLayer.Form
    }

    private func step(at place: Int, before end: Int, _ forms: Forms) -> Step? {
        switch text[place] {
        case 0x5C where forms.hasBackslashes: return backslash(place)
        case 0x25 where forms.hasPercents:
            guard let value = Escapes.percent(text, at: place) else { return nil }
            return Step(bytes: [value], end: place + 3, form: .percent)
        case 0x26 where forms.hasEntities:
            guard let (value, count) = Escapes.entity(text, at: place) else { return nil }
            return Step(
                bytes: LineDecoding.utf8(value), end: place + count, form: .entity)
        case 0x3D where forms.hasQuotedPrintable:
            guard let value = Escapes.percent(text, at: place) else { return nil }
            return Step(bytes: [value], end: place + 3, form: .quotedPrintable)
        case 0x22 where forms.hasSeams, 0x27 where forms.hasSeams:
            if let seam = LiteralSeam(text, closing: place, crossesLines: false),
                seam.contentStart <= end
            {
                return Step(bytes: [], end: seam.contentStart, form: .joined)
            }
            guard forms.joinsLists, let start = LiteralSeam.nextItem(text, closing: place),
                start <= end
            else { return nil }
            return Step(bytes: [], end: start, form: .joined)
        default: return nil
        }
    }

    private func backslash(_ place: Int) -> Step? {
        if let (value, count) = Escapes.backslash(text, at: place) {
            let isByte = count == 4 && value < 256
            return Step(
                bytes: isByte ? [UInt8(truncatingIfNeeded: value)] : LineDecoding.utf8(value),
                end: place + count, form: .backslash)
        }
        guard place + 1 < text.count, let value = Escapes.backslashLetter(text[place + 1]) else {
            return nil
        }
        return Step(bytes: [value], end: place + 2, form: .backslash)
    }

    /// A character in UTF-8; halves of surrogate pairs are no characters.
    static func utf8(_ value: UInt32) -> [UInt8] {
        guard let scalar = Unicode.Scalar(value) else { return [0x3F] }
        return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
