extension YAMLTreeBuilder {
    /// A key that is no text is known by at most so many bytes of its source.
    private static let maxComplexKeyBytes = 256

    private struct Key {
        let text: String
        let span: SourceSpan
        let position: SourcePosition
        let isMerge: Bool
    }

    /// The entries up to the end of a mapping, with what its merge keys bring.
    mutating func mapping(_ event: YAMLEvent, depth: Int) -> DocumentNode {
        let start = collectionStart(event)
        let position = position(start)
        lastEnd = max(lastEnd, start)
        var entries: [DocumentEntry] = []
        var keys: Set<String> = []
        var merges: [DocumentEntry] = []
        while let first = next() {
            if case .mappingEnd = first.kind {
                closeCollection(first)
                break
            }
            guard let key = key(from: first, depth: depth), let second = next(),
                let value = node(from: second, depth: depth + 1)
            else { break }
            let entry = DocumentEntry(
                key: key.text, keySpan: key.span, keyPosition: key.position, value: value)
            if key.isMerge, YAMLTreeBuilder.isMergeable(value) {
                merges.append(entry)
                continue
            }
            if !keys.insert(key.text).inserted {
                fault(.syntax, at: key.span.lowerBound, "this key stands here twice")
            }
            entries.append(entry)
        }
        for merge in merges { YAMLTreeBuilder.bring(merge, into: &entries, without: &keys) }
        return DocumentNode(
            content: .mapping(entries), span: SourceSpan(start, lastEnd), position: position,
            tag: event.tag)
    }

    private mutating func key(from event: YAMLEvent, depth: Int) -> Key? {
        if case .scalar(let text, let form) = event.kind {
            let span = scalarSpan(event, form)
            lastEnd = max(lastEnd, span.upperBound)
            if let name = event.anchor {
                let scalar = DocumentScalar(text, form == .plain ? .plain : .quoted)
                let content = DocumentNode.Content.scalar(scalar)
                anchors[name] = Anchor(
                    node: DocumentNode(
                        content: content, span: span, position: position(span.lowerBound)),
                    count: 1, height: 0, byteCount: text.utf8.count)
            }
            return Key(
                text: text, span: span, position: position(span.lowerBound),
                isMerge: !isStrict && form == .plain && text == "<<")
        }
        guard !isStrict else {
            fault(.unsupported, at: byte(event.start), "a key must be text")
            return nil
        }
        guard let node = node(from: event, depth: depth + 1) else { return nil }
        let span = node.useSpan ?? node.span
        let source = bytes[span.lowerBound..<span.upperBound]
            .prefix(YAMLTreeBuilder.maxComplexKeyBytes)
        return Key(
            text: node.text ?? String(decoding: source, as: UTF8.self), span: span,
            position: position(span.lowerBound), isMerge: false)
    }

    private static func isMergeable(_ value: DocumentNode) -> Bool {
        switch value.content {
        case .mapping: true
        case .sequence(let items):
            items.allSatisfy { if case .mapping = $0.content { true } else { false } }
        case .scalar: false
        }
    }

    /// Adds what a merge brings, but for keys that stand nearer.
    private static func bring(
        _ merge: DocumentEntry, into entries: inout [DocumentEntry], without keys: inout Set<String>
    ) {
        let sources: [DocumentNode]
        if case .sequence(let items) = merge.value.content {
            sources = items
        } else {
            sources = [merge.value]
        }
        for source in sources {
            guard case .mapping(let brought) = source.content else { continue }
            let use = source.useSpan ?? merge.value.useSpan ?? merge.keySpan
            for entry in brought where keys.insert(entry.key).inserted {
                let value = entry.value
                entries.append(
                    DocumentEntry(
                        key: entry.key, keySpan: entry.keySpan, keyPosition: entry.keyPosition,
                        value: DocumentNode(
                            content: value.content, span: value.span, position: value.position,
                            tag: value.tag, useSpan: use)))
            }
        }
    }
}
