/// Ruby and Perl, in which `/`, `%`, `q` and `<<` open literals where a value may start.
extension CommentLexer {
    /// Walks a Ruby text.
    mutating func lexRuby() {
        while offset < bytes.count {
            let current = bytes[offset]
            switch current {
            case UInt8(ascii: "#"): lineComment()
            case UInt8(ascii: "=") where isAt("=begin") && isAtLineStart: rubyBlockComment()
            case UInt8(ascii: "_")
            where isAt("__END__") && isAtLineStart && lineEnd(from: offset) == offset + 7:
                // What follows is data.
                offset = bytes.count
            case UInt8(ascii: "$"): offset += isIdentifier(byte(offset + 1)) ? 1 : 2
            case UInt8(ascii: "?") where !followsValue && !isSpace(byte(offset + 1)):
                // `?#` is a character.
                offset += isIdentifier(byte(offset + 2)) ? 1 : 2
                followsValue = true
            case UInt8(ascii: "%") where startsValue(): rubyPercentLiteral()
            case UInt8(ascii: "<") where isAt("<<") && startsValue():
                if !announceHeredoc(acceptsLowercase: false) { operatorByte(2) }
            default: commonToken()
            }
        }
    }

    /// Walks a Perl text.
    mutating func lexPerl() {
        while offset < bytes.count {
            let current = bytes[offset]
            switch current {
            case UInt8(ascii: "#"): lineComment()
            case UInt8(ascii: "=") where isAtLineStart && isLetter(byte(offset + 1)): pod()
            case UInt8(ascii: "$") where isAt("$#"):
                // The last index of an array.
                offset += 2
            case UInt8(ascii: "$"), UInt8(ascii: "@"):
                // `$'` and `$"` are variables; `$q` is not the operator q.
                offset += isIdentifier(byte(offset + 1)) || byte(offset + 1) == 0x7B ? 1 : 2
                _ = takeWord()
                followsValue = true
            case UInt8(ascii: "<") where isAt("<<") && startsValue():
                if !announceHeredoc(acceptsLowercase: false) { operatorByte(2) }
            default:
                guard isLetter(current) || current == UInt8(ascii: "_") else {
                    commonToken()
                    continue
                }
                let word = takeWord()
                if isWord(word, "__END__") || isWord(word, "__DATA__") {
                    podOnly()
                } else if !isPerlQuote(word) {
                    followsValue = !isScriptOperator(word)
                }
            }
        }
    }

    /// Whether the cursor is at the first byte of a line.
    private var isAtLineStart: Bool { offset == 0 || isLineEnd(byte(offset - 1)) }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Whether an operator at the cursor opens a literal: no value stands before it, or a word,
    /// a blank, and no blank behind it, as in `puts %w(a b)`.
    private func startsValue() -> Bool {
        !followsValue
            || (isBlank(byte(offset - 1)) && !isSpace(byte(offset + 1))
                && byte(offset + 1) != UInt8(ascii: "="))
    }

