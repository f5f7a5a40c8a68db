/// Puts what a file's own `variable` defaults and `locals` say in the place of their uses.
struct HCLResolver {
    private var variables: [String: DocumentNode] = [:]
    private var locals: [String: DocumentNode] = [:]
    private let limits: DocumentLimits

    /// Chains of locals longer than this stay expressions, as do circles.
    private static let maxChain = 8

    init(_ root: DocumentNode, limits: DocumentLimits) {
        self.limits = limits
        for entry in root.entries {
            switch entry.key {
            case "variable":
                for variable in entry.value.entries {
                    let value = variable.value.value(of: "default")
                    if let value, variables[variable.key] == nil { variables[variable.key] = value }
                }
            case "locals":
                for local in entry.value.entries where locals[local.key] == nil {
                    locals[local.key] = local.value
                }
            default: break
            }
        }
    }

    /// The tree with what is known in the place of expressions.
    func resolve(_ root: DocumentNode) -> DocumentNode {
        guard !variables.isEmpty || !locals.isEmpty else { return root }
        var budget = limits.maxNodes
        return root.replacingScalars { node in
            guard case .scalar(let scalar) = node.content, scalar.style == .expression else {
                return nil
            }
            return value(of: scalar.text, for: node, budget: &budget)
        }
    }

    private func value(
        of text: String, for node: DocumentNode, budget: inout Int
    ) -> DocumentNode? {
        if let found = lookUp(text, chain: 0) {
            return found.standing(for: node, tag: node.tag ?? "resolved", budget: &budget)
        }
        guard let filled = filled(text, chain: 0) else { return nil }
        return DocumentNode(
            content: .scalar(DocumentScalar(filled, .quoted)), span: node.span,
            position: node.position, tag: node.tag ?? "resolved")
    }

    /// The literal that `var.a`, `local.a.b`, `local.a["b"]` or `${…}` of them stands for.
    private func lookUp(_ text: String, chain: Int) -> DocumentNode? {
        guard chain < Self.maxChain, let path = Self.path(text) else { return nil }
        let table = path[0] == "var" ? variables : locals
        guard var node = table[path[1]] else { return nil }
        for (index, step) in path.enumerated().dropFirst(2) {
            if case .scalar(let scalar) = node.content, scalar.style == .expression, index < 8 {
                guard let next = lookUp(scalar.text, chain: chain + 1) else { return nil }
                node = next
            }
            guard let next = node.value(of: step) else { return nil }
            node = next
        }
        guard case .scalar(let scalar) = node.content else { return node }
        // What is null has no value here: whoever uses the file gives it.
        if scalar.style == .plain, scalar.text == "null" { return nil }
        guard scalar.style == .expression else { return node }
        if let next = lookUp(scalar.text, chain: chain + 1) { return next }
        guard let filled = filled(scalar.text, chain: chain + 1) else { return nil }
        return DocumentNode(
            content: .scalar(DocumentScalar(filled, .quoted)), span: node.span,
            position: node.position)
    }

    /// A template in which every place is known, with the values in it.
    private func filled(_ text: String, chain: Int) -> String? {
        guard chain < Self.maxChain else { return nil }
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        guard bytes.count < 1 << 16 else { return nil }
        var index = 0
        var places = 0
        while index < bytes.count {
            guard bytes[index] == 0x24, index + 1 < bytes.count, bytes[index + 1] == 0x7B else {
                if bytes[index] == 0x25, index + 1 < bytes.count, bytes[index + 1] == 0x7B {
                    return nil
                }
                out.append(bytes[index])
                index += 1
                continue
            }
            guard places < 32, let close = bytes[index...].firstIndex(of: 0x7D) else { return nil }
            places += 1
            let inner = String(decoding: bytes[(index + 2)..<close], as: UTF8.self)
            guard let value = lookUp(inner, chain: chain + 1),
                case .scalar(let scalar) = value.content
            else { return nil }
            guard out.count + scalar.text.utf8.count < 1 << 16 else { return nil }
            out.append(contentsOf: scalar.text.utf8)
            index = close + 1
        }
        return places > 0 ? String(decoding: out, as: UTF8.self) : nil
    }

    /// The steps of `var.a.b["c"]`; nil for any other expression.
    static func path(_ text: String) -> [String]? {
        var rest = Substring(text)
        if rest.hasPrefix("${"), rest.hasSuffix("}") { rest = rest.dropFirst(2).dropLast() }
        while let first = rest.first, first == " " { rest = rest.dropFirst() }
        while let last = rest.last, last == " " { rest = rest.dropLast() }
        guard rest.hasPrefix("var.") || rest.hasPrefix("local."), rest.utf8.count < 256 else {
            return nil
        }
        var steps: [String] = []
        var word = ""
        var index = rest.startIndex
        while index < rest.endIndex {
            let character = rest[index]
            if character == "." {
                if !word.isEmpty { steps.append(word) }
                word = ""
            } else if character == "[" {
                if !word.isEmpty { steps.append(word) }
                word = ""
                let inner = rest[rest.index(after: index)...]
                guard inner.hasPrefix("\""), let close = inner.firstIndex(of: "]") else {
                    return nil
                }
                let name = inner[..<close].dropFirst()
                guard name.hasSuffix("\""), !name.dropLast().contains("\"") else { return nil }
                steps.append(String(name.dropLast()))
                index = close
            } else if character.isLetter || character.isNumber || character == "_"
                || character == "-"
            {
                word.append(character)
            } else {
                return nil
            }
            index = rest.index(after: index)
        }
        if !word.isEmpty { steps.append(word) }
        return steps.count >= 2 ? steps : nil
    }
}
