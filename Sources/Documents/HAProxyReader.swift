/// Reads HAProxy's configuration: sections that start with a word at a line's start, a directive
/// a line.
///
/// `frontend www` is `frontend` → `www` → mapping.
package enum HAProxyReader {
    private static let sections: Set<String> = [
        "global", "defaults", "frontend", "backend", "listen", "peers", "resolvers", "mailers",
        "userlist", "cache", "program", "ring", "http-errors", "fcgi-app", "log-forward",
        "crt-store", "traces", "acme", "log-profile", "healthcheck",
    ]

    /// - Complexity: linear in the bytes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let text = ConfigText(bytes, limits: limits)
        var tree = DirectiveTree(.haproxy, text, limits)
        let reader = WordReader(
            quotes: [0x22, 0x27], quotesWithin: true, escapesOutside: true, commentsWithin: true,
            variables: ["$"])
        var index = text.start
        while index < text.count, !tree.isFull {
            let end = text.joinedLineEnd(from: index)
            let start = index
            index = end + 1
            let (words, isOpen) = reader.words(text, start, end)
            guard let name = words.first else { continue }
            if isOpen { tree.fault(.syntax, at: start, "a quoted text is not closed") }
            if sections.contains(name.text) {
                if tree.depth > 0 { tree.close(at: text.trimmedEnd(0, name.span.lowerBound)) }
                tree.open(words, bodyStart: name.span.lowerBound)
            } else {
                tree.add(words)
            }
        }
        return tree.finished(unclosedIsFault: false)
    }
}
