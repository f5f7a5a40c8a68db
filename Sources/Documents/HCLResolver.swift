/// Puts what a file's own `variable` defaults and `locals` say in the place of their uses.
struct HCLResolver {
    private var variables: [String: DocumentNode] = [:]
    private var locals: [String: DocumentNode] = [:]
    private let limits: DocumentLimits
    private(set) var budget: FillingBudget
    /// What names were found to stand for: without it each template of templates would be filled
    /// again for each of its uses.
    private var found: [String: DocumentNode] = [:]
    /// Of those that stand for nothing known, from which link of a chain on that is so.
    private var missing: [String: Int] = [:]

    /// Chains of locals longer than this stay expressions, as do circles.
    private static let maxChain = 8

    init(_ root: DocumentNode, limits: DocumentLimits) {
        self.limits = limits
        budget = FillingBudget(limits)
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
    mutating func resolve(_ root: DocumentNode) -> DocumentNode {
        guard !variables.isEmpty || !locals.isEmpty else { return root }
        var budget = limits.maxNodes
        return root.replacingScalars { node in
            guard case .scalar(let scalar) = node.content, scalar.style == .expression else {
                return nil
            }
            return value(of: scalar.text, for: node, budget: &budget)
        }
    }

    private mutating func value(
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
    private mutating func lookUp(_ text: String, chain: Int) -> DocumentNode? {
        guard chain < Self.maxChain, let path = Self.path(text) else { return nil }
        if let known = found[text] { return known }
        if let first = missing[text], first <= chain { return nil }
        let node = follow(path, chain: chain)
        if let node { found[text] = node } else { missing[text] = chain }
        return node
    }

    private mutating func follow(_ path: [String], chain: Int) -> DocumentNode? {
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
    private mutating func filled(_ text: String, chain: Int) -> String? {
        guard chain < Self.maxChain else { return nil }
        let bytes = Array(text.utf8)
        guard bytes.count < 1 << 16, bytes.contains(0x24) else { return nil }
        var out: [UInt8] = []
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
        guard places > 0, budget.take(out.count) else { return nil }
        return String(decoding: out, as: UTF8.self)
    }

    /// The steps of `var.a.b["c"]`; nil for any other expression.
    static func path(_ text: String) -> [String]? {
        let bytes = Array(text.utf8)
        guard bytes.count < 256 else { return nil }
        var rest = bytes[...]
        if rest.starts(with: [0x24, 0x7B]), rest.last == 0x7D {
            rest = rest.dropFirst(2).dropLast()
        }
        rest = rest.drop { $0 == 0x20 }
        while rest.last == 0x20 { rest.removeLast() }
        guard rest.starts(with: "var.".utf8) || rest.starts(with: "local.".utf8) else {
            return nil
        }
        var steps: [String] = []
        var index = rest.startIndex
        while index < rest.endIndex {
            let byte = rest[index]
            if byte == 0x2E {
                index += 1
            } else if byte == 0x5B {
                guard index + 1 < rest.endIndex, rest[index + 1] == 0x22,
                    let close = rest[(index + 2)...].firstIndex(of: 0x22),
                    close + 1 < rest.endIndex, rest[close + 1] == 0x5D
                else { return nil }
                steps.append(String(decoding: rest[(index + 2)..<close], as: UTF8.self))
                index = close + 2
            } else {
                let start = index
                while index < rest.endIndex, BlockLanguageReader.isWord(rest[index], .hcl) {
                    index += 1
                }
                guard index > start else { return nil }
                steps.append(String(decoding: rest[start..<index], as: UTF8.self))
            }
        }
        return steps.count >= 2 ? steps : nil
    }
}
