/// Lines as `xxd`, `hexdump` and `od` write them: an offset, and bytes or words in hexadecimal,
/// octal or decimal digits, or as characters.
struct Hexdump {
    let text: UnsafeRawBufferPointer

    /// One byte and where its digits stand.
    struct Item {
        let value: UInt8
        let range: Range<Int>
    }

    /// Longest line that is one.
    private static let maxLineByteCount = 4096
    /// Most lines of one dump.
    private static let maxLines = 200_000
    /// Fewest digits of an offset: those of `od -A x`.
    private static let minOffsetDigits = 6

    /// Whether a line begins as one of a dump: digits of an offset and what follows them.
    static func isLine(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
        offsetEnd(text, at: start) != nil
    }

    /// Where the digits of an offset end, which a colon or a blank follows.
    private static func offsetEnd(_ text: UnsafeRawBufferPointer, at start: Int) -> Int? {
        var place = start
        while place < text.count, place - start <= 16, ByteClass.hexValue(text[place]) != nil {
            place += 1
        }
        guard place - start >= minOffsetDigits, place - start <= 16, place + 2 < text.count
        else { return nil }
        if text[place] == 0x20 || text[place] == 0x3A && text[place + 1] == 0x20 { return place }
        return nil
    }

    /// The bytes of a dump.
    ///
    /// - Parameter mark: where a line of it begins, or the first of its bytes in pairs of digits.
    /// - Returns: the bytes, where they begin, and where the dump ends; none when its digits are no
    ///   bytes, `nil` when it is no dump.
    func read(from mark: Int) -> (items: [Item], start: Int, end: Int)? {
        var line = mark
        while line > 0, mark - line < 256, text[line - 1] != 0x0A { line -= 1 }
        guard let first = row(at: line, to: lineEnd(line)) else {
            // The bytes stand behind a name.
            guard mark > line, let inner = row(at: mark, to: lineEnd(mark)),
                inner.style == .numbers, let items = HexdumpCells.bytes(text, [inner])
            else { return nil }
            return (items, mark, inner.end)
        }
        var rows = [first]
        var end = first.end
        var next = nextLine(first.end)
        var skipped = 0
        while next < text.count, rows.count < Hexdump.maxLines {
            let stop = lineEnd(next)
            if let row = row(at: next, to: stop), row.isLike(first) {
                rows.append(row)
                end = row.end
                skipped = 0
            } else {
                // `*` for lines that are the same, and the second form of each line.
                skipped += 1
                guard skipped < 2, first.hasOffset, stop > next else { break }
            }
            next = nextLine(stop)
        }
        return (HexdumpCells.bytes(text, rows) ?? [], line, end)
    }

    private func lineEnd(_ place: Int) -> Int {
        var end = place
        let limit = min(text.count, place + Hexdump.maxLineByteCount)
        while end < limit, text[end] != 0x0A { end += 1 }
        return end > place && text[end - 1] == 0x0D ? end - 1 : end
    }

    private func nextLine(_ place: Int) -> Int {
        var end = place
        while end < text.count, text[end] != 0x0A { end += 1 }
        return end + 1
    }

    /// One line in its parts.
    struct Row {
        enum Style {
            case numbers
            /// Cells of four columns, as of `od -c`.
            case characters
        }

        let style: Style
        let hasOffset: Bool
        /// Whether it is of `xxd`, which writes words as they come.
        let hasColon: Bool
        var cells: [Range<Int>]
        let end: Int

        func isLike(_ other: Row) -> Bool {
            style == other.style && hasOffset == other.hasOffset && hasColon == other.hasColon
        }
    }

    private func row(at start: Int, to end: Int) -> Row? {
        var place = start
        // Dumps in documents are indented or quoted.
        while place < end, place - start < 24, [0x20, 0x09, 0x23, 0x3E, 0x2A].contains(text[place])
        {
            place += 1
        }
        let offset = place < end ? Hexdump.offsetEnd(text, at: place) : nil
        if let offset, offset < end {
            let hasColon = text[offset] == 0x3A
            let body = hasColon ? offset + 1 : offset
            if !hasColon, let cells = characters(body, end) {
                return Row(
                    style: .characters, hasOffset: true, hasColon: false, cells: cells, end: end)
            }
            if let cells = numbers(body, end, hasColon: hasColon) {
                return Row(
                    style: .numbers, hasOffset: true, hasColon: hasColon, cells: cells, end: end)
            }
        }
        if let cells = characters(start, end) {
            return Row(
                style: .characters, hasOffset: false, hasColon: false, cells: cells, end: end)
        }
        guard let cells = numbers(place, end, hasColon: false), cells.count >= 4 else { return nil }
        return Row(style: .numbers, hasOffset: false, hasColon: false, cells: cells, end: end)
    }

    /// Groups of digits, up to where the bytes are shown as text.
    private func numbers(_ start: Int, _ end: Int, hasColon: Bool) -> [Range<Int>]? {
        var cells: [Range<Int>] = []
        var place = start
        while place < end {
            let blanks = place
            while place < end, text[place] == 0x20 || text[place] == 0x09 { place += 1 }
            // `xxd` parts the text by two blanks; `hexdump -C` has two in the middle as well.
            if hasColon, !cells.isEmpty, place - blanks > 1 { break }
            let cell = place
            while place < end, ByteClass.hexValue(text[place]) != nil { place += 1 }
            guard place > cell else {
                if place == end { break }
                let isText = text[place] == 0x7C || text[place] == 0x3E
                return !cells.isEmpty && (isText || hasColon || isQuote(text[place]))
                    ? cells : nil
            }
            guard place == end || text[place] <= 0x20 || isQuote(text[place]) else {
                return hasColon && !cells.isEmpty ? cells : nil
            }
            // A lone digit is none of a dump but of decimals.
            cells.append(cell..<place)
            if place < end, isQuote(text[place]) { break }
        }
        return cells.isEmpty ? nil : cells
    }

    private func isQuote(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x3C
    }

    /// Cells of four columns with a character at the end of each.
    private func characters(_ start: Int, _ end: Int) -> [Range<Int>]? {
        var cells: [Range<Int>] = []
        var plain = 0
        var place = start
        while place + 4 <= end {
            guard text[place] == 0x20, HexdumpCells.character(text, place..<place + 4) != nil
            else { return nil }
            // Bytes in octal digits have three in each cell.
            if text[place + 1] == 0x20, text[place + 2] == 0x20, text[place + 3] != 0x20 {
                plain += 1
            }
            cells.append(place..<place + 4)
            place += 4
        }
        while place < end, text[place] == 0x20 { place += 1 }
        return place == end && plain > 0 ? cells : nil
    }
}
