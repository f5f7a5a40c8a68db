internal import Documents
internal import ScanModel

/// One policy file as it is written: what it adds to the policy that it extends.
///
/// Enters: YAML. Leaves: entries with the fields that stand there. Unknown keys are refused.
struct PolicyFile {
    /// An entry, of which fields may be left to the policy that is extended.
    struct Entry {
        let id: String
        let position: SourcePosition
        var name: String?
        var status: PolicyStatus?
        /// `nil` where nothing is said; `.some(nil)` takes an inherited date away.
        var deprecated: PolicyChange??
        var disallowed: PolicyChange??
        var minimums: [PolicyMinimum]?
        var severity: Severity?
        var why: String?
        var fix: String?
        var document: String?
    }

    let name: String
    let title: String
    let parent: String?
    let parentPosition: SourcePosition
    let entries: [Entry]

    /// Most bytes of a file.
    static let maxBytes = 1 << 20
    /// Most entries of a file.
    private static let maxEntries = 4096

    /// - Throws: `.syntax` or `.limit`, with the place.
    init(_ bytes: [UInt8]) throws(DocumentError) {
        let start = SourcePosition(line: 1, column: 1)
        guard bytes.count <= PolicyFile.maxBytes else {
            throw DocumentError(
                .limit, at: start, "a policy has at most \(PolicyFile.maxBytes) bytes")
        }
        let root = try MappingReader(try YAMLReader.read(bytes), keys: ["policy"])
        guard let body = root.node("policy") else {
            throw DocumentError(.syntax, at: start, "`policy:` with a mapping was expected")
        }
        let map = try MappingReader(body, keys: ["name", "title", "extends", "entries"])
        name = try map.requiredText("name")
        guard PolicyFile.isName(name) else {
            throw DocumentError(
                .syntax, at: map.position(of: "name"),
                "`name` must be small letters, digits and `-`, such as nist-2030")
        }
        title = try map.requiredText("title")
        parent = try map.text("extends")
        parentPosition = map.position(of: "extends")
        guard let list = map.node("entries"), case .sequence(let items) = list.content else {
            throw DocumentError(
                .syntax, at: map.position(of: "entries"), "`entries:` with a list was expected")
        }
        guard items.count <= PolicyFile.maxEntries else {
            throw DocumentError(
                .limit, at: list.position, "at most \(PolicyFile.maxEntries) entries are read")
        }
        var entries: [Entry] = []
        var known: [String: SourcePosition] = [:]
        for item in items {
            let entry = try Entry(item)
            if let earlier = known[entry.id] {
                throw DocumentError(
                    .syntax, at: entry.position,
                    "the id stands already on line \(earlier.line); each entry has its own")
            }
            known[entry.id] = entry.position
            entries.append(entry)
        }
        self.entries = entries
    }

    static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }
}

extension PolicyFile.Entry {
    /// - Throws: `.syntax`, with the place.
    fileprivate init(_ node: DocumentNode) throws(DocumentError) {
        let map = try MappingReader(
            node,
            keys: [
                "id", "name", "status", "deprecated", "disallowed", "minimum", "severity", "why",
                "fix", "document",
            ])
        id = try map.requiredText("id")
        position = map.position(of: "id")
        name = try Self.nonEmpty(map, "name")
        if let word = try map.text("status") {
            guard let status = PolicyStatus(rawValue: word), status <= .legacy else {
                throw DocumentError(
                    .syntax, at: map.position(of: "status"),
                    "`status` must be approved or legacy; dates say from when on something is "
                        + "deprecated or disallowed")
            }
            self.status = status
        }
        deprecated = try Self.change(map, "deprecated")
        disallowed = try Self.change(map, "disallowed")
        minimums = try Self.minimums(map)
        if let word = try map.text("severity") {
            guard let severity = Severity(word: word) else {
                throw DocumentError(
                    .syntax, at: map.position(of: "severity"),
                    "`severity` must be one of info, low, medium, high, critical")
            }
            self.severity = severity
        }
        why = try Self.nonEmpty(map, "why")
        fix = try Self.nonEmpty(map, "fix")
        document = try Self.nonEmpty(map, "document")
    }

    private static func nonEmpty(
        _ map: MappingReader, _ key: String
    ) throws(DocumentError) -> String? {
        map.node(key) == nil ? nil : try map.requiredText(key)
    }

    /// `{from: 2031-01-01, by: …}`, or `never`.
    private static func change(
        _ map: MappingReader, _ key: String
    ) throws(DocumentError) -> PolicyChange?? {
        guard let node = map.node(key) else { return nil }
        if node.text == "never" { return .some(nil) }
        guard case .mapping = node.content else {
            throw DocumentError(
                .syntax, at: node.position,
                "`\(key)` must be a mapping {from: YYYY-MM-DD, by: document}, or never")
        }
        let inner = try MappingReader(node, keys: ["from", "by"])
        guard let date = CalendarDate(iso8601: try inner.requiredText("from")) else {
            throw DocumentError(
                .syntax, at: inner.position(of: "from"), "`from` must be a day as YYYY-MM-DD")
        }
        return PolicyChange(from: date, document: try inner.requiredText("by"))
    }

    /// `{iterations: 600000, below: deprecated}`, or a list of such.
    private static func minimums(_ map: MappingReader) throws(DocumentError) -> [PolicyMinimum]? {
        guard let node = map.node("minimum") else { return nil }
        let items: [DocumentNode]
        if case .sequence(let list) = node.content { items = list } else { items = [node] }
        let names = PolicyMinimum.Parameter.allCases.map(\.rawValue)
        var minimums: [PolicyMinimum] = []
        for item in items {
            let inner = try MappingReader(item, keys: names + ["below"])
            let word = try inner.text("below") ?? PolicyStatus.disallowed.rawValue
            guard let below = PolicyStatus(rawValue: word), below != .approved, below != .unknown
            else {
                throw DocumentError(
                    .syntax, at: inner.position(of: "below"),
                    "`below` must be legacy, deprecated or disallowed")
            }
            let before = minimums.count
            for parameter in PolicyMinimum.Parameter.allCases {
                guard let value = try inner.integer(parameter.rawValue, in: 1...1_000_000_000)
                else { continue }
                minimums.append(PolicyMinimum(parameter, value, below: below))
            }
            guard minimums.count > before else {
                throw DocumentError(
                    .syntax, at: item.position,
                    "a minimum names one of: " + names.joined(separator: ", "))
            }
        }
        return minimums
    }
}
