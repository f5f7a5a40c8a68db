/// Lua, SQL and Elixir.
extension CommentLexer {
    /// Walks a Lua text.
    mutating func lexLua() {
        if isAt("#") { lineComment() }
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "-") where isAt("--"):
                let start = offset
                if let level = longBracketLevel(at: offset + 2), !nestingFailed {
                    offset += 2
                    let isClosed = skipLongBracket(level: level)
                    if isClosed {
                        comments.append(start..<offset)
                        continue
                    }
                    // Lua refuses the file: no bracket hides its rest.
                    nestingFailed = true
                    offset = start
                }
                lineComment()
            case UInt8(ascii: "["):
                if let level = longBracketLevel(at: offset) {
                    _ = skipLongBracket(level: level)
                } else {
                    offset += 1
                }
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(escape: UInt8(ascii: "\\"))
            default: offset += 1
            }
        }
    }

    /// The number of `=` of a `[==[` (Lua 5.4 §3.1).
    private func longBracketLevel(at position: Int) -> Int? {
        guard byte(position) == UInt8(ascii: "[") else { return nil }
        let level = runLength(of: UInt8(ascii: "="), from: position + 1)
        return byte(position + 1 + level) == UInt8(ascii: "[") ? level : nil
    }

    /// Moves over a long bracket; to the end of the text when it is not closed.
    private mutating func skipLongBracket(level: Int) -> Bool {
        offset += level + 2
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "]") else {
                offset += 1
                continue
            }
            let run = runLength(of: UInt8(ascii: "="), from: offset + 1)
            offset += run + 1
            if run == level, byte(offset) == UInt8(ascii: "]") {
                offset += 1
                return true
            }
        }
        return false
    }

    /// Walks an SQL text of the common dialects.
    mutating func lexSQL() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "-") where isAt("--"): lineComment()
            case UInt8(ascii: "/") where isAt("/*"):
                // MySQL runs what stands in `/*! … */`.
                if byte(offset + 2) == UInt8(ascii: "!") {
                    offset += 3
                } else {
                    blockComment(openCount: 2, close: "*/")
                }
            // MySQL's; elsewhere `#name` is a table.
            case UInt8(ascii: "#") where isSpace(byte(offset + 1)) && isFirstOnLine(offset):
                lineComment()
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
                skipString(escape: 0, isDoubled: true, spansLines: true)
            case UInt8(ascii: "$"): dollarQuote()
            default:
                if isIdentifier(bytes[offset]) { _ = takeWord() } else { offset += 1 }
            }
        }
    }

    /// Walks a text in Visual Basic.
    mutating func lexVisualBasic() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "'"): lineComment()
            case UInt8(ascii: "\""): skipString(escape: 0, isDoubled: true, spansLines: false)
            default:
                if isIdentifier(bytes[offset]) { _ = takeWord() } else { offset += 1 }
            }
        }
    }

    /// `$tag$ … $tag$` of PostgreSQL. The body is code of a function: its comments count.
    private mutating func dollarQuote() {
        let start = offset
        offset += 1
        while isIdentifier(byte(offset)) { offset += 1 }
        // Stepping over the mark alone keeps the body visible to the lexer.
        if byte(offset) == UInt8(ascii: "$") { offset += 1 } else { offset = start + 1 }
    }

    /// Walks an Elixir text; documentation in `@doc """` counts as comment.
    mutating func lexElixir() {
        var documentation: Int?
        while offset < bytes.count {
            let current = bytes[offset]
            switch current {
            case UInt8(ascii: "#"): lineComment()
            case UInt8(ascii: "@"):
                let start = offset
                offset += 1
                let word = takeWord()
                let isDocumentation =
                    isWord(word, "doc") || isWord(word, "moduledoc") || isWord(word, "typedoc")
                documentation = isDocumentation ? start : nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if isAt("\"\"\"") || isAt("'''") {
                    skipLongString(quoteCount: 3, escape: UInt8(ascii: "\\"))
                    if let start = documentation, offset < bytes.count || isAt("\"\"\"", offset - 3)
                    {
                        comments.append(start..<offset)
                    }
                } else {
                    skipString(escape: UInt8(ascii: "\\"), spansLines: true)
                }
                documentation = nil
            case UInt8(ascii: "?"):
                // `?#` is a character.
                let isEscaped = byte(offset + 1) == UInt8(ascii: "\\")
                let isCharacter = !isIdentifier(byte(offset - 1)) && !isSpace(byte(offset + 1))
                offset = min(bytes.count, offset + (isCharacter ? (isEscaped ? 3 : 2) : 1))
            case UInt8(ascii: "~"): sigil()
            case 0x20, 0x09: offset += 1
            default:
                documentation = nil
                if isIdentifier(current) { _ = takeWord() } else { offset += 1 }
            }
        }
    }

    /// `~r/…/`, `~s(…)`, `~S"""…"""`.
    private mutating func sigil() {
        offset += 1
        let word = takeWord()
        guard !word.isEmpty else { return }
        if isAt("\"\"\"") || isAt("'''") {
            skipLongString(quoteCount: 3, escape: UInt8(ascii: "\\"))
            return
        }
        let open = byte(offset)
        // A closing bracket ends a sigil without nesting.
        switch open {
        case UInt8(ascii: "("): skipSigil(UInt8(ascii: ")"))
        case UInt8(ascii: "["): skipSigil(UInt8(ascii: "]"))
        case UInt8(ascii: "{"): skipSigil(UInt8(ascii: "}"))
        case UInt8(ascii: "<"): skipSigil(UInt8(ascii: ">"))
        case UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            skipSigil(open)
        default: break
        }
    }

    private mutating func skipSigil(_ close: UInt8) {
        skipDelimited(close: close, escape: UInt8(ascii: "\\"), spansLines: true)
    }
}
