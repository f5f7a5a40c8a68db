/// PHP and XML: markup, with islands of code.
extension CommentLexer {
    /// Walks a PHP text: HTML until `<?`, code until `?>`.
    ///
    /// A text without any `<?` is a piece of code, as in a diff or a document.
    mutating func lexPHP() {
        if find("<?", from: offset) == nil { phpCode() }
        while offset < bytes.count {
            if isAt("<?") {
                offset += 2
                if isAt("xml") { continue }
                phpCode()
            } else {
                markup()
            }
        }
    }

    /// Walks XML or HTML.
    mutating func lexXML() {
        while offset < bytes.count { markup() }
    }

    /// One step through markup.
    private mutating func markup() {
        guard bytes[offset] == UInt8(ascii: "<") else {
            offset += 1
            return
        }
        if isAt("<!--") {
            blockComment(openCount: 4, close: "-->")
        } else if isAt("<![CDATA["), let end = find("]]>", from: offset) {
            offset = end + 3
        } else {
            offset += 1
        }
    }

    private mutating func phpCode() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "?") where isAt("?>"):
                offset += 2
                return
            // `#[` opens an attribute (PHP 8).
            case UInt8(ascii: "#") where byte(offset + 1) != UInt8(ascii: "["): phpLineComment()
            case UInt8(ascii: "/") where isAt("//"): phpLineComment()
            case UInt8(ascii: "/") where isAt("/*"): blockComment(openCount: 2, close: "*/")
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                skipString(escape: UInt8(ascii: "\\"), spansLines: true)
            case UInt8(ascii: "<") where isAt("<<<"): phpHeredoc()
            default: offset += 1
            }
        }
    }

    /// A line comment ends at `?>` too.
    private mutating func phpLineComment() {
        let start = offset
        while offset < bytes.count, !isLineEnd(bytes[offset]), !isAt("?>") { offset += 1 }
        comments.append(start..<offset)
    }

    /// `<<<WORD`, `<<<"WORD"` or `<<<'WORD'` to a line that starts with blanks and the word.
    private mutating func phpHeredoc() {
        var position = offset + 3
        while isBlank(byte(position)) { position += 1 }
        let quote = byte(position)
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { position += 1 }
        let start = position
        while isIdentifier(byte(position)) { position += 1 }
        let word = start..<position
        guard !word.isEmpty else {
            offset += 3
            return
        }
        var line = afterLineEnd(lineEnd(from: position))
        while line < bytes.count {
            let end = lineEnd(from: line)
            var first = line
            while first < end, isBlank(bytes[first]) { first += 1 }
            if end - first >= word.count, !isIdentifier(byte(first + word.count)),
                bytes[first..<first + word.count].elementsEqual(bytes[word])
            {
                offset = first + word.count
                return
            }
            line = afterLineEnd(end)
        }
        offset = bytes.count
    }
}