    /// Tokens that Ruby and Perl share.
    private mutating func commonToken() {
        let current = bytes[offset]
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            skipString(escape: UInt8(ascii: "\\"), spansLines: true)
        case UInt8(ascii: "/"):
            if startsValue(), skipRegex() { return }
            operatorByte(1)
        case 0x0A, 0x0D:
            takeLineEnd()
            followsValue = false
        case 0x20, 0x09: offset += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            followsValue = true
            offset += 1
        case UInt8(ascii: "\\"):
            offset = min(bytes.count, offset + 2)
        default:
            if isIdentifier(current) {
                let word = takeWord()
                followsValue = !isScriptOperator(word)
            } else {
                operatorByte(1)
            }
        }
    }

    private mutating func operatorByte(_ count: Int) {
        followsValue = false
        offset = min(bytes.count, offset + count)
    }

    /// Words after which a value starts.
    private func isScriptOperator(_ word: Range<Int>) -> Bool {
        switch word.count {
        case 1: isWord(word, "x")
        case 2: isWord(word, "if") || isWord(word, "or") || isWord(word, "in") || isWord(word, "do")
        case 3: isWord(word, "and") || isWord(word, "not")
        case 4:
            isWord(word, "when") || isWord(word, "else") || isWord(word, "then")
                || isWord(word, "grep") || isWord(word, "case")
        case 5:
            isWord(word, "while") || isWord(word, "until") || isWord(word, "split")
                || isWord(word, "elsif") || isWord(word, "yield")
        case 6: isWord(word, "return") || isWord(word, "unless")
        default: false
        }
    }

    private mutating func rubyBlockComment() {
        let start = offset
        var line = afterLineEnd(lineEnd(from: offset))
        while line < bytes.count {
            let end = lineEnd(from: line)
            if isAt("=end", line) {
                comment(start..<end)
                return
            }
            line = afterLineEnd(end)
        }
        // Ruby refuses the file; the rest of it stays visible.
        comment(start..<lineEnd(from: start))
        offset = bytes.count
    }

    /// `%w(…)`, `%q{…}`, `%(…)` and the like.
    private mutating func rubyPercentLiteral() {
        var position = offset + 1
        if "qQwWiIrsx".utf8.contains(byte(position)) { position += 1 }
        guard isDelimiter(byte(position)) else {
            operatorByte(1)
            return
        }
        offset = position
        skipQuoted()
    }

    /// Whether a byte may open a literal whose delimiter is free to choose.
    private func isDelimiter(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !isIdentifier(byte) && byte != UInt8(ascii: "=")
    }

    /// A literal whose opening delimiter is at the cursor.
    private mutating func skipQuoted() {
        let open = byte(offset)
        if let close = CommentLexer.closing(open) {
            skipBracketed(open: open, close: close)
        } else {
            skipDelimited(close: open, escape: UInt8(ascii: "\\"), spansLines: true)
        }
    }

    private static func closing(_ open: UInt8) -> UInt8? {
        switch open {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        default: nil
        }
    }

    /// Moves over `q{…}`, `s/…/…/` and the like behind their word.
    ///
    /// - Returns: whether there is one.
    private mutating func isPerlQuote(_ word: Range<Int>) -> Bool {
        let parts: Int
        switch word.count {
        case 1 where "qm".utf8.contains(byte(word.lowerBound)): parts = 1
        case 1 where "sy".utf8.contains(byte(word.lowerBound)): parts = 2
        case 2
        where isWord(word, "qq") || isWord(word, "qw") || isWord(word, "qr")
            || isWord(word, "qx"):
            parts = 1
        case 2 where isWord(word, "tr"): parts = 2
        default: return false
        }
        // `->s`, `&y` and `{s}` are names.
        let before = byte(word.lowerBound - 1)
        if before == UInt8(ascii: ">") || before == UInt8(ascii: "&")
            || before == UInt8(ascii: "%") || before == UInt8(ascii: ":")
        {
            return false
        }
        var position = offset
        while isBlank(byte(position)) { position += 1 }
        let delimiter = byte(position)
        guard isDelimiter(delimiter), delimiter != UInt8(ascii: ","),
            delimiter != UInt8(ascii: ";"), delimiter != UInt8(ascii: ")")
        else { return false }
        if before == UInt8(ascii: "{"), delimiter == UInt8(ascii: "}") { return false }
        // `s #…` with a blank is a comment.
        if delimiter == UInt8(ascii: "#"), position > offset { return false }
        offset = position
        skipQuoted()
        guard parts == 2, offset < bytes.count else { return true }
        if CommentLexer.closing(delimiter) == nil {
            // The middle delimiter was taken; the replacement ends at the next.
            offset -= 1
            skipQuoted()
        } else {
            while isSpace(byte(offset)), offset < bytes.count { offset += 1 }
            if isDelimiter(byte(offset)) { skipQuoted() }
        }
        return true
    }

    /// Plain Old Documentation: from `=word` to the line after `=cut` or to the end (perlpod).
    private mutating func pod() {
        let start = offset
        var line = offset
        while line < bytes.count {
            let end = lineEnd(from: line)
            if isAt("=cut", line) {
                comment(start..<end)
                return
            }
            line = afterLineEnd(end)
        }
        comment(start..<bytes.count)
    }

    /// Behind `__END__` only documentation is looked for.
    private mutating func podOnly() {
        while offset < bytes.count {
            offset = afterLineEnd(lineEnd(from: offset))
            if byte(offset) == UInt8(ascii: "="), isLetter(byte(offset + 1)) { pod() }
        }
    }
}
