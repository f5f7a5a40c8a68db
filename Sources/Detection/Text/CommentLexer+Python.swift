/// Python, docstrings among the comments.
extension CommentLexer {
    /// Walks the text.
    mutating func lexPython() {
        var brackets = 0
        var isAtStatementStart = true
        // In `def f(): """…"""` the string after the colon starts a statement.
        var isDefinition = false
        while offset < bytes.count {
            let current = bytes[offset]
            switch current {
            case 0x0A, 0x0D:
                if brackets == 0 {
                    isAtStatementStart = true
                    isDefinition = false
                }
                offset += 1
            case 0x20, 0x09, 0x0C: offset += 1
            case UInt8(ascii: "\\"):
                offset = min(bytes.count, afterLineEnd(offset + 1))
                isAtStatementStart = false
            case UInt8(ascii: "#"): lineComment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                pythonString(from: offset, canBeDocstring: isAtStatementStart && brackets == 0)
                isAtStatementStart = false
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                isAtStatementStart = false
                offset += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                brackets = max(0, brackets - 1)
                isAtStatementStart = false
                offset += 1
            case UInt8(ascii: ";"), UInt8(ascii: ":"):
                isAtStatementStart =
                    brackets == 0 && (isDefinition || current == UInt8(ascii: ";"))
                offset += 1
            default:
                guard isIdentifier(current) else {
                    isAtStatementStart = false
                    offset += 1
                    continue
                }
                let word = takeWord()
                if isDefinitionWord(word) {
                    // Nothing but a statement starts a line so: mends brackets left open.
                    if word.lowerBound == 0 || isLineEnd(byte(word.lowerBound - 1)) { brackets = 0 }
                    isDefinition = isDefinition || isAtStatementStart
                } else if byte(offset) == UInt8(ascii: "\"") || byte(offset) == UInt8(ascii: "'"),
                    let isText = pythonPrefixIsText(word)
                {
                    pythonString(
                        from: word.lowerBound,
                        canBeDocstring: isAtStatementStart && brackets == 0 && isText)
                }
                isAtStatementStart = false
            }
        }
    }

    private func isDefinitionWord(_ word: Range<Int>) -> Bool {
        isWord(word, "def") || isWord(word, "class") || isWord(word, "async")
    }

    /// Whether a string prefix leaves a plain text; `nil` when the word is no prefix.
    private func pythonPrefixIsText(_ word: Range<Int>) -> Bool? {
        guard word.count <= 2 else { return nil }
        var isText = true
        for byte in bytes[word] {
            switch byte | 0x20 {
            case UInt8(ascii: "r"), UInt8(ascii: "u"): break
            case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "t"): isText = false
            default: return nil
            }
        }
        return isText
    }

    /// A string whose quote is at the cursor and whose prefix starts at `start`.
    private mutating func pythonString(from start: Int, canBeDocstring: Bool) {
        let escape = UInt8(ascii: "\\")
        let quote = byte(offset)
        guard byte(offset + 1) == quote, byte(offset + 2) == quote else {
            skipString(escape: escape)
            return
        }
        guard skipPythonLongString(escape: escape), canBeDocstring else { return }
        var next = offset
        while isBlank(byte(next)) { next += 1 }
        // A string that is used, as by `.format()`, is no docstring.
        let endsStatement =
            next >= bytes.count || isLineEnd(byte(next)) || byte(next) == UInt8(ascii: "#")
            || byte(next) == UInt8(ascii: ";")
        if endsStatement { comments.append(start..<offset) }
    }

    /// Unlike elsewhere the first three quotes close; moves to the end where none do.
    ///
    /// - Returns: whether the string had an end.
    private mutating func skipPythonLongString(escape: UInt8) -> Bool {
        let quote = byte(offset)
        offset += 3
        while offset < bytes.count {
            if bytes[offset] == escape {
                offset = min(bytes.count, offset + 2)
            } else if bytes[offset] == quote, byte(offset + 1) == quote, byte(offset + 2) == quote {
                offset += 3
                return true
            } else {
                offset += 1
            }
        }
        return false
    }
}
