import ScanModel

/// C, C#, Dart, Go, Groovy, HCL, Java, JSON, Kotlin, Rust, Scala and Swift.
extension CommentLexer {
    /// Walks the text by a syntax with `//` and `/* */`.
    mutating func lexCFamily(_ syntax: CFamilySyntax) {
        // `#![attribute]` of Rust is no interpreter line.
        if isAt("#!"), syntax.language != .rust || byte(offset + 2) != UInt8(ascii: "[") {
            lineComment()
        }
        while offset < bytes.count {
            let current = bytes[offset]
            switch current {
            case UInt8(ascii: "/"): slash(syntax)
            case UInt8(ascii: "#") where syntax.hasHashComments: lineComment()
            case UInt8(ascii: "#") where syntax.language == .swift: hashedString(at: offset)
            case UInt8(ascii: "\""): doubleQuote(syntax)
            case UInt8(ascii: "'"): singleQuote(syntax)
            case UInt8(ascii: "`") where syntax.language == .go:
                skipString(escape: 0, spansLines: true)
            case UInt8(ascii: "`") where [.kotlin, .scala, .swift].contains(syntax.language):
                skipString(escape: 0)
            case UInt8(ascii: "@") where syntax.language == .csharp,
                UInt8(ascii: "$") where syntax.language == .csharp:
                verbatimString()
            case UInt8(ascii: "<") where syntax.language == .hcl && isAt("<<"):
                if !announceHeredoc(acceptsLowercase: true) { offset += 2 }
            case 0x0A, 0x0D: takeLineEnd()
            default:
                if isIdentifier(current) { word(syntax) } else { offset += 1 }
            }
        }
    }

    private mutating func slash(_ syntax: CFamilySyntax) {
        switch byte(offset + 1) {
        case UInt8(ascii: "/"):
            let start = offset
            var end = lineEnd(from: offset)
            // A backslash joins the next line to a comment of C (C17 §5.1.1.2).
            while syntax.language == .c, end < bytes.count, end > start,
                bytes[end - 1] == UInt8(ascii: "\\")
            {
                end = lineEnd(from: afterLineEnd(end))
            }
            comment(start..<end)
        case UInt8(ascii: "*"):
            if syntax.nestsComments, !nestingFailed {
                nestedComment()
            } else {
                blockComment(openCount: 2, close: "*/")
            }
        default: offset += 1
        }
    }

    private mutating func nestedComment() {
        var depth = 0
        var position = offset
        while position < bytes.count {
            if isAt("/*", position) {
                depth += 1
                position += 2
            } else if isAt("*/", position) {
                depth -= 1
                position += 2
                if depth == 0 {
                    comment(offset..<position)
                    return
                }
            } else {
                position += 1
            }
        }
        nestingFailed = true
        blockComment(openCount: 2, close: "*/")
    }

    private mutating func doubleQuote(_ syntax: CFamilySyntax) {
        let quote = UInt8(ascii: "\"")
        if syntax.hasTripleQuotes, isAt("\"\"\"") {
            let run = runLength(of: quote, from: offset)
            // C# takes any number from three; the others three, and six are an empty string.
            if syntax.language == .csharp {
                skipLongString(quoteCount: run, escape: 0)
            } else {
                skipLongString(quoteCount: 3, escape: syntax.longStringEscape)
            }
        } else {
            skipString(escape: UInt8(ascii: "\\"), spansLines: syntax.stringsSpanLines)
        }
    }

    private mutating func singleQuote(_ syntax: CFamilySyntax) {
        switch syntax.singleQuote {
        case .none: offset += 1
        case .literal:
            if syntax.hasTripleSingleQuotes, isAt("'''") {
                skipLongString(quoteCount: 3, escape: UInt8(ascii: "\\"))
            } else {
                skipString(escape: UInt8(ascii: "\\"))
            }
        case .character:
            guard offset + 1 < bytes.count else {
                offset += 1
                return
            }
            if bytes[offset + 1] == UInt8(ascii: "\\") {
                skipString(escape: UInt8(ascii: "\\"))
                return
            }
            let length = max(1, UTF8Decoding.sequenceLength(bytes, at: offset + 1))
            offset += byte(offset + 1 + length) == UInt8(ascii: "'") ? length + 2 : 1
        }
    }

    /// A word, and the raw string that it may open.
    private mutating func word(_ syntax: CFamilySyntax) {
        let word = takeWord()
        let next = byte(offset)
        switch syntax.language {
        case .rust where isWord(word, "r") || isWord(word, "br") || isWord(word, "cr"):
            if next == UInt8(ascii: "\"") || next == UInt8(ascii: "#") { hashedString(at: offset) }
        case .dart where isWord(word, "r"):
            if isAt("'''") || isAt("\"\"\"") {
                skipLongString(quoteCount: 3, escape: 0)
            } else if next == UInt8(ascii: "'") || next == UInt8(ascii: "\"") {
                skipString(escape: 0)
            }
        case .c where next == UInt8(ascii: "\"") && byte(offset - 1) == UInt8(ascii: "R"):
            if word.count <= 3 { rawStringOfC() }
        case .c where next == UInt8(ascii: "'"):
            // Digit separators, 1'000'000 (C++14 [lex.icon]).
            while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(word.lowerBound)),
                byte(offset) == UInt8(ascii: "'"), isIdentifier(byte(offset + 1))
            {
                offset += 1
                _ = takeWord()
            }
        default: break
        }
    }

    /// `#"…"#` of Swift and `r#"…"#` of Rust, or neither.
    private mutating func hashedString(at start: Int) {
        let hashes = runLength(of: UInt8(ascii: "#"), from: start)
        let quote = UInt8(ascii: "\"")
        guard byte(start + hashes) == quote else {
            offset = start + max(1, hashes)
            return
        }
        offset = start + hashes + 1
        if hashes > 0, isAt("\"\"") { offset += 2 }
        while offset < bytes.count {
            guard bytes[offset] == quote else {
                offset += 1
                continue
            }
            offset += 1
            let closing = runLength(of: UInt8(ascii: "#"), from: offset)
            if closing >= hashes {
                offset += hashes
                return
            }
            offset += closing
        }
    }

    /// `R"delimiter(…)delimiter"` (C++11 [lex.string]).
    private mutating func rawStringOfC() {
        let start = offset + 1
        var open = start
        // The standard's delimiters have at most 16 characters.
        while open < bytes.count, open - start <= 16, bytes[open] != UInt8(ascii: "("),
            !isSpace(bytes[open])
        {
            open += 1
        }
        guard byte(open) == UInt8(ascii: "("), open - start <= 16 else {
            skipString(escape: UInt8(ascii: "\\"))
            return
        }
        let close =
            [UInt8(ascii: ")")] + Array(bytes[start..<open]) + [UInt8(ascii: "\"")]
        let end = close.withUnsafeBytes { find($0, from: open) }
        offset = end.map { $0 + close.count } ?? bytes.count
    }

    /// `@"…"`, `$@"…"` and `@$"…"` of C#, in which only `""` escapes; or `$"""…"""`.
    private mutating func verbatimString() {
        var position = offset
        var isVerbatim = false
        while byte(position) == UInt8(ascii: "@") || byte(position) == UInt8(ascii: "$") {
            isVerbatim = isVerbatim || bytes[position] == UInt8(ascii: "@")
            position += 1
        }
        offset = position
        if isVerbatim, byte(position) == UInt8(ascii: "\"") {
            skipString(escape: 0, isDoubled: true, spansLines: true)
        }
    }
}
