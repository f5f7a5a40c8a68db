/// TOML, INI, and the files of servers and builds, in which `#` starts a comment.
extension CommentLexer {
    /// Walks a TOML text.
    mutating func lexTOML() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "#"): lineComment()
            case UInt8(ascii: "\""):
                if isAt("\"\"\"") {
                    skipLongString(quoteCount: 3, escape: UInt8(ascii: "\\"))
                } else {
                    skipString(escape: UInt8(ascii: "\\"))
                }
            case UInt8(ascii: "'"):
                if isAt("'''") {
                    skipLongString(quoteCount: 3, escape: 0)
                } else {
                    skipString(escape: 0)
                }
            default: offset += 1
            }
        }
    }

    /// Walks INI, properties and env files: `;`, `#` and `!` at a line's start, and ` # ` behind a
    /// value.
    mutating func lexINI() {
        while offset < bytes.count {
            let end = lineEnd(from: offset)
            var position = offset
            while position < end, isBlank(bytes[position]) { position += 1 }
            if position < end, ";#!".utf8.contains(bytes[position]) {
                comment(position..<end)
            } else {
                trailingHash(from: position, to: end, needsBlankBehind: true)
            }
            offset = afterLineEnd(end)
        }
    }

    /// Walks texts whose comments start with `#` at a line's start.
    ///
    /// - Parameter allowsTrailing: whether a `#` behind a blank, `;`, `{` or `}` starts one too.
    mutating func lexHashLines(allowsTrailing: Bool) {
        while offset < bytes.count {
            let end = lineEnd(from: offset)
            var position = offset
            while position < end, isBlank(bytes[position]) { position += 1 }
            if position < end, bytes[position] == UInt8(ascii: "#") {
                comment(position..<end)
            } else if allowsTrailing {
                trailingHash(from: position, to: end, needsBlankBehind: false)
            }
            offset = afterLineEnd(end)
        }
    }

    /// A comment behind other text of a line, outside of quotes that close on it.
    private mutating func trailingHash(from start: Int, to end: Int, needsBlankBehind: Bool) {
        var quote: UInt8 = 0
        var quoteStart = start
        // An apostrophe without a partner is text: from it on quotes are not looked at.
        var ignoresQuotes = false
        var position = start
        while position < end {
            let current = bytes[position]
            if current == UInt8(ascii: "\\") {
                position += 2
                continue
            }
            if quote != 0 {
                if current == quote { quote = 0 }
            } else if !ignoresQuotes, current == UInt8(ascii: "\"") || current == UInt8(ascii: "'")
            {
                quote = current
                quoteStart = position
            } else if current == UInt8(ascii: "#"), position > start {
                let before = bytes[position - 1]
                let isOpen =
                    isBlank(before) || (!needsBlankBehind && ";{}".utf8.contains(before))
                if isOpen, !needsBlankBehind || isSpace(byte(position + 1)) {
                    comment(position..<end)
                    return
                }
            }
            position += 1
            if position >= end, quote != 0, !ignoresQuotes {
                quote = 0
                ignoresQuotes = true
                position = quoteStart + 1
            }
        }
    }
}
