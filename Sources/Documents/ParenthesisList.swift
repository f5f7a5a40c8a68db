/// Reads lighttpd's lists: `( "a", "b" )` is a sequence, `( "k" => "v" )` a mapping.
struct ParenthesisList {
    let node: DocumentNode
    /// How many values it has, itself included.
    let count: Int
    /// The byte behind the closing parenthesis.
    let end: Int

    /// Lists within lists are texts; no list is read beyond this many bytes.
    private static let maxBytes = 65_536

    /// `nil` where the list does not close.
    static func read(_ text: ConfigText, from start: Int) -> ParenthesisList? {
        var index = start + 1
        let limit = min(text.count, start + maxBytes)
        var items: [DocumentNode] = []
        var entries: [DocumentEntry] = []
        var key: (text: String, span: SourceSpan)?
        while index < limit {
            let byte = text.bytes[index]
            if byte == 0x29 {
                index += 1
                let span = SourceSpan(start, index)
                let position = text.lines.position(of: start)
                let content: DocumentNode.Content =
                    entries.isEmpty ? .sequence(items) : .mapping(entries)
                return ParenthesisList(
                    node: DocumentNode(content: content, span: span, position: position),
                    count: 1 + items.count + entries.count, end: index)
            }
            if byte == 0x23 {
                index = text.lineEnd(from: index)
                continue
            }
            if ConfigText.isBlank(byte) || byte == 0x2C {
                index += 1
                continue
            }
            if byte == 0x3D, index + 1 < limit, text.bytes[index + 1] == 0x3E {
                index += 2
                continue
            }
            let from = index
            let scalar = item(text, &index, limit)
            let span = SourceSpan(from, index)
            let after = text.skippingBlanks(index, before: limit)
            if after + 1 < limit, text.bytes[after] == 0x3D, text.bytes[after + 1] == 0x3E {
                key = (scalar.text, span)
                continue
            }
            let node = DocumentNode(
                content: .scalar(scalar), span: span, position: text.lines.position(of: from))
            if let known = key {
                entries.append(
                    DocumentEntry(
                        key: known.text, keySpan: known.span,
                        keyPosition: text.lines.position(of: known.span.lowerBound), value: node))
                key = nil
            } else {
                items.append(node)
            }
        }
        return nil
    }

    private static func item(_ text: ConfigText, _ index: inout Int, _ limit: Int) -> DocumentScalar
    {
        let start = index
        let first = text.bytes[index]
        if first == 0x22 {
            index += 1
            while index < limit, text.bytes[index] != 0x22 {
                index += text.bytes[index] == 0x5C && index + 1 < limit ? 2 : 1
            }
            index = min(index, limit)
            let value = text.string(start + 1, index)
            if index < limit { index += 1 }
            return DocumentScalar(value, .quoted)
        }
        var depth = 0
        while index < limit {
            let byte = text.bytes[index]
            if byte == 0x28 { depth += 1 }
            if byte == 0x29 {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, byte == 0x2C || ConfigText.isBlank(byte) { break }
            index += 1
        }
        if index == start { index += 1 }
        return DocumentScalar(text.string(start, index), .plain)
    }
}
