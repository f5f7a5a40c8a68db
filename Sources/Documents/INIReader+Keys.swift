extension INIReader {
    /// Takes a key with its value, and the lines that continue it.
    mutating func key(indent: Int, to lineEnd: Int) {
        let start = at
        guard let separator = separator(from: start, to: lineEnd) else {
            let span = trimmed(SourceSpan(start, commentStart(from: start, to: lineEnd)))
            let name = text(span)
            at = lineEnd + 1
            if dialect == .general, name.utf8.contains(0x20) {
                fault(.syntax, at: start, "neither a section nor a key")
                return
            }
            let end = SourceSpan(span.upperBound, span.upperBound)
            add(name, span, DocumentScalar("", .plain), end)
            return
        }
        var keySpan = trimmed(SourceSpan(start, separator))
        var name = text(keySpan)
        if name.utf8.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") {
            name = String(name.dropFirst().dropLast())
        }
        if keySpan.isEmpty {
            fault(.syntax, at: start, "a key was expected before the separator")
            keySpan = SourceSpan(start, start)
        }
        var from = separator + 1
        while from < lineEnd, isBlank(bytes[from]) { from += 1 }
        at = from
        let (scalar, span) =
            switch dialect {
            case .general: generalValue(indent: indent, to: lineEnd)
            case .git: gitValue()
            case .systemd: systemdValue(to: lineEnd)
            }
        let isExpression = ValueMark.isExpression(scalar.text)
        add(name, keySpan, isExpression ? DocumentScalar(scalar.text, .expression) : scalar, span)
    }

    /// The equals sign or colon between a key and its value.
    private func separator(from start: Int, to end: Int) -> Int? {
        var colon: Int?
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "=") { return index }
            if byte == UInt8(ascii: ":"), dialect == .general {
                if index + 1 == end || isBlank(bytes[index + 1]) { return index }
                colon = colon ?? index
            }
            index += 1
        }
        guard let colon, colon > start, !":/\\".utf8.contains(bytes[colon + 1]),
            bytes[start..<colon].allSatisfy({
                JSONWord.isNamePart($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
            })
        else { return nil }
        return colon
    }

    /// Where a comment after a blank starts, or the end.
    private func commentStart(from start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            if "#;".utf8.contains(bytes[index]), index == start || isBlank(bytes[index - 1]) {
                return index
            }
            index += 1
        }
        return end
    }

    private mutating func generalValue(indent: Int, to lineEnd: Int) -> (DocumentScalar, SourceSpan)
    {
        let start = at
        if let quoted = quotedValue(to: lineEnd) {
            at = lineEnd + 1
            return quoted
        }
        var span = trimmed(SourceSpan(start, commentStart(from: start, to: lineEnd)))
        var text = Array(bytes[span.lowerBound..<span.upperBound])
        at = lineEnd + 1
        // A path of Windows may end in a backslash: only one after a blank joins lines.
        while text.last == UInt8(ascii: "\\"), text.count == 1 || isBlank(text[text.count - 2]),
            at < bytes.count
        {
            text.removeLast()
            let end = self.lineEnd(from: at)
            let next = trimmed(SourceSpan(at, commentStart(from: at, to: end)))
            text.append(contentsOf: bytes[next.lowerBound..<next.upperBound])
            span = SourceSpan(span.lowerBound, next.upperBound)
            at = end + 1
        }
        let wasEmpty = text.isEmpty
        while let next = continuation(indent: indent, takesKeys: wasEmpty) {
            if text.isEmpty { span = next }
            if !text.isEmpty { text.append(0x0A) }
            text.append(contentsOf: bytes[next.lowerBound..<next.upperBound])
            span = SourceSpan(span.lowerBound, next.upperBound)
        }
        return (DocumentScalar(String(decoding: text, as: UTF8.self), .plain), span)
    }

    /// Takes an indented line that continues a value, past comments.
    private mutating func continuation(indent: Int, takesKeys: Bool) -> SourceSpan? {
        var index = at
        while index < bytes.count {
            let lineStart = index
            while index < bytes.count, isBlank(bytes[index]) { index += 1 }
            let end = lineEnd(from: index)
            // A list on lines of its own may have empty ones in it.
            if index == end, takesKeys {
                index = end + 1
                continue
            }
            guard index < end, index - lineStart > indent else { return nil }
            if "#;".utf8.contains(bytes[index]) {
                index = end + 1
                continue
            }
            guard bytes[index] != UInt8(ascii: "["),
                takesKeys || separator(from: index, to: end) == nil
            else { return nil }
            at = end + 1
            return trimmed(SourceSpan(index, commentStart(from: index, to: end)))
        }
        return nil
    }

    /// A value that is one text in quotes.
    private func quotedValue(to lineEnd: Int) -> (DocumentScalar, SourceSpan)? {
        guard at < lineEnd, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
            return nil
        }
        let quote = bytes[at]
        var text: [UInt8] = []
        var index = at + 1
        while index < lineEnd, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < lineEnd,
                bytes[index + 1] == quote || bytes[index + 1] == UInt8(ascii: "\\")
            {
                index += 1
            }
            text.append(bytes[index])
            index += 1
        }
        guard index < lineEnd else { return nil }
        let span = SourceSpan(at, index + 1)
        let after = trimmed(SourceSpan(index + 1, lineEnd))
        if dialect == .systemd, !after.isEmpty { return nil }
        guard after.isEmpty || "#;".utf8.contains(bytes[after.lowerBound]) else { return nil }
        return (DocumentScalar(String(decoding: text, as: UTF8.self), .quoted), span)
    }

    private mutating func systemdValue(to lineEnd: Int) -> (DocumentScalar, SourceSpan) {
        if let quoted = quotedValue(to: lineEnd) {
            at = lineEnd + 1
            return quoted
        }
        var span = trimmed(SourceSpan(at, lineEnd))
        var text = Array(bytes[span.lowerBound..<span.upperBound])
        at = lineEnd + 1
        while text.last == UInt8(ascii: "\\"), at < bytes.count {
            text.removeLast()
            let next = trimmed(SourceSpan(at, self.lineEnd(from: at)))
            at = self.lineEnd(from: at) + 1
            if !next.isEmpty, "#;".utf8.contains(bytes[next.lowerBound]) {
                text.append(UInt8(ascii: "\\"))
                continue
            }
            while let last = text.last, isBlank(last) { text.removeLast() }
            text.append(0x20)
            text.append(contentsOf: bytes[next.lowerBound..<next.upperBound])
            span = SourceSpan(span.lowerBound, next.upperBound)
        }
        return (DocumentScalar(String(decoding: text, as: UTF8.self), .plain), span)
    }

    /// A value with git's quotes, escapes and comments.
    private mutating func gitValue() -> (DocumentScalar, SourceSpan) {
        let start = at
        var text: [UInt8] = []
        // Blanks at the end count only in quotes.
        var kept = 0
        var end = at
        var isQuoted = false
        var hasQuotes = false
        while at < bytes.count, bytes[at] != 0x0A {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\\"):
                at += 1
                if at < bytes.count, bytes[at] == 0x0D { at += 1 }
                guard at < bytes.count else { continue }
                switch bytes[at] {
                case 0x0A: break
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "t"): text.append(0x09)
                case UInt8(ascii: "b"): text.append(0x08)
                default: text.append(bytes[at])
                }
                if bytes[at] != 0x0A { kept = text.count }
                end = at + 1
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                hasQuotes = true
                kept = text.count
                end = at + 1
            case UInt8(ascii: "#") where !isQuoted, UInt8(ascii: ";") where !isQuoted:
                at = lineEnd(from: at)
                continue
            default:
                text.append(byte)
                if isQuoted || !isBlank(byte) {
                    kept = text.count
                    end = at + 1
                }
            }
            at += 1
        }
        if isQuoted { fault(.syntax, at: start, "the quotes are not closed") }
        at = min(bytes.count, at + 1)
        let scalar = DocumentScalar(
            String(decoding: text.prefix(kept), as: UTF8.self), hasQuotes ? .quoted : .plain)
        return (scalar, SourceSpan(start, end))
    }
}
