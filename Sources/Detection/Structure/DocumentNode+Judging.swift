internal import Documents

extension JudgedValue {
    /// A value of a document; an element of XML counts as its text.
    init(_ node: DocumentNode) {
        switch node.content {
        case .scalar(let scalar):
            if scalar.style == .expression {
                form = .unknown
                pieces = JudgedValue.pieces(of: scalar.text)
            } else {
                form = .text(scalar.text)
            }
        case .sequence(let items): form = .list(items.map { JudgedValue($0) })
        case .mapping(let entries):
            if let text = entries.first(where: { $0.key == "#text" })?.value.text {
                form = .text(text)
            } else {
                form = .group(count: entries.count)
            }
        }
    }
}

extension JudgedValue {
    /// The text of a template in quotes without what stands in `${…}`; `nil` for other expressions.
    private static func pieces(of text: String) -> String? {
        guard text.first == "\"" || text.contains("\n"), text.contains("${") else { return nil }
        var pieces = ""
        var depth = 0
        var last: Character = " "
        for character in text {
            if depth > 0 {
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
            } else if character == "{", last == "$" {
                pieces.removeLast()
                pieces.append("\0")
                depth = 1
            } else {
                pieces.append(character)
            }
            last = character
        }
        return pieces
    }
}

extension DocumentNode {
    /// Whether it spreads over what has values of its own; a finding then points at its head.
    var isBlock: Bool {
        if case .mapping = content { return true }
        return false
    }

    /// The tree within a text that holds a document in JSON, as policies often stand; every span
    /// in it is the text's own.
    var embeddedTree: DocumentNode? {
        guard var text, DocumentNode.mayEmbedTree(text) else { return nil }
        let document = text.withUTF8 { DocumentFormat.json.read(UnsafeRawBufferPointer($0)) }
        return document.roots.first.map { $0.standing(at: span, position) }
    }

    /// Whether a text begins as a mapping or list of JSON does.
    static func mayEmbedTree(_ text: String) -> Bool {
        let first = text.utf8.first { $0 > UInt8(ascii: " ") }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private func standing(at span: SourceSpan, _ position: SourcePosition) -> DocumentNode {
        let moved: Content =
            switch content {
            case .scalar: content
            case .sequence(let items): .sequence(items.map { $0.standing(at: span, position) })
            case .mapping(let entries):
                .mapping(
                    entries.map {
                        DocumentEntry(
                            key: $0.key, keySpan: span, keyPosition: position,
                            value: $0.value.standing(at: span, position))
                    })
            }
        return DocumentNode(content: moved, span: span, position: position, tag: tag)
    }
}
