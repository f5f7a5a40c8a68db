/// Takes known keys out of a mapping and refuses the unknown ones: the base of strict schemas.
package struct MappingReader {
    private var entries: [String: DocumentEntry] = [:]
    private let position: SourcePosition

    /// - Throws: `.syntax` when the node is no mapping or has a key that is not in `keys`.
    package init(_ node: DocumentNode, keys: [String]) throws(DocumentError) {
        guard case .mapping(let entries) = node.content else {
            throw DocumentError(
                .syntax, at: node.position, "a mapping was expected, found a \(node.kindWord)")
        }
        position = node.position
        for entry in entries {
            guard keys.contains(entry.key) else {
                throw DocumentError(
                    .syntax, at: entry.keyPosition,
                    "unknown key; expected one of: " + keys.joined(separator: ", "))
            }
            self.entries[entry.key] = entry
        }
    }

    /// The value of `key`, if it is there.
    package func node(_ key: String) -> DocumentNode? { entries[key]?.value }

    /// Where the value of `key`, or else the mapping, starts.
    package func position(of key: String) -> SourcePosition {
        entries[key]?.value.position ?? position
    }

    /// The text of `key`; `nil` when absent.
    /// - Throws: `.syntax` when it is not text.
    package func text(_ key: String) throws(DocumentError) -> String? {
        guard let node = node(key) else { return nil }
        return try MappingReader.text(node, of: key)
    }

    /// The text of `key`.
    /// - Throws: `.syntax` when it is absent, empty or not text.
    package func requiredText(_ key: String) throws(DocumentError) -> String {
        guard let text = try text(key), !text.isEmpty else {
            throw DocumentError(.syntax, at: position(of: key), "`\(key)` is required: a text")
        }
        return text
    }

    /// A list of texts, or one text standing for a list of one; empty when absent.
    /// - Throws: `.syntax`.
    package func texts(_ key: String) throws(DocumentError) -> [String] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let items) = node.content else {
            return [try MappingReader.text(node, of: key)]
        }
        var texts: [String] = []
        for item in items { texts.append(try MappingReader.text(item, of: key)) }
        return texts
    }

    /// A finite number; `nil` when absent.
    /// - Throws: `.syntax` when it is none or outside `range`.
    package func number(
        _ key: String, in range: ClosedRange<Double>
    ) throws(DocumentError) -> Double? {
        guard let text = try text(key) else { return nil }
        guard let value = Double(text), range.contains(value) else {
            throw DocumentError(
                .syntax, at: position(of: key),
                "`\(key)` must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A whole number; `nil` when absent.
    /// - Throws: `.syntax` when it is none or outside `range`.
    package func integer(
        _ key: String, in range: ClosedRange<Int>
    ) throws(DocumentError) -> Int? {
        guard let text = try text(key) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw DocumentError(
                .syntax, at: position(of: key),
                "`\(key)` must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// `true` or `false`; `nil` when absent.
    /// - Throws: `.syntax` for anything else.
    package func flag(_ key: String) throws(DocumentError) -> Bool? {
        switch try text(key) {
        case nil: return nil
        case "true": return true
        case "false": return false
        default:
            throw DocumentError(
                .syntax, at: position(of: key), "`\(key)` must be true or false")
        }
    }

    private static func text(_ node: DocumentNode, of key: String) throws(DocumentError) -> String {
        guard let text = node.text else {
            throw DocumentError(
                .syntax, at: node.position,
                "`\(key)` must be text, found a \(node.kindWord)")
        }
        return text
    }
}
