/// Reads Bicep into one tree: `resource`, `module`, `param`, `var` and `output` are keys, under
/// which their names stand, and under the name of a resource its quoted type.
package enum BicepReader {
    /// Reads a file as far as it goes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        var reader = BlockLanguageReader(bytes, dialect: .bicep, limits: limits)
        let start = reader.at
        let entries = reader.declarations()
        let root = reader.node(.mapping(entries), start, reader.end)
        return Document(
            format: .bicep, roots: [resolve(root, limits: limits)], faults: reader.log.faults)
    }

    /// Puts defaults of parameters and values of variables in the place of their names.
    private static func resolve(_ root: DocumentNode, limits: DocumentLimits) -> DocumentNode {
        var known: [String: DocumentNode] = [:]
        for entry in root.entries {
            for named in entry.value.entries where known[named.key] == nil {
                if entry.key == "param" { known[named.key] = named.value.value(of: "default") }
                if entry.key == "var" { known[named.key] = named.value }
            }
        }
        guard !known.isEmpty else { return root }
        var budget = limits.maxNodes
        return root.replacingScalars { node in
            guard case .scalar(let scalar) = node.content, scalar.style == .expression else {
                return nil
            }
            var name = Substring(scalar.text)
            if name.hasPrefix("${"), name.hasSuffix("}") { name = name.dropFirst(2).dropLast() }
            guard var value = known[String(name)] else { return nil }
            // A variable may name a parameter, once or twice.
            for _ in 0..<4 {
                guard case .scalar(let inner) = value.content, inner.style == .expression else {
                    return value.standing(for: node, tag: "resolved", budget: &budget)
                }
                guard let next = known[inner.text] else { return nil }
                value = next
            }
            return nil
        }
    }
}

extension BlockLanguageReader {
    /// Reads the statements of a Bicep file.
    mutating func declarations() -> [DocumentEntry] {
        var entries: [DocumentEntry] = []
        var decorators: [DocumentEntry] = []
        while true {
            skipSpace()
            guard at < end, !isExhausted() else { return entries }
            if bytes[at] == 0x40 {
                if let decorator = decorator() { decorators.append(decorator) }
                continue
            }
            let start = at
            guard let keyword = word() else {
                fault(.syntax, at: at, "a statement was expected")
                at += 1
                skipLine()
                continue
            }
            if let entry = statement(keyword, decorators) { entries.append(entry) }
            decorators = []
            if at == start { at += 1 }
        }
    }

    private mutating func decorator() -> DocumentEntry? {
        let start = at
        at += 1
        var name = word() ?? SourceSpan(at, at)
        if peek() == 0x2E {
            // `@sys.secure()` is `@secure()`.
            at += 1
            name = word() ?? name
        }
        let argument = at
        skipExpression(.line, insideBracket: false)
        if at == start { at += 1 }
        let span = trimmed(argument, at)
        let scalar = DocumentScalar(text(span), .expression)
        return entry(
            "@" + text(name), SourceSpan(start, name.upperBound),
            node(.scalar(scalar), span.lowerBound, span.upperBound))
    }

    private mutating func statement(
        _ keyword: SourceSpan, _ decorators: [DocumentEntry]
    ) -> DocumentEntry? {
        let kind = text(keyword)
        skipBlanks()
        switch kind {
        case "resource", "module": return resource(keyword, depth: 0)
        case "param", "output", "var", "type", "metadata", "func":
            return named(kind, keyword, decorators)
        case "using", "extension", "provider", "import":
            skipExpression(.line, insideBracket: false)
            return nil
        case "targetScope", "assert":
            if peek() == 0x3D { at += 1 }
            let value = value(.line, depth: 1)
            return entry(kind, keyword, value)
        default:
            fault(.syntax, at: keyword.lowerBound, "no statement begins with this word")
            skipExpression(.line, insideBracket: false)
            return nil
        }
    }

