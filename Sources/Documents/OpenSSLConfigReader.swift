/// Reads `openssl.cnf`: sections in brackets, `name = value`, variables.
///
/// A section is its name → mapping; what stands before the first is at the root. `$name` and
/// `${section::name}` are what the document says before; the environment's are expressions.
/// `.include` stays as an entry.
package struct OpenSSLConfigReader {
    private let text: ConfigText
    private var tree: DirectiveTree
    private var section = "default"
    private var values: [String: String] = [:]
    private var budget: FillingBudget
    private let reader = WordReader(
        quotes: [0x22, 0x27, 0x60], quotesWithin: true, escapesOutside: true, commentsWithin: true)

    /// - Complexity: linear in the bytes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let text = ConfigText(bytes, limits: limits)
        var reader = OpenSSLConfigReader(
            text: text, tree: DirectiveTree(.openssl, text, limits),
            budget: FillingBudget(limits))
        var index = text.start
        while index < text.count, !reader.tree.isFull {
            let end = text.joinedLineEnd(from: index)
            reader.line(text.skippingBlanks(index, before: end), end)
            index = end + 1
        }
        if reader.budget.isSpent { reader.tree.fault(.limit, at: 0, FillingBudget.message) }
        return reader.tree.finished(unclosedIsFault: false)
    }

    private init(text: ConfigText, tree: DirectiveTree, budget: FillingBudget) {
        self.text = text
        self.tree = tree
        self.budget = budget
    }

    private mutating func line(_ start: Int, _ end: Int) {
        guard start < end, text.bytes[start] != 0x23 else { return }
        if text.bytes[start] == 0x5B {
            header(start, end)
            return
        }
        var nameEnd = start
        while nameEnd < end, text.bytes[nameEnd] != 0x3D, !ConfigText.isBlank(text.bytes[nameEnd]),
            text.bytes[nameEnd] != 0x23
        {
            nameEnd += 1
        }
        var valueStart = text.skippingBlanks(nameEnd, before: end)
        let name = text.string(start, nameEnd)
        if valueStart < end, text.bytes[valueStart] == 0x3D {
            valueStart += 1
        } else if !name.hasPrefix(".") {
            tree.fault(.syntax, at: nameEnd, "`=` was expected")
            return
        }
        guard nameEnd > start else {
            tree.fault(.syntax, at: start, "a name was expected")
            return
        }
        let (words, isOpen) = reader.words(text, valueStart, end)
        if isOpen { tree.fault(.syntax, at: valueStart, "a quoted text is not closed") }
        let resolved = words.map { resolve($0) }
        let scalar = ConfigWord.joined(resolved)
        tree.add(
            name, SourceSpan(start, nameEnd), scalar,
            ConfigWord.span(words, or: text.trimmedEnd(nameEnd, valueStart)))
        if scalar.style != .expression, scalar.text.utf8.count <= 4096, values.count < 10_000 {
            values[section + "::" + name] = scalar.text
        }
    }

    private mutating func header(_ start: Int, _ end: Int) {
        var close = start + 1
        while close < end, text.bytes[close] != 0x5D { close += 1 }
        if close == end {
            tree.fault(.syntax, at: start, "`]` was expected")
        }
        let from = text.skippingBlanks(start + 1, before: close)
        let to = text.trimmedEnd(from, close)
        section = text.string(from, to)
        if tree.depth > 0 { tree.close(at: text.trimmedEnd(0, start)) }
        tree.open(
            section, SourceSpan(from, to), label: nil, SourceSpan(from, to), bodyStart: start)
    }

    /// Values are put in once, and not read again, so that they cannot multiply.
    private mutating func resolve(_ word: ConfigWord) -> ConfigWord {
        guard word.text.contains("$") else { return word }
        var out: [UInt8] = []
        var isExpression = false
        let bytes = Array(word.text.utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x24 else {
                out.append(bytes[index])
                index += 1
                continue
            }
            var from = index + 1
            var closing: UInt8?
            if from < bytes.count, bytes[from] == 0x7B || bytes[from] == 0x28 {
                closing = bytes[from] == 0x7B ? 0x7D : 0x29
                from += 1
            }
            var to = from
            while to < bytes.count, OpenSSLConfigReader.isName(bytes[to]) { to += 1 }
            let name = String(decoding: bytes[from..<to], as: UTF8.self)
            if let closing, to < bytes.count, bytes[to] == closing { to += 1 }
            let value =
                values[section + "::" + name] ?? values["default::" + name] ?? values[name]
            if let value, out.count <= 65_536, budget.take(value.utf8.count) {
                out += value.utf8
            } else {
                out += bytes[index..<to]
                isExpression = true
            }
            index = max(to, index + 1)
        }
        return ConfigWord(
            text: String(decoding: out, as: UTF8.self), span: word.span, isQuoted: word.isQuoted,
            isExpression: isExpression)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x3A)
            || byte == 0x5F
    }
}
