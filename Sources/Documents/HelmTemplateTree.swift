/// Puts the actions of a template back into the tree of its masked text, as expressions.
struct HelmTemplateTree {
    private let source: [UInt8]
    /// An action whose output is text of the document.
    private struct Giving {
        let range: Range<Int>
        /// Where its output starts: at `indent`'s number, else where it stands.
        let column: Int
        /// Whether its output starts on a line of its own.
        let isIndented: Bool
        /// Whether nothing else stands on its line.
        let isAlone: Bool
    }

    /// In their order; conditions give nothing.
    private let giving: [Giving]

    private static let controls: Set<String> = [
        "if", "else", "end", "range", "with", "define", "block", "break", "continue",
    ]

    init(source: [UInt8], actions: [Range<Int>]) {
        self.source = source
        giving = actions.compactMap { action in
            guard Self.gives(source[action]) else { return nil }
            let indentation = HelmTemplate.indentation(source[action])
            let isFirst = HelmTemplate.isBlank(source, before: action.lowerBound)
            return Giving(
                range: action,
                column: indentation ?? (isFirst ? Self.column(of: action.lowerBound, source) : 0),
                isIndented: indentation != nil,
                isAlone: isFirst && HelmTemplate.isBlank(source, after: action.upperBound))
        }
    }

    private static func gives(_ action: ArraySlice<UInt8>) -> Bool {
        let inner = action.dropFirst(2).drop { $0 == 0x2D || HelmTemplate.isBlank($0) }
        guard let first = inner.first, first != 0x2F else { return false }
        let word = inner.prefix { ($0 | 0x20) &- 0x61 < 26 }
        if Self.controls.contains(String(decoding: word, as: UTF8.self)) { return false }
        // `$x := …` gives nothing.
        let head = inner.prefix { $0 != 0x22 && $0 != 0x0A }
        return !(first == 0x24 && head.prefix(64).contains(0x3D))
    }

    /// The tree with expressions where actions give values, and mappings tagged `dynamic` where an
    /// action gives entries of theirs.
    func restored(_ root: DocumentNode) -> DocumentNode {
        restored(root, until: source.count, depth: 0)
    }

    private func restored(_ node: DocumentNode, until: Int, depth: Int) -> DocumentNode {
        guard depth < 128 else { return node }
        switch node.content {
        case .scalar(let scalar):
            // Scripts and files in blocks stay text, with the marks in it.
            guard scalar.text.holds(HelmTemplate.mark),
                !scalar.text.utf8.dropLast().contains(0x0A)
            else { return node }
            let lower = min(node.span.lowerBound, source.count)
            let upper = min(node.span.upperBound, source.count)
            let text = String(decoding: source[lower..<upper], as: UTF8.self)
            return node.with(.scalar(DocumentScalar(text, .expression)))
        case .sequence(let items):
            let restored = items.enumerated().map { index, item in
                let next = index + 1 < items.count ? items[index + 1].span.lowerBound : until
                return self.restored(item, until: next, depth: depth + 1)
            }
            return node.with(.sequence(restored))
        case .mapping(let entries):
            let restored = entries.enumerated().map { index, entry in
                let next = index + 1 < entries.count ? entries[index + 1].keySpan.lowerBound : until
                return DocumentEntry(
                    key: entry.key, keySpan: entry.keySpan, keyPosition: entry.keyPosition,
                    value: value(of: entry, until: next, depth: depth))
            }
            let isDynamic = isGiven(entriesOf: node, until: until)
            return node.with(.mapping(restored), tag: isDynamic ? node.tag ?? "dynamic" : nil)
        }
    }

    private func value(of entry: DocumentEntry, until: Int, depth: Int) -> DocumentNode {
        if entry.value.isNull, let action = firstAction(from: entry.keySpan.upperBound, to: until) {
            let text = String(decoding: source[action], as: UTF8.self)
            return DocumentNode(
                content: .scalar(DocumentScalar(text, .expression)),
                span: SourceSpan(action.lowerBound, action.upperBound),
                position: entry.value.position)
        }
        return restored(entry.value, until: until, depth: depth + 1)
    }

    private func firstAction(from lower: Int, to upper: Int) -> Range<Int>? {
        let index = firstIndex(from: lower)
        guard index < giving.count, giving[index].range.lowerBound < upper else { return nil }
        return giving[index].range
    }

    /// The first giving action that starts at or after an offset.
    private func firstIndex(from offset: Int) -> Int {
        var low = 0
        var high = giving.count
        while low < high {
            let middle = (low + high) / 2
            if giving[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether an action on a line of its own, or behind the key, gives entries of this mapping: it
    /// stands or indents where the mapping's keys do.
    private func isGiven(entriesOf node: DocumentNode, until: Int) -> Bool {
        let column = node.position.column - 1
        var index = firstIndex(from: node.span.lowerBound)
        // The one behind the key of the mapping stands before its first entry.
        if index > 0, giving[index - 1].isIndented, giving[index - 1].column == column {
            let behind = giving[index - 1].range.upperBound
            if behind + 512 > node.span.lowerBound, behind <= node.span.lowerBound,
                isBlank(behind..<node.span.lowerBound)
            {
                return true
            }
        }
        var looked = 0
        while index < giving.count, giving[index].range.lowerBound < until, looked < 256 {
            if giving[index].isAlone, giving[index].column == column { return true }
            index += 1
            looked += 1
        }
        return false
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        source[range].allSatisfy { HelmTemplate.isBlank($0) || $0 == 0x0A }
    }

    private static func column(of offset: Int, _ source: [UInt8]) -> Int {
        var start = offset
        while start > 0, source[start - 1] != 0x0A { start -= 1 }
        return offset - start
    }
}
