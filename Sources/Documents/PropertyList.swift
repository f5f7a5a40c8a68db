/// What a property list in XML says: its dictionaries as mappings and its arrays as sequences.
package enum PropertyList {
    /// The value of the list; nil where the document is none.
    package static func view(of document: Document) -> DocumentNode? {
        guard document.format == .xml, let plist = document.roots.first?.value(of: "plist") else {
            return nil
        }
        return plist.entries.first { !$0.key.hasPrefix("@") }.map { value($0, depth: 0) }
    }

    private static func value(_ entry: DocumentEntry, depth: Int) -> DocumentNode {
        let node = entry.value
        let children = node.entries.filter { !$0.key.hasPrefix("@") && $0.key != "#text" }
        guard depth < 128 else { return node }
        switch entry.key {
        case "dict":
            var entries: [DocumentEntry] = []
            var key: DocumentNode?
            for child in children {
                if child.key == "key" {
                    key = child.value
                } else if let name = key {
                    entries.append(
                        DocumentEntry(
                            key: name.text ?? "", keySpan: name.span, keyPosition: name.position,
                            value: value(child, depth: depth + 1)))
                    key = nil
                }
            }
            return node.with(.mapping(entries))
        case "array":
            return node.with(.sequence(children.map { value($0, depth: depth + 1) }))
        case "true", "false":
            return DocumentNode(
                content: .scalar(DocumentScalar(entry.key, .plain)), span: entry.keySpan,
                position: entry.keyPosition)
        case "string":
            guard case .scalar(let scalar) = node.content, scalar.style == .plain else {
                return node
            }
            return node.with(.scalar(DocumentScalar(scalar.text, .quoted)))
        default: return node
        }
    }
}
