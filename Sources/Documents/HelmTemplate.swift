/// Templates of Helm's charts, made readable as the YAML they will be.
///
/// Enters: a template. Leaves: bytes of the same length in which actions are blanks or a mark, so
/// that spans hold; and, read, a tree in which what an action gives is an expression.
package enum HelmTemplate {
    /// What stands in a masked template where an action was; `~~~~` is plain text for YAML.
    static let mark = "~~~~"
    private static let tilde: UInt8 = 0x7E

    /// Whether bytes look like a template: an action stands in them.
    package static func isTemplate(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var isAfterBrace = false
        for byte in bytes {
            if byte == 0x7B {
                if isAfterBrace { return true }
                isAfterBrace = true
            } else {
                isAfterBrace = false
            }
        }
        return false
    }

    /// The template with its actions masked: lines of nothing but actions are blank, others have
    /// a mark of the same length.
    package static func mask(_ bytes: [UInt8]) -> [UInt8] {
        let actions = actions(in: bytes)
        var out = bytes
        var index = 0
        while index < actions.count {
            // The actions from here whose lines touch, and whether anything else stands there.
            var last = index
            var isAlone = isBlank(bytes, before: actions[index].lowerBound)
            while last + 1 < actions.count,
                !bytes[actions[last].upperBound..<actions[last + 1].lowerBound].contains(0x0A)
            {
                let between = actions[last].upperBound..<actions[last + 1].lowerBound
                if !bytes[between].allSatisfy(isBlank) { isAlone = false }
                last += 1
            }
            if !isBlank(bytes, after: actions[last].upperBound) { isAlone = false }
            for action in actions[index...last] {
                var isFirstLine = true
                for position in action where out[position] != 0x0A && out[position] != 0x0D {
                    out[position] = isAlone || !isFirstLine ? 0x20 : tilde
                    if position + 1 < action.upperBound, out[position + 1] == 0x0A {
                        isFirstLine = false
                    }
                }
            }
            index = last + 1
        }
        return out
    }

    /// Reads a template as YAML, with expressions for its actions.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let source = Array(bytes.prefix(limits.maxBytes + 1))
        let masked = mask(source)
        let document = masked.withUnsafeBytes { YAMLReader.read($0, limits: limits) }
        let roots = document.roots.map { restored($0, source: source, depth: 0) }
        return Document(format: document.format, roots: roots, faults: document.faults)
    }

    /// The tree of a masked template with expressions where actions stood in its values.
    private static func restored(
        _ node: DocumentNode, source: [UInt8], depth: Int
    ) -> DocumentNode {
        guard depth < 128 else { return node }
        switch node.content {
        case .scalar(let scalar):
            guard scalar.text.contains(mark) else { return node }
            let lower = min(node.span.lowerBound, source.count)
            let upper = min(node.span.upperBound, source.count)
            let text = String(decoding: source[lower..<upper], as: UTF8.self)
            return node.with(.scalar(DocumentScalar(text, .expression)))
        case .sequence(let items):
            return node.with(
                .sequence(items.map { restored($0, source: source, depth: depth + 1) }))
        case .mapping(let entries):
            return node.with(
                .mapping(
                    entries.map { entry in
                        var value = restored(entry.value, source: source, depth: depth + 1)
                        if entry.value.isNull,
                            let action = actionAfter(entry.keySpan.upperBound, in: source)
                        {
                            value = DocumentNode(
                                content: .scalar(
                                    DocumentScalar(
                                        String(decoding: source[action], as: UTF8.self),
                                        .expression)),
                                span: SourceSpan(action.lowerBound, action.upperBound),
                                position: entry.value.position)
                        }
                        return DocumentEntry(
                            key: entry.key, keySpan: entry.keySpan, keyPosition: entry.keyPosition,
                            value: value)
                    }))
        }
    }

    /// The action that gives the value of a key, where nothing but blanks stands between them.
    private static func actionAfter(_ offset: Int, in source: [UInt8]) -> Range<Int>? {
        var index = offset
        while index < source.count,
            isBlank(source[index]) || source[index] == 0x0A
                || source[index] == 0x3A || source[index] == 0x22
        {
            index += 1
        }
        guard index + 1 < source.count, source[index] == 0x7B, source[index + 1] == 0x7B else {
            return nil
        }
        return index..<endOfAction(index, in: source, within: 512).end
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }

    private static func isBlank(_ bytes: [UInt8], before offset: Int) -> Bool {
        var index = offset
        while index > 0, bytes[index - 1] != 0x0A {
            index -= 1
            if !isBlank(bytes[index]) { return false }
        }
        return true
    }

    private static func isBlank(_ bytes: [UInt8], after offset: Int) -> Bool {
        var index = offset
        while index < bytes.count, bytes[index] != 0x0A {
            if !isBlank(bytes[index]) { return false }
            index += 1
        }
        return true
    }

    /// The spans of `{{ … }}`, in order.
    private static func actions(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        var unended = 0
        while index + 1 < bytes.count {
            guard bytes[index] == 0x7B, bytes[index + 1] == 0x7B else {
                index += 1
                continue
            }
            // A text with many actions that never end is no template: not looked far any more.
            let (end, isEnded) = endOfAction(
                index, in: bytes, within: unended < 16 ? 65_536 : 256)
            if !isEnded { unended += 1 }
            found.append(index..<end)
            index = end
        }
        return found
    }

    /// One past an action's end: `}}` outside of strings and comments; without one, the line's.
    private static func endOfAction(
        _ start: Int, in bytes: [UInt8], within window: Int
    ) -> (end: Int, isEnded: Bool) {
        var index = start + 2
        var quote: UInt8 = 0
        let most = min(bytes.count, start + window)
        var lineEnd: Int?
        while index < most {
            let byte = bytes[index]
            if byte == 0x0A, lineEnd == nil { lineEnd = index }
            if quote != 0 {
                if byte == 0x5C, quote == 0x22 {
                    index += 1
                } else if byte == quote || (byte == 0x0A && quote == 0x22) {
                    quote = 0
                }
            } else if byte == 0x22 || byte == 0x60 {
                quote = byte
            } else if byte == 0x2F, index + 1 < most, bytes[index + 1] == 0x2A {
                index += 2
                while index + 1 < most, bytes[index] != 0x2A || bytes[index + 1] != 0x2F {
                    if bytes[index] == 0x0A, lineEnd == nil { lineEnd = index }
                    index += 1
                }
                index += 1
            } else if byte == 0x7D, index + 1 < most, bytes[index + 1] == 0x7D {
                return (index + 2, true)
            }
            index += 1
        }
        return (min(lineEnd ?? most, bytes.count), false)
    }
}
