/// Lists of bytes as numbers or characters: `0x67, 104, 'p'`.
enum ItemList {
    /// Commas of a list are at most so many bytes apart: `0x67, ` and `'g', `.
    static let maxGap = 6
    /// Fewest commas of a list on its first line.
    static let minCommas = 7
    /// Most bytes of a list.
    static let maxByteCount = 1 << 20

    /// One item: its value and where it stands.
    struct Item {
        let value: UInt8
        let range: Range<Int>
    }

    /// Whether the first items around a comma are characters of text.
    static func holdsText(_ text: UnsafeRawBufferPointer, firstComma: Int) -> Bool {
        var place = firstComma + 1
        for _ in 0..<6 {
            guard let item = item(text, at: &place),
                ByteClass.sets[Int(item.value)] & ByteClass.text != 0
            else { return false }
            while place < text.count, text[place] == 0x20 || text[place] == 0x2C { place += 1 }
        }
        return true
    }

    /// Reads an item; `place` moves behind it.
    static func item(_ text: UnsafeRawBufferPointer, at place: inout Int) -> Item? {
        while place < text.count, ByteClass.sets[Int(text[place])] & ByteClass.text != 0,
            text[place] <= 0x20
        {
            place += 1
        }
        let start = place
        guard place < text.count else { return nil }
        let first = text[place]
        if first == 0x27 || first == 0x22 {
            guard place + 2 < text.count else { return nil }
            if text[place + 1] == 0x5C, place + 3 < text.count, text[place + 3] == first,
                let value = Escapes.backslashLetter(text[place + 2])
            {
                place += 4
                return Item(value: value, range: start..<place)
            }
            guard text[place + 2] == first, text[place + 1] != 0x5C else { return nil }
            let value = text[place + 1]
            place += 3
            return Item(value: value, range: start..<place)
        }
        let isHex =
            first == 0x30 && place + 2 < text.count && text[place + 1] | 0x20 == 0x78
        if isHex { place += 2 }
        var value = 0
        let digits = place
        while place < text.count, place - digits < 3, let digit = ByteClass.hexValue(text[place]),
            isHex || digit < 10
        {
            value = value * (isHex ? 16 : 10) + Int(digit)
            place += 1
        }
        guard place > digits, let byte = UInt8(exactly: value),
            place >= text.count || ByteClass.sets[Int(text[place])] & ByteClass.word == 0
        else { return nil }
        return Item(value: byte, range: start..<place)
    }

    /// The items of the list that holds a comma.
    ///
    /// - Parameters:
    ///   - floor: where what has been read already ends.
    ///   - crossesLines: whether it may go on over lines.
    static func items(
        _ text: UnsafeRawBufferPointer, around comma: Int, floor: Int, crossesLines: Bool
    ) -> [Item] {
        // Back to what is no part of a list; the first items may be cut off there.
        var start = comma
        while start > floor, comma - start < maxByteCount {
            let byte = text[start - 1]
            if byte == 0x0A, !crossesLines || !goesOn(text, before: start - 1) { break }
            guard
                byte == 0x2C || byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
                    || byte == 0x27 || byte == 0x22 || byte | 0x20 == 0x78
                    || ByteClass.sets[Int(byte)] & ByteClass.hex != 0
                    || start >= 2 && isQuoted(text, start - 1)
            else { break }
            start -= 1
        }
        var place = start
        var items: [Item] = []
        while place < text.count, place - start < maxByteCount {
            var next = place
            if !crossesLines, text[place] == 0x0A { break }
            if let item = item(text, at: &next) {
                items.append(item)
                while next < text.count, text[next] <= 0x20, crossesLines || text[next] != 0x0A {
                    next += 1
                }
                guard next < text.count, text[next] == 0x2C else { break }
                place = next + 1
            } else if place < comma {
                // What stands before the list, such as a name.
                items.removeAll(keepingCapacity: true)
                place += 1
            } else {
                break
            }
        }
        return items
    }

    /// Whether the line that ends here goes on with the next one: after a comma, or when it is empty.
    private static func goesOn(_ text: UnsafeRawBufferPointer, before feed: Int) -> Bool {
        var place = feed
        while place > 0, feed - place < 64, text[place - 1] <= 0x20, text[place - 1] != 0x0A {
            place -= 1
        }
        return place == 0 || text[place - 1] == 0x2C || text[place - 1] == 0x0A
    }

    private static func isQuoted(_ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        place > 0 && place + 1 < text.count && text[place - 1] == text[place + 1]
            && (text[place - 1] == 0x27 || text[place - 1] == 0x22)
    }
}
