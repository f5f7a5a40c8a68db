internal import Documents
internal import ScanModel

extension InventoryRule {
    private static let ownKeys = [
        "id", "languages", "uses", "kinds", "when", "settings", "path", "kind", "name", "part",
        "argument", "options", "read", "grammar", "literals", "unknown", "defaults", "entries",
    ]

    /// Reads all rules of a file.
    ///
    /// - Throws: `.invalidFile`, with `file:line:column`.
    package static func read(_ bytes: [UInt8], file: String) throws(RuleError) -> [InventoryRule] {
        do {
            let root = try MappingReader(try YAMLReader.read(bytes), keys: ["inventory"])
            guard let list = root.node("inventory"), case .sequence(let items) = list.content
            else {
                throw DocumentError(
                    .syntax, at: root.position(of: "inventory"),
                    "`inventory:` with a list was expected")
            }
            var rules: [InventoryRule] = []
            for item in items { rules.append(try InventoryRule(item)) }
            return rules
        } catch let error as DocumentError {
            throw RuleError(.invalidFile, "\(file):\(error)")
        } catch {
            throw RuleError(.invalidFile, "\(file): \(error)")
        }
    }

    private init(_ node: DocumentNode) throws(DocumentError) {
        let parameterKeys = Parameter.allCases.map(\.rawValue)
        let map = try MappingReader(node, keys: Self.ownKeys + parameterKeys)
        id = try map.requiredText("id")
        kind = try map.requiredText("kind")
        subject = try Self.subject(map)
        entries = map.node("entries") == nil ? nil : try map.texts("entries")
        reading = try Self.reading(map)
        place = try Self.place(map)
        var parameters: [Parameter: [UseCondition.ArgumentPath]] = [:]
        var settings: [Parameter: [SettingPath]] = [:]
        for parameter in Parameter.allCases where map.node(parameter.rawValue) != nil {
            if case .code = place {
                parameters[parameter] = try map.texts(parameter.rawValue).map {
                    UseCondition.ArgumentPath($0)
                }
            } else {
                settings[parameter] = try Self.paths(map, parameter.rawValue)
            }
        }
        self.parameters = parameters
        self.settings = settings
        var defaults: [Parameter: String] = [:]
        if let node = map.node("defaults") {
            let inner = try MappingReader(node, keys: parameterKeys)
            for parameter in Parameter.allCases {
                defaults[parameter] = try inner.text(parameter.rawValue)
            }
        }
        self.defaults = defaults
        switch try map.text("unknown") {
        case nil, "listed": ignoresUnknown = false
        case "ignored": ignoresUnknown = true
        default:
            throw DocumentError(
                .syntax, at: map.position(of: "unknown"), "`unknown` must be listed or ignored")
        }
        let hints = try map.texts("literals")
        literals = hints.isEmpty ? Self.inferred(place) : hints
        guard !literals.isEmpty, literals.allSatisfy({ $0.utf8.count >= 3 }) else {
            throw DocumentError(
                .syntax, at: map.position(of: "id"),
                "give `literals` of 3 bytes or more, one of which stands in every such text")
        }
    }

    private static func subject(_ map: MappingReader) throws(DocumentError) -> Subject {
        if let name = try map.text("name") { return .fixed(name) }
        if let part = try map.integer("part", in: 1...8) { return .part(part) }
        if try map.flag("options") == true { return .options }
        return .value(try map.texts("argument").map { UseCondition.ArgumentPath($0) })
    }

    private static func reading(_ map: MappingReader) throws(DocumentError) -> Reading {
        let grammar = try map.text("grammar") ?? ""
        switch try map.text("read") {
        case nil, "algorithm": return .algorithm
        case "algorithms": return .algorithms
        case "protocols": return .protocols(grammar)
        case "ciphers": return .ciphers(grammar)
        default:
            throw DocumentError(
                .syntax, at: map.position(of: "read"),
                "`read` must be algorithm, algorithms, protocols or ciphers")
        }
    }

    private static func place(_ map: MappingReader) throws(DocumentError) -> Place {
        let subjects = try map.texts("settings")
        if !subjects.isEmpty {
            let paths = try self.paths(map, "path")
            guard !paths.isEmpty else {
                throw DocumentError(
                    .syntax, at: map.position(of: "settings"), "`path` is required")
            }
            return .settings(
                subjects: subjects.map { NameGlob($0, foldsCase: true) }, paths: paths,
                when: .all(try SettingCondition.list(map.node("when"))))
        }
        let names = try map.texts("uses")
        let kinds = try map.texts("kinds")
        guard !names.isEmpty else {
            throw DocumentError(
                .syntax, at: map.position(of: "id"),
                "`uses` with names, or `settings` with subjects, is required")
        }
        guard kinds.allSatisfy(UseRule.allKinds.contains) else {
            throw DocumentError(
                .syntax, at: map.position(of: "kinds"),
                "`kinds` must be some of " + UseRule.allKinds.joined(separator: ", "))
        }
        return .code(
            languages: try map.texts("languages"),
            kinds: kinds.isEmpty ? ["call", "construction"] : kinds, names: names,
            when: .all(try UseCondition.list(map.node("when"))))
    }

    private static func paths(
        _ map: MappingReader, _ key: String
    ) throws(DocumentError) -> [SettingPath] {
        var paths: [SettingPath] = []
        for text in try map.texts(key) {
            guard let path = SettingPath(text) else {
                throw DocumentError(
                    .syntax, at: map.position(of: key),
                    "`\(key)` must be keys parted by points, such as tls.*.version")
            }
            paths.append(path)
        }
        return paths
    }

    /// The word of each name, or of each path, that has to stand in a text.
    private static func inferred(_ place: Place) -> [String] {
        switch place {
        case .code(_, _, let names, _):
            let words = names.map(word)
            return words.contains(nil) ? [] : Array(Set(words.compactMap { $0 })).sorted()
        case .settings(let subjects, _, _):
            let words = subjects.map(\.source).map { subject -> String? in
                guard let slash = subject.firstIndex(of: "/") else { return nil }
                let type = subject[subject.index(after: slash)...]
                return type.contains("*") || type.utf8.count < 5
                    ? nil : type.split(separator: ".").last.map(String.init)
            }
            return words.contains(nil) ? [] : Array(Set(words.compactMap { $0 })).sorted()
        }
    }

    /// The last part of a dotted name, or the longest one where that is a star or short.
    private static func word(_ name: String) -> String? {
        let parts = name.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "*") }
            .filter { !$0.contains("*") && $0.utf8.count >= 3 }
        if let last = parts.last, last.utf8.count >= 5, name.hasSuffix(last) {
            return String(last)
        }
        return parts.max { $0.utf8.count < $1.utf8.count }.map(String.init)
    }
}
