/// Reads HCL2, the language of Terraform, Packer, Nomad, Consul and Vault, into one tree.
///
/// A block is its type, then its labels, then its body, each in the one before; expressions stay
/// text, but for literals and for what `variable` and `locals` of the same file tell.
package enum HCLReader {
    /// Reads a file as far as it goes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        var reader = BlockLanguageReader(bytes, dialect: .hcl, limits: limits)
        let start = reader.at
        let entries = reader.body(depth: 0, opened: nil)
        let root = reader.node(.mapping(entries), start, reader.end)
        var resolver = HCLResolver(root, limits: limits)
        let resolved = resolver.resolve(root)
        if resolver.budget.isSpent { reader.fault(.limit, at: start, FillingBudget.message) }
        return Document(format: .hcl, roots: [resolved], faults: reader.log.faults)
    }
}

extension BlockLanguageReader {
    /// Reads attributes and blocks up to the bracket that closes them, or to the end of the file.
    ///
    /// - Parameter opened: where the bracket stands that opened the body; nil for the file's.
    mutating func body(depth: Int, opened: Int?) -> [DocumentEntry] {
        var entries: [DocumentEntry] = []
        while true {
            skipSpace()
            guard at < end else {
                if let opened { fault(.syntax, at: opened, "a block without its end") }
                return entries
            }
            let byte = bytes[at]
            if byte == 0x7D {
                at += 1
                if opened != nil { return entries }
                fault(.syntax, at: at - 1, "a bracket that closes nothing")
                continue
            }
            if byte == 0x2C || byte == 0x3B {
                at += 1
                continue
            }
            if isExhausted() { return entries }
            if Self.isWordStart(byte) || byte == quote {
                if let entry = bodyEntry(depth: depth, isNested: opened != nil) {
                    entries.append(entry)
                }
            } else {
                fault(.syntax, at: at, "an attribute or a block was expected")
                at += 1
                skipLine()
            }
        }
    }

    private mutating func name() -> (text: String, span: SourceSpan)? {
        if at < end, bytes[at] == quote {
            let node = string()
            return (node.text ?? "", node.span)
        }
        return word().map { (text($0), $0) }
    }

    private mutating func bodyEntry(depth: Int, isNested: Bool) -> DocumentEntry? {
        guard let key = name() else { return nil }
        skipBlanks()
        if peek() == 0x3D || peek() == 0x3A {
            at += 1
            let value = value(.line, depth: depth + 1)
            skipBlanks()
            if at < end, bytes[at] != 0x0A, bytes[at] != 0x7D {
                fault(.syntax, at: at, "the end of the line was expected")
                at += 1
            }
            return entry(key.text, key.span, value)
        }
        var labels: [(text: String, span: SourceSpan)] = []
        while labels.count < 8, let label = name() {
            labels.append(label)
            skipBlanks()
        }
        let header = SourceSpan(
            key.span.lowerBound, labels.last?.span.upperBound ?? key.span.upperBound)
        let afterHeader = at
        skipSpace()
        guard peek() == 0x7B else {
            at = afterHeader
            fault(.syntax, at: key.span.lowerBound, "neither an attribute nor a block")
            skipLine()
            return nil
        }
        let body = block(depth: depth + 1)
        if key.text == "dynamic", isNested, labels.count == 1 {
            return dynamic(labels[0].text, header, body)
        }
        var value = body
        for (index, label) in labels.enumerated().reversed() {
            value = node(
                .mapping([entry(label.text, label.span, value)]), label.span.lowerBound,
                body.span.upperBound, tag: index == 0 ? body.tag : nil)
        }
        return entry(key.text, header, value)
    }

    private mutating func block(depth: Int) -> DocumentNode {
        let start = at
        at += 1
        guard depth < limits.maxDepth else {
            fault(.limit, at: start, "nested deeper than \(limits.maxDepth)")
            skipExpression(.comma, insideBracket: true)
            if at < end { at += 1 }
            return node(.mapping([]), start, at)
        }
        let entries = body(depth: depth, opened: start)
        return node(.mapping(entries), start, at)
    }

    /// `dynamic "name" { content { … } }` as the block `name`, of which there may be none or many.
    private mutating func dynamic(
        _ name: String, _ header: SourceSpan, _ body: DocumentNode
    ) -> DocumentEntry {
        var content = body
        if case .mapping(let entries) = body.content {
            let inner = entries.first { $0.key == "content" }?.value
            content =
                inner
                ?? DocumentNode(
                    content: .mapping([]), span: body.span, position: body.position)
        }
        return entry(
            name, header,
            DocumentNode(
                content: content.content, span: content.span, position: content.position,
                tag: "dynamic"))
    }
}
