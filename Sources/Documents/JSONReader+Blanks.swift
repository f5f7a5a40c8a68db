extension JSONReader {
    /// Skips blanks and comments, and tells whether a line ended in them.
    @discardableResult
    mutating func skipBlank() -> Bool {
        var hasLineEnd = false
        while at < bytes.count {
            switch bytes[at] {
            case 0x0A, 0x0D:
                hasLineEnd = true
                at += 1
            case 0x20, 0x09, 0x0B, 0x0C: at += 1
            case UInt8(ascii: "/"):
                guard at + 1 < bytes.count else { return hasLineEnd }
                if bytes[at + 1] == UInt8(ascii: "/") {
                    skipLine()
                } else if bytes[at + 1] == UInt8(ascii: "*") {
                    skipComment()
                } else {
                    return hasLineEnd
                }
            case UInt8(ascii: "#"):
                fault(.syntax, "a comment starts with // here")
                skipLine()
            case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
                let length = blankLength()
                guard length > 0 else { return hasLineEnd }
                at += length
            default: return hasLineEnd
            }
        }
        return hasLineEnd
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    }

    private mutating func skipComment() {
        let start = at
        at += 2
        while at + 1 < bytes.count {
            if bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "/") {
                at += 2
                return
            }
            at += 1
        }
        at = bytes.count
        fault(.syntax, at: start, "the comment is not closed")
    }

    /// The bytes of the blank beyond ASCII that stands here, or 0: JSON5 allows those of Unicode.
    func blankLength() -> Int {
        let lead = bytes[at]
        guard lead >= 0xC2, at + 1 < bytes.count else { return 0 }
        let second = bytes[at + 1]
        if lead == 0xC2 { return second == 0xA0 ? 2 : 0 }
        guard at + 2 < bytes.count else { return 0 }
        let third = bytes[at + 2]
        let isBlank =
            switch (lead, second) {
            case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
            case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
            case (0xE2, 0x81): third == 0x9F
            case (0xEF, 0xBB): third == 0xBF
            default: false
            }
        return isBlank ? 3 : 0
    }

    /// Skips what is neither blank, bracket, quote nor separator; false where nothing is.
    mutating func skipWord() -> Bool {
        let start = at
        while at < bytes.count {
            switch bytes[at] {
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"),
                UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""),
                UInt8(ascii: "'"), UInt8(ascii: "/"):
                // A control character or a stroke that starts no comment is part of no value.
                if at == start, bytes[at] < 0x20 || bytes[at] == UInt8(ascii: "/") {
                    at += 1
                    return true
                }
                return at > start
            default:
                if bytes[at] >= 0xC2, blankLength() > 0 { return at > start }
                at += 1
            }
        }
        return at > start
    }

    /// Skips `${name}` or `{{ name }}`, which a program would fill in; false where none stands.
    mutating func skipExpression() -> Bool {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "{"),
            bytes[at] == UInt8(ascii: "$") || bytes[at] == UInt8(ascii: "{")
        else { return false }
        let braces = bytes[at] == UInt8(ascii: "{") ? 2 : 1
        var index = at + 2
        let end = min(bytes.count, at + 256)
        while index < end, bytes[index] != 0x0A, bytes[index] != UInt8(ascii: "}") { index += 1 }
        guard index + braces <= end,
            bytes[index..<index + braces].allSatisfy({ $0 == UInt8(ascii: "}") })
        else { return false }
        at = index + braces
        return true
    }

    /// Skips to the next comma or closing bracket of this level.
    mutating func skipToSeparator() {
        var depth = 0
        while at < bytes.count {
            if depth == 0, ",]}".utf8.contains(bytes[at]) { return }
            depth += skipPiece()
        }
    }

    /// Skips an object or list with all that is in it.
    mutating func skipNested() {
        var depth = 0
        repeat { depth += skipPiece() } while depth > 0 && at < bytes.count
    }

    /// Skips a string, a comment or a byte; by how much one is deeper behind it.
    private mutating func skipPiece() -> Int {
        switch bytes[at] {
        case UInt8(ascii: "\""):
            skipString()
            return 0
        case UInt8(ascii: "/"):
            let start = at
            skipBlank()
            if at == start { at += 1 }
            return 0
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            at += 1
            return 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            at += 1
            return -1
        default:
            at += 1
            return 0
        }
    }

    private mutating func skipString() {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != 0x0A {
            at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        at = min(bytes.count, at + 1)
    }
}
