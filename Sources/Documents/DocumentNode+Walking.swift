extension DocumentNode {
    /// Trees deeper than this are not walked further; readers hold to fewer levels.
    private static var maxWalk: Int { 128 }

    /// The entries of a mapping; none of anything else.
    package var entries: [DocumentEntry] {
        guard case .mapping(let entries) = content else { return [] }
        return entries
    }

    /// The items of a sequence; none of anything else.
    package var items: [DocumentNode] {
        guard case .sequence(let items) = content else { return [] }
        return items
    }

    /// Whether it is a mapping.
    package var isMapping: Bool {
        if case .mapping = content { return true }
        return false
    }

    /// Whether it is a scalar without a value: nothing, or a plain `null` or `~`.
    package var isNull: Bool {
        guard case .scalar(let scalar) = content, scalar.style == .plain else { return false }
        return scalar.text.isEmpty || scalar.text == "null" || scalar.text == "~"
    }

    /// The first entry of a mapping under a key.
    package func entry(of key: String) -> DocumentEntry? { entries.first { $0.key == key } }

    /// The first value of a mapping under a key.
    package func value(of key: String) -> DocumentNode? { entry(of: key)?.value }

    /// The value under keys, each in the mapping of the one before.
    package func value(at path: String...) -> DocumentNode? {
        var node = self
        for key in path {
            guard let next = node.value(of: key) else { return nil }
            node = next
        }
        return node
    }

    /// The same node with another content, and tag if one is given.
    package func with(_ content: Content, tag: String? = nil) -> DocumentNode {
        DocumentNode(
            content: content, span: span, position: position, tag: tag ?? self.tag,
            useSpan: useSpan)
    }

    /// The tree with other scalars; `replace` gives nil for those that stay.
    func replacingScalars(_ replace: (DocumentNode) -> DocumentNode?) -> DocumentNode {
        replacing(depth: 0) { node in
            guard case .scalar = node.content else { return nil }
            return replace(node)
        }
    }

    /// The tree with other nodes, asked from the root down; what is replaced is not asked again.
    func replacingNodes(_ replace: (DocumentNode) -> DocumentNode?) -> DocumentNode {
        replacing(depth: 0, replace)
    }

    private func replacing(
        depth: Int, _ replace: (DocumentNode) -> DocumentNode?
    ) -> DocumentNode {
        guard depth < Self.maxWalk else { return self }
        if let other = replace(self) { return other }
        switch content {
        case .scalar: return self
        case .sequence(let items):
            return with(.sequence(items.map { $0.replacing(depth: depth + 1, replace) }))
        case .mapping(let entries):
            return with(
                .mapping(
                    entries.map { entry in
                        DocumentEntry(
                            key: entry.key, keySpan: entry.keySpan, keyPosition: entry.keyPosition,
                            value: entry.value.replacing(depth: depth + 1, replace))
                    }))
        }
    }

    /// What the tree costs those who look at it: its nodes, and more for long texts; counted up to
    /// `most`.
    func weight(upTo most: Int, depth: Int = 0) -> Int {
        guard depth < Self.maxWalk else { return most }
        var weight = 1
        switch content {
        case .scalar(let scalar): weight += scalar.text.utf8.count / 256
        case .sequence(let items):
            for item in items where weight < most {
                weight += item.weight(upTo: most - weight, depth: depth + 1)
            }
        case .mapping(let entries):
            for entry in entries where weight < most {
                weight += entry.value.weight(upTo: most - weight, depth: depth + 1)
            }
        }
        return weight
    }

    /// This value where `use` stands: its span is the use's, its content this one's.
    ///
    /// - Parameter budget: how much weight such values may add in all; nil once it is used up, so
    ///   that no file grows without bound by naming itself.
    func standing(
        for use: DocumentNode, tag: String, budget: inout Int
    ) -> DocumentNode? {
        if case .scalar(let scalar) = content {
            let weight = weight(upTo: budget)
            guard weight < budget else { return nil }
            budget -= weight
            return DocumentNode(
                content: .scalar(DocumentScalar(scalar.text, scalar.style)), span: use.span,
                position: use.position, tag: tag)
        }
        let weight = weight(upTo: min(budget, 2000))
        guard weight < min(budget, 2000) else { return nil }
        budget -= weight
        return DocumentNode(
            content: content, span: span, position: position, tag: tag, useSpan: use.span)
    }
}
