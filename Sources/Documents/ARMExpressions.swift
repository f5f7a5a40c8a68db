/// Works out the expressions of an ARM template that name a parameter or a variable alone.
struct ARMExpressions {
    private var known: [String: DocumentNode] = [:]

    init(_ template: DocumentNode) {
        for entry in template.value(of: "parameters")?.entries ?? [] {
            known["parameters('\(entry.key.lowercased())')"] = entry.value.value(of: "defaultValue")
        }
        for entry in template.value(of: "variables")?.entries ?? [] {
            known["variables('\(entry.key.lowercased())')"] = entry.value
        }
    }

    /// The tree with what is known in the place of expressions.
    func resolve(_ node: DocumentNode) -> DocumentNode {
        var budget = 100_000
        return node.replacingScalars { node in
            guard case .scalar(let scalar) = node.content, scalar.style == .quoted,
                scalar.text.hasPrefix("[")
            else { return nil }
            if scalar.text.hasPrefix("[[") {
                return node.with(.scalar(DocumentScalar(String(scalar.text.dropFirst()), .quoted)))
            }
            guard scalar.text.hasSuffix("]") else { return nil }
            var text = scalar.text
            for _ in 0..<4 {
                // Names are compared without their case, as Azure does.
                let inner = text.dropFirst().dropLast().lowercased().filter { $0 != " " }
                guard let found = known[inner] else { break }
                guard case .scalar(let next) = found.content, next.text.hasPrefix("[") else {
                    return found.standing(for: node, tag: "resolved", budget: &budget)
                        ?? node.with(.scalar(DocumentScalar(scalar.text, .expression)))
                }
                text = next.text
            }
            return node.with(.scalar(DocumentScalar(scalar.text, .expression)))
        }
    }
}
