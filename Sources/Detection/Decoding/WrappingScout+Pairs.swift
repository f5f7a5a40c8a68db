/// Bytes as pairs of hexadecimal digits with a blank between, as dumps show them.
extension WrappingScout {
    /// Fewest pairs of a line; all lines that have as many are met.
    private static let minPairs = 12
    /// Pairs that are characters of text in a row, of which there must be some.
    private static let minTextPairs = 6

    /// Every third byte of the eight at a place is a separator.
    mutating func pairs(around place: Int) {
        guard place + 8 > pairsFloor else { return }
        var start = place
        while !isPair(start) {
            start += 1
            guard start < place + 3 else { return }
        }
        var end = start
        while isPair(end) { end += 3 }
        // The last one of a line has no blank.
        if isDigits(end) { end += 3 }
        while start >= 3, isPair(start - 3) { start -= 3 }
        pairsFloor = end
        guard end - start >= WrappingScout.minPairs * 3 else { return }
        var inRow = 0
        for pair in stride(from: start, to: end, by: 3) {
            guard let high = ByteClass.hexValue(text[pair]),
                let low = ByteClass.hexValue(text[pair + 1])
            else { break }
            let isText = ByteClass.sets[Int(high << 4 | low)] & ByteClass.text != 0
            inRow = isText ? inRow + 1 : 0
            if inRow == WrappingScout.minTextPairs {
                add(.hexdump, start, min(text.count, end - 1))
                return
            }
        }
    }

    private func isPair(_ place: Int) -> Bool { isDigits(place) && byte(place + 2) == 0x20 }

    private func isDigits(_ place: Int) -> Bool {
        sets(place) & ByteClass.hex != 0 && sets(place + 1) & ByteClass.hex != 0
    }
}
