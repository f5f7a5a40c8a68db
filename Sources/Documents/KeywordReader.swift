/// Reads the many formats of a keyword and its value a line: redis.conf, postgresql.conf,
/// pg_hba.conf, main.cf, dovecot.conf, sudoers, ipsec.conf, squid, chrony, OpenVPN, lighttpd,
/// stunnel, named.conf.
///
/// `key value`, `key = value` and `key: value` are entries. Blocks in braces, sections in brackets
/// and indented sections under a heading nest. Where most lines end with `;` it is the grammar of
/// BIND. No name of the file is needed.
package struct KeywordReader {
    private let text: ConfigText
    private var tree: DirectiveTree
    private var values: [String: String] = [:]
    private static let maxMissedEnds = 20
    /// Whether a section in brackets, or one of indented lines, is the innermost block.
    private var isInBrackets = false
    private var isIndented = false
    /// How often something that has to be closed was looked for in vain: looking costs time.
    private var missedEnds = 0
    private let reader = WordReader(quotes: [0x22, 0x27], quotesWithin: false)

    /// - Complexity: linear in the bytes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let text = ConfigText(bytes, limits: limits)
        if KeywordFlavour.hasSemicolons(text) {
            return NginxReader.read(text, .keyword, limits, hasCComments: true)
        }
        var reader = KeywordReader(text: text, tree: DirectiveTree(.keyword, text, limits))
        reader.run()
        return reader.tree.finished(unclosedIsFault: !reader.isInBrackets && !reader.isIndented)
    }

    private init(text: ConfigText, tree: DirectiveTree) {
        self.text = text
        self.tree = tree
    }

    private mutating func run() {
        var index = text.start
        while index < text.count, !tree.isFull {
            let end = text.joinedLineEnd(from: index)
            index = logicalLine(index, end)
        }
        if isInBrackets || isIndented, tree.depth > 0 { closeSection(at: text.count) }
    }

    /// Reads a line, with those that belong to it; returns where the next one starts.
    private mutating func logicalLine(_ lineStart: Int, _ lineEnd: Int) -> Int {
        let bytes = text.bytes
        let start = text.skippingBlanks(lineStart, before: lineEnd)
        let end = text.trimmedEnd(start, lineEnd)
        guard start < end, !isComment(start, end) else { return lineEnd + 1 }
        let indent = start - lineStart
        if isIndented, indent == 0 { closeSection(at: text.trimmedEnd(0, start)) }
        if bytes[start] == 0x7D {
            return closing(start, end, lineEnd)
        }
        if bytes[start] == 0x5B, bytes[end - 1] == 0x5D || hasOnlyComment(start, end) {
            bracketSection(start, end)
            return lineEnd + 1
        }
        if bytes[start] == 0x3C, let next = inlineFile(start, end, lineEnd) { return next }
        let stop = commentStart(start, end)
        if stop > start, bytes[stop - 1] == 0x7B {
            openBlock(start, stop - 1)
            return lineEnd + 1
        }
        return entry(start, stop, indent: indent, lineEnd: lineEnd)
    }

    private func isComment(_ start: Int, _ end: Int) -> Bool {
        let byte = text.bytes[start]
        if byte == 0x23 { return !text.matches("#include", at: start, before: end) }
        return byte == 0x3B
            || (byte == 0x2F && start + 1 < end && text.bytes[start + 1] == 0x2F)
    }

    private func hasOnlyComment(_ start: Int, _ end: Int) -> Bool {
        let stop = commentStart(start, end)
        return stop < end && stop > start && text.bytes[stop - 1] == 0x5D
    }

    /// Where a comment behind the value starts: at a `#` behind a blank, outside of quotes.
    private func commentStart(_ start: Int, _ end: Int) -> Int {
        var quote: UInt8 = 0
        var index = start
        while index < end {
            let byte = text.bytes[index]
            if quote != 0 {
                if byte == 0x5C, index + 1 < end { index += 1 } else if byte == quote { quote = 0 }
            } else if byte == 0x22
                || (byte == 0x27 && index > start
                    && !WordBytes.isWord(text.bytes[index - 1]))
            {
                quote = byte
            } else if byte == 0x23, index > start, ConfigText.isBlank(text.bytes[index - 1]),
                index + 1 >= end
                    || !(text.bytes[index + 1] >= 0x30 && text.bytes[index + 1] <= 0x39)
            {
                return text.trimmedEnd(start, index)
            }
            index += 1
        }
        return end
    }

    private mutating func closeSection(at end: Int) {
        tree.close(at: end)
        isInBrackets = false
        isIndented = false
    }

    private mutating func closing(_ start: Int, _ end: Int, _ lineEnd: Int) -> Int {
        if !tree.close(at: start + 1) { tree.fault(.syntax, at: start, "`}` without a block") }
        var rest = text.skippingBlanks(start + 1, before: end)
        if rest < end, text.bytes[rest] == 0x3B {
            rest = text.skippingBlanks(rest + 1, before: end)
        }
        guard rest < end, !isComment(rest, end) else { return lineEnd + 1 }
        // `} else {`
        let stop = commentStart(rest, end)
        if stop > rest, text.bytes[stop - 1] == 0x7B {
            openBlock(rest, stop - 1)
            return lineEnd + 1
        }
        return entry(rest, stop, indent: 0, lineEnd: lineEnd)
    }

    private mutating func bracketSection(_ start: Int, _ end: Int) {
        if isInBrackets { closeSection(at: text.trimmedEnd(0, start)) }
        let last = commentStart(start, end)
        let from = text.skippingBlanks(start + 1, before: last)
        let to = text.trimmedEnd(from, last - 1)
        tree.open(
            text.string(from, to), SourceSpan(from, to), label: nil, SourceSpan(from, to),
            bodyStart: start)
        isInBrackets = tree.depth > 0
    }

    private mutating func openBlock(_ start: Int, _ brace: Int) {
        var words = reader.words(text, start, brace).words
        // `name = {` and `name: {` are blocks of that name.
        if words.count == 2, words[1].text == "=" || words[1].text == ":" { words.removeLast() }
        if words.isEmpty { tree.fault(.syntax, at: brace, "a block without a name") }
        tree.open(words, bodyStart: brace)
    }

    /// OpenVPN's files within the file: `<ca>` … `</ca>`; nothing where it is no such thing.
    private mutating func inlineFile(_ start: Int, _ end: Int, _ lineEnd: Int) -> Int? {
        guard text.bytes[end - 1] == 0x3E, end - start > 2, text.bytes[start + 1] != 0x2F,
            missedEnds < KeywordReader.maxMissedEnds
        else {
            return nil
        }
        let nameSpan = SourceSpan(start + 1, end - 1)
        let name = text.string(start + 1, end - 1)
        guard name.utf8.allSatisfy({ WordBytes.isWord($0) || $0 == 0x2D }) else { return nil }
        let closing = "</" + name + ">"
        var index = lineEnd + 1
        while index < text.count {
            let next = text.lineEnd(from: index)
            let from = text.skippingBlanks(index, before: next)
            if from < next, text.bytes[from] == 0x3C,
                text.string(from, text.trimmedEnd(from, next)) == closing
            {
                let stop = text.trimmedEnd(lineEnd + 1, index)
                tree.add(
                    name, nameSpan, DocumentScalar(text.string(lineEnd + 1, stop), .quoted),
                    SourceSpan(lineEnd + 1, stop))
                return next + 1
            }
            index = next + 1
        }
        missedEnds += 1
        tree.fault(.syntax, at: start, "a file within the file is not closed")
        return nil
    }

    private mutating func entry(_ start: Int, _ stop: Int, indent: Int, lineEnd: Int) -> Int {
        let bytes = text.bytes
        var nameEnd = start
        while nameEnd < stop, !ConfigText.isBlank(bytes[nameEnd]), bytes[nameEnd] != 0x3D {
            nameEnd += 1
        }
        var valueStart = text.skippingBlanks(nameEnd, before: stop)
        var hasEquals = false
        if valueStart < stop, bytes[valueStart] == 0x3D, nameEnd > start {
            hasEquals = true
            valueStart += 1
        } else if valueStart + 1 < stop, bytes[valueStart] == 0x2B, bytes[valueStart + 1] == 0x3D {
            hasEquals = true
            valueStart += 2
        }
        guard nameEnd > start else {
            tree.fault(.syntax, at: start, "a keyword was expected")
            return lineEnd + 1
        }
        var next = lineEnd + 1
        valueStart = text.skippingBlanks(valueStart, before: stop)
        // `name: value` of unbound and others; `Defaults:user` has no blank behind.
        var keyEnd = nameEnd
        if !hasEquals, nameEnd - start > 1, bytes[nameEnd - 1] == 0x3A { keyEnd -= 1 }
        let key = text.string(start, keyEnd)
        let keySpan = SourceSpan(start, keyEnd)
        if !hasEquals, indent == 0, !isInBrackets, tree.depth == 0,
            isHeading(valueStart, stop, hasColon: keyEnd < nameEnd, after: lineEnd)
        {
            let words = reader.words(text, valueStart, stop).words
            tree.open(
                key, keySpan, label: words.isEmpty ? nil : ConfigWord.joined(words),
                ConfigWord.span(words, or: stop), bodyStart: start)
            isIndented = tree.depth > 0
            return next
        }
        if hasEquals, valueStart < stop, bytes[valueStart] == 0x28,
            missedEnds < KeywordReader.maxMissedEnds
        {
            if let list = ParenthesisList.read(text, from: valueStart) {
                tree.add(key, keySpan, list.node, nodes: list.count)
                return text.lineEnd(from: list.end) + 1
            }
            missedEnds += 1
        }
        var end = stop
        if hasEquals, !isInBrackets, !isIndented, tree.depth == 0 {
            (end, next) = continued(stop, next)
        }
        let words = reader.words(text, valueStart, end).words
        let scalar = resolved(ConfigWord.joined(words))
        let span = ConfigWord.span(words, or: max(keyEnd, min(valueStart, stop)))
        tree.add(key, keySpan, scalar, span)
        if hasEquals, scalar.text.utf8.count <= 1024, values.count < 2_000, tree.depth == 0 {
            values[key] = scalar.text
        }
        return next
    }

    /// Whether the line is the heading of indented lines: `conn home`, `server:`.
    private func isHeading(_ from: Int, _ to: Int, hasColon: Bool, after lineEnd: Int) -> Bool {
        if hasColon, from < to { return false }
        if !hasColon {
            guard from < to else { return false }
            var index = from
            while index < to, !ConfigText.isBlank(text.bytes[index]) { index += 1 }
            guard text.skippingBlanks(index, before: to) == to else { return false }
        }
        var index = lineEnd + 1
        var looked = 0
        while index < text.count, looked < 50 {
            let end = text.lineEnd(from: index)
            let start = text.skippingBlanks(index, before: end)
            if start < end, !isComment(start, end) {
                guard start > index, start < end else { return false }
                return hasColon ? true : assigns(start, end)
            }
            index = end + 1
            looked += 1
        }
        return false
    }

    /// Whether a line is `name = value`.
    private func assigns(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, WordBytes.isKey(text.bytes[index]) { index += 1 }
        guard index > start else { return false }
        let sign = text.skippingBlanks(index, before: end)
        return sign < end && text.bytes[sign] == 0x3D
    }

    /// Postfix: lines that start with a blank go on with the value before.
    private func continued(_ stop: Int, _ following: Int) -> (end: Int, next: Int) {
        var end = stop
        var next = following
        while next < text.count {
            let lineEnd = text.lineEnd(from: next)
            let start = text.skippingBlanks(next, before: lineEnd)
            guard start > next, start < lineEnd, !isComment(start, lineEnd),
                !assigns(start, lineEnd), text.bytes[start] != 0x7D
            else { break }
            let trimmed = text.trimmedEnd(start, lineEnd)
            guard text.bytes[trimmed - 1] != 0x7B else { break }
            end = trimmed
            next = lineEnd + 1
        }
        return (end, next)
    }

    /// `$name` where the document says what it is, as in Postfix; else an expression.
    private func resolved(_ scalar: DocumentScalar) -> DocumentScalar {
        guard scalar.style != .quoted, scalar.text.hasPrefix("$") else { return scalar }
        var name = scalar.text.dropFirst()
        if name.hasPrefix("{"), name.hasSuffix("}") { name = name.dropFirst().dropLast() }
        guard !name.isEmpty, name.utf8.allSatisfy(WordBytes.isKey) else { return scalar }
        guard let value = values[String(name)] else {
            return DocumentScalar(scalar.text, .expression)
        }
        return DocumentScalar(value, value.hasPrefix("$") ? .expression : .plain)
    }
}
