/// Mappings while they are filled from several places: the tables of TOML, dotted keys.
struct DottedTree {
    /// How a table came to be, which says who may add to it.
    enum Origin: Equatable {
        /// On the way to a table below it.
        case implied
        case header
        /// By dotted keys in the section of that number.
        case dotted(section: Int)
        /// In braces: complete.
        case inline
    }

    private enum Value {
        case leaf(DocumentNode)
        case table(Int)
        /// The number of a list in `lists`.
        case tables(Int)
    }

    private struct Entry {
        let key: DottedKey
        var value: Value
    }

    private struct Table {
        var origin: Origin
        let depth: Int
        var span: SourceSpan
        let position: SourcePosition
        var entries: [Entry] = []
        var index: [String: Int] = [:]
    }

    /// Up to so many entries a search is faster than a table of names.
    private static let smallCount = 8

    private var tables: [Table] = []
    private var lists: [[Int]] = []

    /// Adds a table that stands nowhere yet.
    @discardableResult
    mutating func addTable(
        _ origin: Origin, depth: Int, span: SourceSpan, position: SourcePosition
    ) -> Int {
        tables.append(Table(origin: origin, depth: depth, span: span, position: position))
        return tables.count - 1
    }

    /// How many tables it stands in.
    func depth(_ table: Int) -> Int { tables[table].depth }

    /// Sets the text that a table in braces covers.
    mutating func close(_ table: Int, span: SourceSpan) { tables[table].span = span }

    /// Puts a value under a dotted key; returns what is wrong with that.
    mutating func assign(
        _ value: DocumentNode, at path: [DottedKey], in table: Int, section: Int
    ) -> String? {
        guard let last = path.last else { return nil }
        var table = table
        var trouble: String?
        let end = value.span.upperBound
        extend(table, to: end)
        for key in path.dropLast() {
            if let slot = slot(of: key.name, in: table),
                case .table(let next) = tables[table].entries[slot].value
            {
                switch tables[next].origin {
                case .implied, .dotted(section: section):
                    tables[next].origin = .dotted(section: section)
                default: trouble = "a table that is defined elsewhere is added to"
                }
                table = next
            } else {
                if slot(of: key.name, in: table) != nil {
                    trouble = "a key that has a value is used as a table"
                }
                table = addTable(under: key, in: table, .dotted(section: section))
            }
            extend(table, to: end)
        }
        if slot(of: last.name, in: table) != nil { trouble = "this key stands here twice" }
        append(Entry(key: last, value: .leaf(value)), to: table)
        return trouble
    }

    /// Opens the table of a header; also returns what is wrong with it.
    mutating func open(
        _ path: [DottedKey], isArray: Bool, span: SourceSpan, position: SourcePosition
    ) -> (table: Int, trouble: String?) {
        var table = 0
        var trouble: String?
        for key in path.dropLast() {
            let (next, isNew) = step(key, from: table)
            if let next {
                if tables[next].origin == .inline {
                    trouble = "a table in braces is added to"
                }
                table = next
            } else {
                if !isNew { trouble = "a key that has a value is used as a table" }
                table = addTable(under: key, in: table, .implied, span: span)
            }
        }
        guard let last = path.last else { return (table, trouble) }
        let slot = slot(of: last.name, in: table)
        if isArray {
            let item = addTable(
                .header, depth: tables[table].depth + 1, span: span, position: last.position)
            if let slot, case .tables(let items) = tables[table].entries[slot].value {
                lists[items].append(item)
            } else {
                if slot != nil { trouble = "a key that has a value is used as a list of tables" }
                lists.append([item])
                append(Entry(key: last, value: .tables(lists.count - 1)), to: table)
            }
            return (item, trouble)
        }
        if let slot, case .table(let next) = tables[table].entries[slot].value {
            if tables[next].origin == .implied {
                tables[next].origin = .header
                tables[next].span = span
            } else {
                trouble = "this table is defined twice"
            }
            return (next, trouble)
        }
        if slot != nil { trouble = "a key that has a value is used as a table" }
        return (addTable(under: last, in: table, .header, span: span), trouble)
    }

    /// The finished value of a table. Tables are nested no deeper than keys may be.
    func node(_ table: Int) -> DocumentNode {
        let table = tables[table]
        let entries = table.entries.map { entry in
            let value: DocumentNode =
                switch entry.value {
                case .leaf(let leaf): leaf
                case .table(let next): node(next)
                case .tables(let items): list(lists[items])
                }
            return DocumentEntry(
                key: entry.key.name, keySpan: entry.key.span, keyPosition: entry.key.position,
                value: value)
        }
        return DocumentNode(content: .mapping(entries), span: table.span, position: table.position)
    }

    /// The finished value of a table in braces, which is the newest but for those in it.
    mutating func takeNode(_ table: Int) -> DocumentNode {
        let node = node(table)
        tables.removeSubrange(table...)
        return node
    }

    private func list(_ items: [Int]) -> DocumentNode {
        let nodes = items.map(node)
        let start = nodes.first?.span.lowerBound ?? 0
        return DocumentNode(
            content: .sequence(nodes),
            span: SourceSpan(start, nodes.last?.span.upperBound ?? start),
            position: nodes.first?.position ?? SourcePosition(line: 1, column: 1))
    }

    private func step(_ key: DottedKey, from table: Int) -> (next: Int?, isNew: Bool) {
        guard let slot = slot(of: key.name, in: table) else { return (nil, true) }
        switch tables[table].entries[slot].value {
        case .leaf: return (nil, false)
        case .table(let next): return (next, false)
        case .tables(let items): return (lists[items].last, false)
        }
    }

    private mutating func addTable(
        under key: DottedKey, in table: Int, _ origin: Origin, span: SourceSpan? = nil
    ) -> Int {
        let added = addTable(
            origin, depth: tables[table].depth + 1, span: span ?? key.span, position: key.position)
        append(Entry(key: key, value: .table(added)), to: table)
        return added
    }

    private mutating func append(_ entry: Entry, to table: Int) {
        let count = tables[table].entries.count
        tables[table].entries.append(entry)
        guard count >= DottedTree.smallCount else { return }
        for slot in count == DottedTree.smallCount ? 0...count : count...count {
            note(slot, in: table)
        }
    }

    /// Notes where a name stands; a mapping is not hidden by a value of its name.
    private mutating func note(_ slot: Int, in table: Int) {
        let entry = tables[table].entries[slot]
        if case .leaf = entry.value, tables[table].index[entry.key.name] != nil { return }
        tables[table].index[entry.key.name] = slot
    }

    /// Where the mapping of a name stands, or else a value of it.
    private func slot(of name: String, in table: Int) -> Int? {
        guard tables[table].entries.count <= DottedTree.smallCount else {
            return tables[table].index[name]
        }
        var found: Int?
        for (slot, entry) in tables[table].entries.enumerated() where entry.key.name == name {
            guard case .leaf = entry.value else { return slot }
            found = slot
        }
        return found
    }

    private mutating func extend(_ table: Int, to end: Int) {
        let span = tables[table].span
        if end > span.upperBound { tables[table].span = SourceSpan(span.lowerBound, end) }
    }
}