    /// `param name type = value`, `var name = value` and their like.
    private mutating func named(
        _ kind: String, _ keyword: SourceSpan, _ decorators: [DocumentEntry]
    ) -> DocumentEntry? {
        guard let name = word() else {
            fault(.syntax, at: at, "a name was expected")
            skipExpression(.line, insideBracket: false)
            return nil
        }
        skipBlanks()
        var fields = decorators
        let typeStart = at
        skipType()
        let type = trimmed(typeStart, at)
        if !type.isEmpty {
            let scalar = DocumentScalar(text(type), .plain)
            fields.append(
                entry(
                    "type", type, node(.scalar(scalar), type.lowerBound, type.upperBound)))
        }
        var value: DocumentNode?
        if peek() == 0x3D {
            at += 1
            if peek() == 0x3E {
                at += 1
                skipSpace()
            }
            value = self.value(.line, depth: 1)
        }
        let header = SourceSpan(keyword.lowerBound, name.upperBound)
        if let value, kind == "var" || kind == "metadata" {
            return wrapped(kind, header, text(name), name, value)
        }
        if let value {
            fields.append(entry(kind == "param" ? "default" : "value", name, value))
        }
        let body = node(.mapping(fields), name.lowerBound, trimmed(name.lowerBound, at).upperBound)
        return wrapped(kind, header, text(name), name, body)
    }

    /// Goes to the sign after a type, or to the end of its line; types of objects span several.
    private mutating func skipType() {
        var open = 0
        while at < end {
            let byte = bytes[at]
            switch byte {
            case quote:
                _ = skipString()
                continue
            case 0x28, 0x5B, 0x7B: open += 1
            case 0x29, 0x5D, 0x7D: open -= 1
            case 0x0A where open <= 0, 0x3D where open <= 0: return
            case 0x2F where peek(1) == 0x2F || peek(1) == 0x2A:
                skipBlanks()
                continue
            default: break
            }
            at += 1
        }
    }

    private mutating func wrapped(
        _ key: String, _ header: SourceSpan, _ inner: String, _ span: SourceSpan,
        _ value: DocumentNode
    ) -> DocumentEntry {
        let mapping = node(
            .mapping([entry(inner, span, value)]), span.lowerBound,
            max(span.upperBound, value.span.upperBound))
        return entry(key, header, mapping)
    }

    /// `resource name 'type@version' = { … }`; the reader stands at the name.
    mutating func resource(_ keyword: SourceSpan, depth: Int) -> DocumentEntry? {
        guard let name = word() else {
            fault(.syntax, at: at, "a name was expected")
            skipExpression(.line, insideBracket: false)
            return nil
        }
        skipBlanks()
        guard peek() == quote else {
            fault(.syntax, at: at, "the type in quotes was expected")
            skipExpression(.line, insideBracket: false)
            return nil
        }
        let type = string()
        skipBlanks()
        var tag: String?
        if stands("existing", at: at) {
            tag = "existing"
            _ = word()
            skipBlanks()
        }
        guard peek() == 0x3D else {
            fault(.syntax, at: at, "a sign between type and body is missing")
            skipExpression(.line, insideBracket: false)
            return nil
        }
        at += 1
        skipBlanks()
        let (body, bodyTag) = resourceBody(depth: depth)
        let header = SourceSpan(keyword.lowerBound, type.span.upperBound)
        let tagged = body.with(body.content, tag: tag ?? bodyTag)
        let typed = node(
            .mapping([entry(type.text ?? "", type.span, tagged)]), type.span.lowerBound,
            body.span.upperBound)
        return wrapped(text(keyword), header, text(name), name, typed)
    }

    /// The object of a resource behind its condition or its loop, and the tag that tells of it.
    private mutating func resourceBody(depth: Int) -> (DocumentNode, String?) {
        var tag: String?
        let isLoop = peek() == 0x5B
        if isLoop {
            // `[for x in xs: { … }]`: the object begins behind the colon.
            tag = "dynamic"
            at += 1
            var open = 0
            while at < end, open > 0 || bytes[at] != 0x3A {
                switch bytes[at] {
                case quote:
                    _ = skipString()
                    continue
                case 0x28, 0x5B, 0x7B: open += 1
                case 0x29, 0x5D, 0x7D: open -= 1
                default: break
                }
                if open < 0 { break }
                at += 1
            }
            if peek() == 0x3A { at += 1 }
            skipSpace()
        }
        if stands("if", at: at), peek(2) == 0x20 || peek(2) == 0x28 {
            tag = tag ?? "conditional"
            at += 2
            skipBlanks()
            if peek() == 0x28 {
                at += 1
                skipExpression(.comma, insideBracket: true)
                if at < end { at += 1 }
            }
            skipSpace()
        }
        let body = value(isLoop ? .comma : .line, depth: depth + 1)
        if isLoop {
            skipSpace()
            if peek() == 0x5D { at += 1 }
        }
        return (body, tag)
    }
}
