extension TOMLReader {
    /// The text of a string of any of the four kinds; `nil` where it is not closed.
    mutating func string(isKey: Bool) -> String? {
        let quote = bytes[at]
        let start = at
        if at + 2 < bytes.count, bytes[at + 1] == quote, bytes[at + 2] == quote {
            at += 3
            if isKey { fault(.syntax, at: start, "a key of several lines") }
            return multiLine(quote, start)
        }
        at += 1
        var text: [UInt8] = []
        var from = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote {
                text.append(contentsOf: bytes[from..<at])
                at += 1
                return String(decoding: text, as: UTF8.self)
            }
            if byte == 0x0A { break }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                text.append(contentsOf: bytes[from..<at])
                escape(into: &text)
                from = at
                continue
            }
            refuseControl(byte)
            at += 1
        }
        fault(.syntax, at: start, "the string is not closed")
        return nil
    }

    private mutating func multiLine(_ quote: UInt8, _ start: Int) -> String? {
        if at < bytes.count, bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A {
            at += 1
        }
        if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        var text: [UInt8] = []
        var from = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote {
                var run = 1
                while run < 5, at + run < bytes.count, bytes[at + run] == quote { run += 1 }
                at += run
                guard run >= 3 else { continue }
                // Up to two quotes before the closing three belong to the text.
                text.append(contentsOf: bytes[from..<at - 3])
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                text.append(contentsOf: bytes[from..<at])
                if !skipLineEnd() { escape(into: &text) }
                from = at
                continue
            }
            if byte != 0x0A, !(byte == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A) {
                refuseControl(byte)
            }
            at += 1
        }
        fault(.syntax, at: start, "the string is not closed")
        return nil
    }

    /// Skips a backslash at the end of a line, with the blanks up to the text that follows.
    private mutating func skipLineEnd() -> Bool {
        var index = at + 1
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D else {
            return false
        }
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        at = index
        return true
    }

    private mutating func refuseControl(_ byte: UInt8) {
        guard byte < 0x20 && byte != 0x09 || byte == 0x7F else { return }
        fault(.syntax, "a control character in a string")
    }

    /// Takes an escape and adds what it stands for.
    private mutating func escape(into text: inout [UInt8]) {
        let start = at
        guard at + 1 < bytes.count else {
            at = bytes.count
            return
        }
        let byte = bytes[at + 1]
        at += 2
        switch byte {
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "e"): text.append(0x1B)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
        case UInt8(ascii: "x"): scalar(digits: 2, from: start, into: &text)
        case UInt8(ascii: "u"): scalar(digits: 4, from: start, into: &text)
        case UInt8(ascii: "U"): scalar(digits: 8, from: start, into: &text)
        default:
            fault(.syntax, at: start, "an escape that is none")
            at = start + 1
            text.append(UInt8(ascii: "\\"))
        }
    }

    private mutating func scalar(digits: Int, from start: Int, into text: inout [UInt8]) {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard at < bytes.count, let digit = JSONWord.digit(bytes[at]) else {
                fault(.syntax, at: start, "\(digits) hexadecimal digits were expected")
                return
            }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        guard let scalar = Unicode.Scalar(value) else {
            fault(.syntax, at: start, "an escape of no character")
            return
        }
        text.append(contentsOf: scalar.utf8)
    }
}
