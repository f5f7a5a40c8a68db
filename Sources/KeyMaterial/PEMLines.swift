/// Undoes what source code, JSON and XML do to the lines of a PEM body.
enum PEMLines {
    /// The lines of `body`, unescaped and trimmed; empty ones are kept, for they end headers.
    static func split(_ body: ArraySlice<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var index = body.startIndex
        var quote: UInt8?
        func at(_ index: Int) -> UInt8? { index < body.endIndex ? body[index] : nil }
        while index < body.endIndex {
            let byte = body[index]
            index += 1
            // Between two string literals stand quotes, commas, `+` and line breaks.
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                // In a header such as `Comment: Ann's key` a quote is a quote.
                if line.contains(UInt8(ascii: ":")) {
                    line.append(byte)
                } else {
                    quote = byte
                }
            case UInt8(ascii: "\n"):
                lines.append(trimmed(line))
                line = []
            case UInt8(ascii: "\\"):
                while at(index) == UInt8(ascii: "\\") { index += 1 }
                switch at(index) {
                case UInt8(ascii: "n"):
                    lines.append(trimmed(line))
                    line = []
                    index += 1
                case UInt8(ascii: "r"), UInt8(ascii: "t"): index += 1
                case UInt8(ascii: "/"): break
                case UInt8(ascii: "u"):
                    if let scalar = hexScalar(body, index + 1) {
                        if scalar == UInt8(ascii: "\n") {
                            lines.append(trimmed(line))
                            line = []
                        } else {
                            line.append(scalar)
                        }
                        index += 5
                    }
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    // An escaped quote opens nothing; `\"` around each line is a nested literal.
                    quote = at(index)
                    index += 1
                // A backslash at the end of a line joins it with the next in shells and C.
                default: break
                }
            case UInt8(ascii: "&"):
                // `&#10;`, `&#xA;`, `&#13;`: line ends as XML writes them.
                if at(index) == UInt8(ascii: "#"),
                    let end = body[index...].prefix(8).firstIndex(of: UInt8(ascii: ";"))
                {
                    index = end + 1
                    lines.append(trimmed(line))
                    line = []
                } else {
                    line.append(byte)
                }
            default: line.append(byte)
            }
        }
        lines.append(trimmed(line))
        return lines
    }

    /// Without blanks at both ends and the comment marks `#`, `//`, `*`, `>`, `|` before.
    private static func trimmed(_ line: [UInt8]) -> [UInt8] {
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
        var slice = line.drop(while: isBlank)
        if slice.starts(with: "// ".utf8) { slice = slice.dropFirst(3) }
        if let first = slice.first,
            [UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "|")]
                .contains(first)
        {
            slice = slice.dropFirst()
        }
        slice = slice.drop(while: isBlank)
        while let last = slice.last, isBlank(last) { slice = slice.dropLast() }
        return Array(slice)
    }

    /// The ASCII character of four hexadecimal digits at `start`.
    private static func hexScalar(_ body: ArraySlice<UInt8>, _ start: Int) -> UInt8? {
        guard start + 4 <= body.endIndex else { return nil }
        let digits = String(decoding: body[start..<(start + 4)], as: UTF8.self)
        guard let value = UInt32(digits, radix: 16), value < 0x80 else { return nil }
        return UInt8(value)
    }
}
