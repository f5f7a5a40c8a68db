/// Two literals with nothing but an operator between them.
struct LiteralSeam {
    /// Where the content of the second one starts.
    let contentStart: Int

    /// Furthest that a seam reaches over lines, in bytes.
    private static let maxByteCount = 256

    /// The seam at a quote that closes a literal; `nil` when no literal follows.
    ///
    /// - Parameter crossesLines: whether the second may stand on the next line.
    init?(_ text: UnsafeRawBufferPointer, closing place: Int, crossesLines: Bool) {
        var reader = Reader(text, after: place)
        let quote = text[place]
        reader.skipBlanks(crossesLines)
        var isApart = reader.place > place + 1
        if reader.skipOperator() {
            isApart = true
            reader.skipBlanks(crossesLines)
        }
        reader.skipPrefix()
        guard let next = reader.current, next == 0x22 || next == 0x27 || next == 0x60,
            isApart || next != quote
        else { return nil }
        contentStart = reader.place + 1
    }

    /// Whether nothing but an operator follows on the line.
    static func isOpen(_ text: UnsafeRawBufferPointer, closing place: Int) -> Bool {
        var reader = Reader(text, after: place)
        reader.skipBlanks(false)
        if reader.skipOperator() { reader.skipBlanks(false) }
        if reader.current == 0x5C { reader.place += 1 }
        return reader.current.map { $0 == 0x0A || $0 == 0x0D } ?? (reader.place >= text.count)
    }

    /// Where the content of the next literal of a list starts, when a quote closes one before it.
    static func nextItem(_ text: UnsafeRawBufferPointer, closing place: Int) -> Int? {
        var reader = Reader(text, after: place)
        reader.skipBlanks(false)
        guard reader.current == 0x2C else { return nil }
        reader.place += 1
        reader.skipBlanks(false)
        reader.skipPrefix()
        guard let next = reader.current, next == 0x22 || next == 0x27 else { return nil }
        return reader.place + 1
    }

    private struct Reader {
        let text: UnsafeRawBufferPointer
        var place: Int
        /// Bytes from there on are not looked at.
        let limit: Int

        init(_ text: UnsafeRawBufferPointer, after quote: Int) {
            self.text = text
            place = quote + 1
            limit = min(text.count, quote + LiteralSeam.maxByteCount)
        }

        var current: UInt8? { place < limit ? text[place] : nil }

        mutating func skipBlanks(_ crossesLines: Bool) {
            while let byte = current {
                switch byte {
                case 0x20, 0x09: place += 1
                case 0x0A, 0x0D, 0x5C:
                    guard crossesLines else { return }
                    place += 1
                default: return
                }
            }
        }

        /// `+`, `.`, `..`, `&`, `||`, `<>`, `++`, `.concat(`.
        mutating func skipOperator() -> Bool {
            let start = place
            while let byte = current, place - start < 2, Reader.isOperator(byte) { place += 1 }
            guard place > start else { return false }
            let sign = text[start]
            if place - start == 1, sign == 0x7C || sign == 0x3C || sign == 0x3E {
                place = start
                return false
            }
            let call: StaticString = "concat("
            if place - start == 1, sign == 0x2E, text.count - place > call.utf8CodeUnitCount,
                (0..<call.utf8CodeUnitCount).allSatisfy({
                    text[place + $0] == call.utf8Start[$0]
                })
            {
                place += call.utf8CodeUnitCount
            }
            return true
        }

        private static func isOperator(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x26, 0x2B, 0x2E, 0x3C, 0x3E, 0x7C: true
            default: false
            }
        }

        /// The letters that may stand before a literal: `f"…"`, `@"…"`.
        mutating func skipPrefix() {
            let start = place
            while let byte = current, place - start < 2, Reader.isPrefix(byte) { place += 1 }
            if let byte = current, byte == 0x22 || byte == 0x27 || byte == 0x60 { return }
            place = start
        }

        private static func isPrefix(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x24, 0x40, 0x42, 0x46, 0x4C, 0x52, 0x55, 0x62, 0x66, 0x72, 0x75: true
            default: false
            }
        }
    }
}
