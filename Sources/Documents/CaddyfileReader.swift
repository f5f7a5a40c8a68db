/// Reads a Caddyfile: a directive a line, blocks in braces at the line's end.
///
/// A site is its addresses → mapping; the block of global options has the empty key. `tls {…}` is
/// `tls` → mapping. Placeholders and environment variables are expressions.
package struct CaddyfileReader {
    private let text: ConfigText
    private var tree: DirectiveTree
    private let reader = WordReader(quotes: [0x22, 0x60], variables: ["{"])

    /// - Complexity: linear in the bytes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let text = ConfigText(bytes, limits: limits)
        var reader = CaddyfileReader(
            text: text, tree: DirectiveTree(.caddyfile, text, limits))
        reader.run()
        return reader.tree.finished(unclosedIsFault: true)
    }

    private init(text: ConfigText, tree: DirectiveTree) {
        self.text = text
        self.tree = tree
    }

    private mutating func run() {
        var index = text.start
        while index < text.count, !tree.isFull {
            let end = lineEnd(from: index)
            line(index, end)
            index = end + 1
        }
    }

    /// The end of a line; quotes and backslashes take several lines together.
    private func lineEnd(from start: Int) -> Int {
        let plain = text.joinedLineEnd(from: start)
        guard text.bytes[start..<plain].contains(where: { $0 == 0x22 || $0 == 0x60 }) else {
            return plain
        }
        let (_, isOpen) = reader.words(text, start, plain)
        guard isOpen else { return plain }
        // A quoted text over lines ends at the first line that closes it.
        var end = plain
        var lines = 0
        while end < text.count, lines < 200, end - start < 16_384 {
            end = text.lineEnd(from: end + 1)
            lines += 1
            if !reader.words(text, start, end).isOpen { return end }
        }
        return plain
    }

    private mutating func line(_ start: Int, _ end: Int) {
        let (words, isOpen) = reader.words(text, start, end)
        if isOpen { tree.fault(.syntax, at: start, "a quoted text is not closed") }
        // `tls { protocols tls1.2 }` on one line is no Caddyfile proper, and meant so all the same.
        var pending: [ConfigWord] = []
        for word in words {
            if word.text == "{", !word.isQuoted {
                open(pending, at: word.span.lowerBound)
                pending.removeAll(keepingCapacity: true)
            } else if word.text == "}", !word.isQuoted {
                tree.add(pending)
                pending.removeAll(keepingCapacity: true)
                if !tree.close(at: word.span.upperBound) {
                    tree.fault(.syntax, at: word.span.lowerBound, "`}` without a block")
                }
            } else {
                pending.append(word)
            }
        }
        tree.add(pending)
    }

    private mutating func open(_ words: [ConfigWord], at brace: Int) {
        guard tree.depth == 0, !words.isEmpty else {
            tree.open(words, bodyStart: brace)
            return
        }
        // The addresses of a site are one key.
        tree.open(
            ConfigWord.joined(words).text, ConfigWord.span(words, or: brace), label: nil,
            SourceSpan(brace, brace), bodyStart: brace)
    }
}
