extension JSONReader {
    /// A line end in a string is looked through so far for the string's end.
    private static let maxLookAhead = 4096

    /// The text of a string, past its closing quote.
    mutating func string() -> String {
        let quote = bytes[at]
        at += 1
        let start = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote {
                at += 1
                return String(decoding: bytes[start..<at - 1], as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            at += 1
        }
        return escapedString(quote, start)
    }

    /// The rest of a string with escapes or control characters, the first of which stands here.
    private mutating func escapedString(_ quote: UInt8, _ start: Int) -> String {
        var text = Array(bytes[start..<at])
        var isNoted = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote {
                at += 1
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") {
                escape(into: &text)
                continue
            }
            if byte == 0x0A || byte == 0x0D {
                if !isNoted { fault(.syntax, "a line end in a string") }
                isNoted = true
                guard continuesAfterLineEnd(quote) else {
                    return String(decoding: text, as: UTF8.self)
                }
            } else if byte < 0x20, byte != 0x09 || quote == UInt8(ascii: "\""), !isNoted {
                isNoted = true
                fault(.syntax, "a control character in a string")
            }
            text.append(byte)
            at += 1
        }
        fault(.syntax, "the string is not closed")
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether the next quote looks like the end of a string of several lines, and not like the
    /// start of the next string.
    private func continuesAfterLineEnd(_ quote: UInt8) -> Bool {
        let end = min(bytes.count, at + JSONReader.maxLookAhead)
        var index = at
        while index < end, bytes[index] != quote {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index < end else { return false }
        return ",:]}\r\n/".utf8.contains(bytes[index])
    }

    /// Takes an escape and adds what it stands for.
    private mutating func escape(into text: inout [UInt8]) {
        guard at + 1 < bytes.count else {
            at = bytes.count
            return
        }
        let byte = bytes[at + 1]
        let start = at
        at += 2
        switch byte {
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "v"): text.append(0x0B)
        case UInt8(ascii: "0"): text.append(0)
        case UInt8(ascii: "u"): codeUnit(from: start, into: &text)
        case UInt8(ascii: "x"):
            if let value = hexadecimal(2) {
                text.append(contentsOf: Unicode.Scalar(UInt8(truncatingIfNeeded: value)).utf8)
            } else {
                fault(.syntax, at: start, "two hexadecimal digits were expected")
            }
        case 0x0D: if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        case 0x0A: break
        case 0xE2 where at + 1 < bytes.count && bytes[at] == 0x80 && bytes[at + 1] & 0xFE == 0xA8:
            at += 2
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            fault(.syntax, at: start, "an escape that is none")
            text.append(byte)
        default: text.append(byte)
        }
    }

    /// Takes the digits after `\u`, of a pair of surrogates both.
    private mutating func codeUnit(from start: Int, into text: inout [UInt8]) {
        guard let first = hexadecimal(4) else {
            fault(.syntax, at: start, "four hexadecimal digits were expected")
            return
        }
        if let scalar = Unicode.Scalar(first) {
            text.append(contentsOf: scalar.utf8)
            return
        }
        let after = at
        if first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        {
            at += 2
            if let second = hexadecimal(4), second >= 0xDC00, second < 0xE000,
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                text.append(contentsOf: scalar.utf8)
                return
            }
            at = after
        }
        text.append(contentsOf: Unicode.Scalar("\u{FFFD}").utf8)
    }

    private mutating func hexadecimal(_ digits: Int) -> UInt32? {
        guard at + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for index in at..<at + digits {
            guard let digit = JSONWord.digit(bytes[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        at += digits
        return value
    }

    /// The name of a key without quotes.
    mutating func identifier() -> String? {
        let start = at
        var text: [UInt8] = []
        var from = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: bytes[from..<at])
                escape(into: &text)
                from = at
                continue
            }
            guard JSONWord.isNamePart(byte), blankLength() == 0 else { break }
            at += 1
        }
        guard at > start else { return nil }
        if JSONWord.isDigit(bytes[start]) {
            fault(.syntax, at: start, "a name starts with a digit")
        }
        text.append(contentsOf: bytes[from..<at])
        return String(decoding: text, as: UTF8.self)
    }
}
