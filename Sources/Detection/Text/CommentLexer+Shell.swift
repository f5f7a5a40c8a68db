/// Shell, PowerShell and batch.
extension CommentLexer {
    /// Walks a text for a POSIX shell, bash or zsh.
    mutating func lexShell() {
        while offset < bytes.count {
            let current = bytes[offset]
            switch current {
            case UInt8(ascii: "#"):
                if startsShellWord { lineComment() } else { offset += 1 }
            case UInt8(ascii: "'"):
                let isAnsi = byte(offset - 1) == UInt8(ascii: "$")
                skipString(escape: isAnsi ? UInt8(ascii: "\\") : 0, spansLines: true)
            case UInt8(ascii: "\""), UInt8(ascii: "`"):
                // Commands in backticks are code; the quotes in them pair up.
                if current == UInt8(ascii: "`") {
                    offset += 1
                } else {
                    skipString(escape: UInt8(ascii: "\\"), spansLines: true)
                }
            case UInt8(ascii: "\\"): offset = min(bytes.count, afterLineEnd(offset + 1))
            case UInt8(ascii: "<") where isAt("<<"):
                if isAt("<<<") {
                    offset += 3
                } else if !announceHeredoc(acceptsLowercase: true) {
                    offset += 2
                }
            case 0x0A, 0x0D: takeLineEnd()
            default: offset += 1
            }
        }
    }

    /// Whether a word starts at the cursor, so that `#` opens a comment (POSIX XCU §2.3).
    private var startsShellWord: Bool {
        let before = byte(offset - 1)
        return offset == 0 || isSpace(before) || ";&|()`".utf8.contains(before)
    }

    /// Walks a PowerShell text.
    mutating func lexPowerShell() {
        let escape = UInt8(ascii: "`")
        while offset < bytes.count {
            let current = bytes[offset]
            switch current {
            case UInt8(ascii: "#"):
                let before = byte(offset - 1)
                if offset == 0 || isSpace(before) || ";{}()|,=&".utf8.contains(before) {
                    lineComment()
                } else {
                    offset += 1
                }
            case UInt8(ascii: "<") where isAt("<#"): blockComment(openCount: 2, close: "#>")
            case UInt8(ascii: "@") where isAt("@\"") && isLineEnd(byte(offset + 2)):
                hereString(closedBy: "\"@")
            case UInt8(ascii: "@") where isAt("@'") && isLineEnd(byte(offset + 2)):
                hereString(closedBy: "'@")
            case UInt8(ascii: "'"): skipString(escape: 0, isDoubled: true, spansLines: true)
            case UInt8(ascii: "\""): skipString(escape: escape, isDoubled: true, spansLines: true)
            case escape: offset = min(bytes.count, offset + 2)
            default: offset += 1
            }
        }
    }

    /// A here-string ends at the start of a line.
    private mutating func hereString(closedBy close: StaticString) {
        var line = offset + 2
        while line < bytes.count {
            if isAt(close, line) {
                offset = line + 2
                return
            }
            line = afterLineEnd(lineEnd(from: line))
            // A line end right behind the opening: the next line is the first.
        }
        offset = bytes.count
    }

    /// Walks a batch file of Windows: `REM` and `::` where a command starts.
    mutating func lexBatch() {
        while offset < bytes.count {
            var position = offset
            let end = lineEnd(from: offset)
            while position < end {
                while isBlank(byte(position)) || byte(position) == UInt8(ascii: "@")
                    || byte(position) == UInt8(ascii: "(")
                {
                    position += 1
                }
                if isAt("::", position) || isRemark(position) {
                    comment(position..<end)
                    break
                }
                // The next command on the line.
                while position < end, bytes[position] != UInt8(ascii: "&") { position += 1 }
                while position < end, bytes[position] == UInt8(ascii: "&") { position += 1 }
            }
            offset = afterLineEnd(end)
        }
    }

    private func isRemark(_ position: Int) -> Bool {
        byte(position) | 0x20 == UInt8(ascii: "r") && byte(position + 1) | 0x20 == UInt8(ascii: "e")
            && byte(position + 2) | 0x20 == UInt8(ascii: "m") && isSpace(byte(position + 3))
    }
}
