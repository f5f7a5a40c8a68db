/// What the cells of a hexdump stand for: their width says how they are written.
enum HexdumpCells {
    /// The bytes of rows of one kind; `nil` when the digits are no bytes.
    static func bytes(
        _ text: UnsafeRawBufferPointer, _ rows: [Hexdump.Row]
    ) -> [Hexdump.Item]? {
        guard let first = rows.first else { return nil }
        var items: [Hexdump.Item] = []
        if first.style == .characters {
            for row in rows {
                for cell in row.cells {
                    guard let value = character(text, cell) else { return nil }
                    items.append(.init(value: value, range: cell.lowerBound + 1..<cell.upperBound))
                }
            }
            return items
        }
        guard let write = writing(text, rows, first) else { return nil }
        for row in rows {
            for cell in row.cells { append(text, cell, write, &items) }
        }
        return items
    }

    /// How the digits of a cell are to be read.
    private struct Writing {
        let radix: Int
        /// Digits of one cell.
        let width: Int
        /// Whether the low byte comes first.
        let isLittle: Bool
    }

    private static func writing(
        _ text: UnsafeRawBufferPointer, _ rows: [Hexdump.Row], _ first: Hexdump.Row
    ) -> Writing? {
        var widths: Set<Int> = []
        var highest: UInt8 = 0
        var isDecimal = true
        for row in rows.prefix(64) {
            for cell in row.cells {
                widths.insert(cell.count)
                for byte in text[cell] {
                    guard let digit = ByteClass.hexValue(byte) else { return nil }
                    highest = max(highest, digit)
                    if digit > 9 { isDecimal = false }
                }
            }
        }
        let width = first.cells.map(\.count).max() ?? 0
        // The last word of a dump may be cut off.
        let isEven = widths.allSatisfy { $0 == width || $0 % 2 == 0 && $0 < width }
        switch width {
        case 2 where isEven: return Writing(radix: 16, width: 2, isLittle: false)
        case 3 where isDecimal:
            let isOctal = highest < 8 && widths == [3]
            return Writing(radix: isOctal ? 8 : 10, width: 3, isLittle: true)
        case 4 where isEven, 16 where isEven:
            return Writing(radix: 16, width: width, isLittle: !first.hasColon)
        case 5 where isDecimal && widths == [5]:
            return Writing(radix: 10, width: 5, isLittle: true)
        case 6 where highest < 8 && widths == [6]:
            return Writing(radix: 8, width: 6, isLittle: true)
        case 8 where isEven:
            if highest < 2 { return Writing(radix: 2, width: 8, isLittle: false) }
            return Writing(
                radix: 16, width: 8,
                isLittle: !first.hasColon || isReversed(text, first))
        default: return nil
        }
    }

    /// Whether the text that a line shows at its end begins with the last byte of the first word.
    private static func isReversed(_ text: UnsafeRawBufferPointer, _ row: Hexdump.Row) -> Bool {
        guard let first = row.cells.first, let last = row.cells.last, first.count == 8,
            last.upperBound + 2 < text.count,
            let high = ByteClass.hexValue(text[first.upperBound - 2]),
            let low = ByteClass.hexValue(text[first.upperBound - 1]),
            let firstHigh = ByteClass.hexValue(text[first.lowerBound]),
            let firstLow = ByteClass.hexValue(text[first.lowerBound + 1])
        else { return false }
        let shown = text[last.upperBound + 2]
        return shown == high << 4 | low && shown != firstHigh << 4 | firstLow
    }

    private static func append(
        _ text: UnsafeRawBufferPointer, _ cell: Range<Int>, _ writing: Writing,
        _ items: inout [Hexdump.Item]
    ) {
        if writing.radix == 16, !writing.isLittle {
            var place = cell.lowerBound
            while place + 1 < cell.upperBound, let high = ByteClass.hexValue(text[place]),
                let low = ByteClass.hexValue(text[place + 1])
            {
                items.append(.init(value: high << 4 | low, range: place..<place + 2))
                place += 2
            }
            return
        }
        var value: UInt64 = 0
        for byte in text[cell] {
            value = value &* UInt64(writing.radix) &+ UInt64(ByteClass.hexValue(byte) ?? 0)
        }
        let count =
            switch (writing.radix, writing.width) {
            case (16, _): cell.count / 2
            case (_, 5), (8, 6): 2
            default: 1
            }
        for shift in 0..<count {
            items.append(
                .init(value: UInt8(truncatingIfNeeded: value >> (8 * UInt64(shift))), range: cell))
        }
    }

    /// The character that a cell of four columns shows: `   g`, `  \n`, ` 012`, `  sp`.
    static func character(_ text: UnsafeRawBufferPointer, _ cell: Range<Int>) -> UInt8? {
        let second = text[cell.lowerBound + 1]
        let third = text[cell.lowerBound + 2]
        let last = text[cell.lowerBound + 3]
        if second == 0x20, third == 0x20 { return last >= 0x20 && last < 0x7F ? last : nil }
        if second == 0x20 {
            switch (third, last) {
            case (0x5C, 0x6E), (0x6E, 0x6C): return 0x0A
            case (0x5C, 0x72), (0x63, 0x72): return 0x0D
            case (0x5C, 0x74), (0x68, 0x74): return 0x09
            case (0x73, 0x70): return 0x20
            case (0x5C, 0x30), (0x5C, 0x61), (0x5C, 0x62), (0x5C, 0x66), (0x5C, 0x76): return 0
            case (0x61...0x7A, 0x61...0x7A): return 0
            default: return nil
            }
        }
        // Bytes that are no characters, by their octal digits or their names.
        let isOctal = (0x30...0x37).contains(third) && (0x30...0x37).contains(last)
        if isOctal, (0x30...0x33).contains(second) {
            return (second & 3) << 6 | (third & 7) << 3 | last & 7
        }
        let isName = [second, third, last].allSatisfy { (0x61...0x7A).contains($0) || $0 < 0x3A }
        return isName && second != 0x20 && last > 0x20 ? 0 : nil
    }
}
