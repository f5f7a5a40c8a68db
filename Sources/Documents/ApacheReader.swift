/// Reads Apache's configuration: a directive a line, sections in tags.
///
/// `<VirtualHost *:443>` is `VirtualHost` → `*:443` → mapping. `${NAME}` is what a `Define` before
/// it in the same document says. Includes stay as entries.
package struct ApacheReader {
    private let text: ConfigText
    private var tree: DirectiveTree
    private var defines: [String: String] = [:]
    private var openTags: [String] = []
    private var budget: FillingBudget
    private let reader: WordReader

    /// - Complexity: linear in the bytes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let text = ConfigText(bytes, limits: limits)
        var reader = ApacheReader(text, limits)
        reader.run()
        if reader.budget.isSpent { reader.tree.fault(.limit, at: 0, FillingBudget.message) }
        return reader.tree.finished(unclosedIsFault: true)
    }

    private init(_ text: ConfigText, _ limits: DocumentLimits) {
        self.text = text
        tree = DirectiveTree(.apache, text, limits)
        budget = FillingBudget(limits)
        reader = WordReader(
            quotes: [0x22, 0x27], hasComments: false, variables: ["${", "%{"])
    }

    private mutating func run() {
        var index = text.start
        while index < text.count, !tree.isFull {
            let end = text.joinedLineEnd(from: index)
            line(text.skippingBlanks(index, before: end), end)
            index = end + 1
        }
    }

    private mutating func line(_ start: Int, _ end: Int) {
        let stop = text.trimmedEnd(start, end)
        guard start < stop, text.bytes[start] != 0x23 else { return }
        if text.bytes[start] == 0x3C {
            tag(start, stop)
            return
        }
        let (words, isOpen) = reader.words(text, start, stop)
        if isOpen { tree.fault(.syntax, at: start, "a quoted text is not closed") }
        let resolved = words.map { resolve($0) }
        tree.add(resolved)
        if let name = words.first, name.text.lowercased() == "define", words.count >= 2 {
            defines[words[1].text] = words.count > 2 ? resolved[2].text : ""
        }
    }

    /// `${NAME}` by what the document defines; a value is put in once and not read again, so that
    /// definitions cannot multiply.
    private mutating func resolve(_ word: ConfigWord) -> ConfigWord {
        guard word.isExpression, !defines.isEmpty else { return word }
        let bytes = Array(word.text.utf8)
        let lastClose = bytes.lastIndex(of: 0x7D) ?? 0
        var out: [UInt8] = []
        var isExpression = false
        var index = 0
        while index < bytes.count {
            let isNamed = index + 1 < bytes.count && bytes[index + 1] == 0x7B
            guard isNamed, bytes[index] == 0x24, index < lastClose,
                let close = bytes[index...].firstIndex(of: 0x7D)
            else {
                if isNamed, bytes[index] == 0x25 { isExpression = true }
                out.append(bytes[index])
                index += 1
                continue
            }
            let name = String(decoding: bytes[(index + 2)..<close], as: UTF8.self)
            if let value = defines[name], value.utf8.count <= 4096, out.count <= 65_536,
                budget.take(value.utf8.count)
            {
                out += value.utf8
                isExpression = isExpression || value.holds("${")
            } else {
                out += bytes[index...close]
                isExpression = true
            }
            index = close + 1
        }
        return ConfigWord(
            text: String(decoding: out, as: UTF8.self), span: word.span, isQuoted: word.isQuoted,
            isExpression: isExpression)
    }

    private mutating func tag(_ start: Int, _ stop: Int) {
        var last = stop
        if text.bytes[last - 1] == 0x3E {
            last -= 1
        } else {
            tree.fault(.syntax, at: last, "`>` was expected at the end of the line")
        }
        if start + 1 < stop, text.bytes[start + 1] == 0x2F {
            close(text.string(start + 2, text.trimmedEnd(start + 2, last)), start, stop)
            return
        }
        let (words, _) = reader.words(text, start + 1, last)
        guard let name = words.first else {
            tree.fault(.syntax, at: start, "a section without a name")
            return
        }
        openTags.append(name.text.lowercased())
        tree.open(words.map { resolve($0) }, bodyStart: start)
    }

    private mutating func close(_ name: String, _ start: Int, _ stop: Int) {
        let wanted = name.lowercased()
        guard let place = openTags.suffix(64).lastIndex(of: wanted) else {
            tree.fault(.syntax, at: start, "the end of a section that is not open")
            return
        }
        // A section that is not closed ends with the one around it.
        while openTags.count - 1 > place {
            tree.fault(.syntax, at: start, "a section inside is not closed")
            openTags.removeLast()
            tree.close(at: start)
        }
        openTags.removeLast()
        tree.close(at: stop)
    }
}
