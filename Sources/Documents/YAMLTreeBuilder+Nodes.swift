extension YAMLTreeBuilder {
    /// The value that an event starts; `nil` where reading ended before it.
    mutating func node(from event: YAMLEvent, depth: Int) -> DocumentNode? {
        let start = byte(event.start)
        let countBefore = nodeCount
        let broughtBefore = broughtBytes
        guard nodeCount < limits.maxNodes else {
            fault(.limit, at: start, "more than \(limits.maxNodes) values")
            stop(for: true)
            return nil
        }
        nodeCount += 1
        guard depth <= limits.maxDepth else {
            fault(.limit, at: start, "nested deeper than \(limits.maxDepth)")
            lastEnd = max(lastEnd, start)
            stop(for: false)
            return nil
        }
        if case .alias = event.kind { return alias(event, depth: depth) }
        // An anchor that is used within itself would be without end.
        if let name = event.anchor { anchors[name] = nil }
        let deepestBefore = deepest
        deepest = depth
        defer { deepest = max(deepest, deepestBefore) }
        let node: DocumentNode
        switch event.kind {
        case .scalar(let text, let form): node = scalar(text, form, event)
        case .sequenceStart: node = sequence(event, depth: depth)
        case .mappingStart: node = mapping(event, depth: depth)
        default:
            fault(.syntax, at: start, "a value was expected")
            stop(for: false)
            return nil
        }
        if let name = event.anchor, !isStopped {
            anchors[name] = Anchor(
                node: node, count: nodeCount - countBefore, height: deepest - depth,
                byteCount: max(0, lastEnd - start) + broughtBytes - broughtBefore)
        }
        return node
    }

    private mutating func scalar(
        _ text: String, _ form: YAMLScalarForm, _ event: YAMLEvent
    ) -> DocumentNode {
        let span = scalarSpan(event, form)
        lastEnd = max(lastEnd, span.upperBound)
        return DocumentNode(
            content: .scalar(DocumentScalar(text, form == .plain ? .plain : .quoted)), span: span,
            position: position(span.lowerBound), tag: event.tag)
    }

    private mutating func sequence(_ event: YAMLEvent, depth: Int) -> DocumentNode {
        let start = collectionStart(event)
        let position = position(start)
        lastEnd = max(lastEnd, start)
        var items: [DocumentNode] = []
        while let inner = next() {
            if case .sequenceEnd = inner.kind {
                closeCollection(inner)
                break
            }
            guard let item = node(from: inner, depth: depth + 1) else { break }
            items.append(item)
        }
        return DocumentNode(
            content: .sequence(items), span: SourceSpan(start, lastEnd), position: position,
            tag: event.tag)
    }

    /// What an alias stands for.
    private mutating func alias(_ event: YAMLEvent, depth: Int) -> DocumentNode {
        let span = SourceSpan(byte(event.start), byte(event.end))
        lastEnd = max(lastEnd, span.upperBound)
        let position = position(span.lowerBound)
        func unresolved() -> DocumentNode {
            DocumentNode(
                content: .scalar(DocumentScalar("*" + (event.anchor ?? ""), .expression)),
                span: span, position: position)
        }
        guard !isStrict else {
            fault(
                .unsupported, at: span.lowerBound,
                "aliases (*name) are not read: repeat the value")
            return unresolved()
        }
        guard let anchor = event.anchor.flatMap({ anchors[$0] }) else {
            fault(.syntax, at: span.lowerBound, "no anchor of this name was closed before")
            return unresolved()
        }
        guard anchor.count <= limits.maxNodes - nodeCount,
            anchor.byteCount <= limits.maxBytes - broughtBytes,
            depth + anchor.height <= limits.maxDepth
        else {
            fault(.limit, at: span.lowerBound, "aliases bring more values than are read")
            return unresolved()
        }
        nodeCount += anchor.count
        broughtBytes += anchor.byteCount
        deepest = max(deepest, depth + anchor.height)
        return DocumentNode(
            content: anchor.node.content, span: anchor.node.span, position: anchor.node.position,
            tag: anchor.node.tag, useSpan: span)
    }

    /// A scalar without its tag and anchor, and without the line ends after a block.
    func scalarSpan(_ event: YAMLEvent, _ form: YAMLScalarForm) -> SourceSpan {
        var start = byte(event.start)
        var end = byte(event.end)
        if event.tag != nil || event.anchor != nil {
            start = afterProperties(start, before: end)
        }
        if form == .block {
            while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        }
        return SourceSpan(start, end)
    }

    /// The first byte of a list or mapping after its tag and anchor.
    func collectionStart(_ event: YAMLEvent) -> Int {
        let start = byte(event.start)
        guard event.tag != nil || event.anchor != nil else { return start }
        let end = byte(event.end)
        // libyaml ends the event after an opening bracket or the dash of a list that is not
        // indented, and before the first item of any other.
        guard end > start else { return end }
        if "[{".utf8.contains(bytes[end - 1]) { return end - 1 }
        let isBeforeDash = end < bytes.count && bytes[end] == UInt8(ascii: "-")
        return bytes[end - 1] == UInt8(ascii: "-") && !isBeforeDash ? end - 1 : end
    }

    /// Moves the end of what was read past a closing bracket.
    mutating func closeCollection(_ event: YAMLEvent) {
        let end = byte(event.end)
        guard event.end > event.start, end > 0, "]}".utf8.contains(bytes[end - 1]) else { return }
        lastEnd = max(lastEnd, end)
    }

    private func afterProperties(_ start: Int, before end: Int) -> Int {
        var at = start
        while at < end {
            switch bytes[at] {
            case UInt8(ascii: "!"), UInt8(ascii: "&"):
                while at < end, bytes[at] > 0x20 { at += 1 }
            case UInt8(ascii: "#"):
                while at < end, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            case 0...0x20: at += 1
            default: return at
            }
        }
        return end
    }
}
