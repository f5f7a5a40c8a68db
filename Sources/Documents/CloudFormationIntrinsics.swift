/// Works out CloudFormation's functions as far as the template itself tells.
///
/// `Ref` and `GetAtt` of what only the stack knows are expressions that read `${Name}` and
/// `${Name.Attribute}`, so that rules can follow them to another resource.
struct CloudFormationIntrinsics {
    private var parameters: [String: DocumentScalar] = [:]
    private(set) var budget = FillingBudget(DocumentLimits())

    init(_ template: DocumentNode) {
        for entry in template.value(of: "Parameters")?.entries ?? [] {
            // The default of an SSM parameter's type is the name of the value, not the value.
            guard entry.value.value(of: "Type")?.text?.hasPrefix("AWS::SSM::") != true,
                case .scalar(let scalar)? = entry.value.value(of: "Default")?.content
            else { continue }
            parameters[entry.key] = scalar
        }
    }

    /// The tree with functions replaced by what they give.
    mutating func resolve(_ node: DocumentNode) -> DocumentNode { resolve(node, depth: 0) }

    private mutating func resolve(_ node: DocumentNode, depth: Int) -> DocumentNode {
        guard depth < 64 else { return node }
        return node.replacingNodes { inner in
            if let (name, argument) = Self.function(inner) {
                return value(name, argument, for: inner, depth: depth)
            }
            if case .scalar(let scalar) = inner.content, scalar.style != .expression,
                scalar.text.holds("{{resolve:")
            {
                return inner.with(.scalar(DocumentScalar(scalar.text, .expression)))
            }
            return nil
        }
    }

    /// The function that a node calls, without `Fn::` and `!`, with its argument.
    private static func function(_ node: DocumentNode) -> (String, DocumentNode)? {
        if let tag = node.tag, tag.hasPrefix("!"), !tag.hasPrefix("!!"), tag.utf8.count > 1 {
            return (String(tag.dropFirst()), node)
        }
        guard case .mapping(let entries) = node.content, entries.count == 1 else { return nil }
        if entries[0].key == "Ref" { return ("Ref", entries[0].value) }
        guard entries[0].key.hasPrefix("Fn::") else { return nil }
        return (String(entries[0].key.dropFirst(4)), entries[0].value)
    }

    private mutating func value(
        _ name: String, _ argument: DocumentNode, for node: DocumentNode, depth: Int
    ) -> DocumentNode {
        switch name {
        case "Ref":
            guard let target = argument.text else { break }
            if let known = parameters[target], budget.take(known.text.utf8.count) {
                return scalar(known.text, known.style, node)
            }
            return scalar("${\(target)}", .expression, node)
        case "GetAtt":
            let parts = argument.text.map { [$0] } ?? argument.items.map { $0.text ?? "" }
            return scalar("${\(parts.joined(separator: "."))}", .expression, node)
        case "Sub":
            if let text = argument.text { return substituted(text, [:], node) }
            guard argument.items.count == 2, let text = argument.items[0].text else { break }
            var given: [String: String] = [:]
            for entry in argument.items[1].entries {
                let value = resolve(entry.value, depth: depth + 1)
                if case .scalar(let scalar) = value.content, scalar.style != .expression {
                    given[entry.key] = scalar.text
                }
            }
            return substituted(text, given, node)
        case "Join":
            guard argument.items.count == 2, let separator = argument.items[0].text,
                case .sequence(let items) = argument.items[1].content
            else { break }
            return joined(items.map { resolve($0, depth: depth + 1) }, separator, node)
        case "Base64":
            let inner = DocumentNode(
                content: argument.content, span: argument.span, position: argument.position)
            return resolve(node.tag == nil ? argument : inner, depth: depth + 1)
        default: break
        }
        return scalar("Fn::\(name)", .expression, node)
    }

    private mutating func joined(
        _ parts: [DocumentNode], _ separator: String, _ node: DocumentNode
    ) -> DocumentNode {
        var isKnown = true
        var byteCount = 0
        let texts = parts.map { part -> String in
            guard case .scalar(let scalar) = part.content else {
                isKnown = false
                return ""
            }
            if scalar.style == .expression { isKnown = false }
            byteCount += scalar.text.utf8.count + separator.utf8.count
            return scalar.text
        }
        guard budget.take(byteCount) else { return scalar("Fn::Join", .expression, node) }
        return scalar(
            texts.joined(separator: separator), isKnown ? .quoted : .expression, node)
    }

    /// The text with parameters in their places; an expression, if one place stays.
    private mutating func substituted(
        _ text: String, _ given: [String: String], _ node: DocumentNode
    ) -> DocumentNode {
        let bytes = Array(text.utf8)
        let lastClose = bytes.lastIndex(of: 0x7D) ?? 0
        var out: [UInt8] = []
        var isKnown = budget.take(bytes.count)
        guard isKnown else { return scalar(text, .expression, node) }
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x24, index < lastClose, bytes[index + 1] == 0x7B,
                let close = bytes[index...].firstIndex(of: 0x7D)
            else {
                out.append(bytes[index])
                index += 1
                continue
            }
            let name = String(decoding: bytes[(index + 2)..<close], as: UTF8.self)
            if name.hasPrefix("!") {
                // `${!Name}` is the text `${Name}`.
                out.append(contentsOf: "${\(name.dropFirst())}".utf8)
            } else if let value = given[name] ?? parameters[name]?.text {
                guard budget.take(value.utf8.count) else {
                    return scalar(text, .expression, node)
                }
                out.append(contentsOf: value.utf8)
            } else {
                isKnown = false
                out.append(contentsOf: bytes[index...close])
            }
            index = close + 1
        }
        let filled = String(decoding: out, as: UTF8.self)
        let tag = filled == text ? nil : "resolved"
        return DocumentNode(
            content: .scalar(DocumentScalar(filled, isKnown ? .quoted : .expression)),
            span: node.span, position: node.position, tag: isKnown ? tag : nil)
    }

    private func scalar(
        _ text: String, _ style: DocumentScalar.Style, _ node: DocumentNode
    ) -> DocumentNode {
        DocumentNode(
            content: .scalar(DocumentScalar(text, style)), span: node.span, position: node.position,
            tag: style == .expression ? nil : "resolved", useSpan: node.useSpan)
    }
}
