internal import Documents
internal import Patterns
internal import ScanModel

/// Reads one rule.
struct RuleReader {
    let file: String
    let map: MappingReader

    static let keys = [
        "id", "aliases", "name", "kind", "finds", "why", "severity", "confidence", "tags", "cwe",
        "pattern", "assignment", "credential", "settings", "uses", "certificate", "literals",
        "boundary", "reach",
        "entropy",
        "randomness", "near", "unless-near", "allow", "placeholders", "validators", "paths",
        "languages", "comments", "binary", "specificity", "severity-from", "remediation",
        "references", "examples", "counterexamples",
    ]

    init(file: String, node: DocumentNode) throws(DocumentError) {
        self.file = file
        map = try MappingReader(node, keys: RuleReader.keys)
    }

    func entry() throws -> RuleFileReader.Entry {
        let id = RuleID(try map.requiredText("id"))
        guard RuleReader.isWellFormed(id.rawValue) else {
            throw fault("id", "`id` must be family.kebab-case, such as github.access-token")
        }
        let kind = try kind()
        if map.node("credential") != nil { return try credentialEntry(id: id, kind: kind) }
        for structure in RuleStructure.Kind.allCases {
            guard let node = map.node(structure.rawValue) else { continue }
            return try structureEntry(RuleStructure(kind: structure, node), id: id, kind: kind)
        }
        let source = try patternSource(kind: kind)
        let hints = try map.texts("literals").map { Literal($0, isCaseless: false) }
        let literals =
            if hints.isEmpty, let found = source.assignment?.keys.literals {
                RuleReader.sorted(found)
            } else {
                try literals(of: source.pattern, hints: hints)
            }
        let startsWithLiteral = literals.allSatisfy { $0.offset == 0 }
        let isToken = try isToken(
            default: kind == .secret && startsWithLiteral && source.assignment == nil)

        var rule = Rule(
            id: id, kind: kind, severity: try severity(of: map, required: true) ?? .info,
            confidence: try confidence(), pattern: source.pattern,
            groupName: try groupName(of: source.pattern, kind: kind))
        if isToken {
            rule.pattern =
                PatternMacros.left + "(?:" + source.pattern + ")" + PatternMacros.right
        }
        rule.literals = literals
        rule.context = source.assignment?.context
        rule.tags = try map.texts("tags")
        rule.cwe = try numbers("cwe")
        rule.reach = try reach()
        rule.entropyFloor = try map.number("entropy", in: 0...8) ?? 0
        rule.randomnessFloor = try map.number("randomness", in: 0...1) ?? 0
        rule.near = try nearbyWords("near")
        rule.unlessNear = try nearbyWords("unless-near")
        rule.allow = try allowList()
        rule.rejectsPlaceholders = try map.flag("placeholders") ?? (kind == .secret)
        rule.validators = try map.texts("validators")
        try readPaths(into: &rule)
        rule.languages = try languages()
        rule.matchesInComments = try map.flag("comments") ?? (kind == .secret)
        rule.matchesInBinary = try map.flag("binary") ?? isToken
        rule.specificity =
            try map.integer("specificity", in: 0...100)
            ?? (rule.tags.contains("generic")
                ? 10 : source.assignment != nil ? 50 : startsWithLiteral ? 60 : 40)
        rule.severityChanges = try severityChanges()
        return RuleFileReader.Entry(
            rule: rule, documentation: try documentation(), place: place(of: "id"))
    }

    func place(of key: String) -> String { "\(file):\(map.position(of: key))" }

    func fault(_ key: String, _ message: String) -> DocumentError {
        DocumentError(.syntax, at: map.position(of: key), message)
    }

    private static func isWellFormed(_ id: String) -> Bool {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.first != "-" && part.last != "-"
                    && part.allSatisfy {
                        $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-")
                    }
            }
    }

    private func kind() throws(DocumentError) -> Finding.Kind {
        switch try map.requiredText("kind") {
        case "secret": return .secret
        case "misuse": return .misuse
        default: throw fault("kind", "`kind` must be secret or misuse")
        }
    }

    func severity(of map: MappingReader, required: Bool) throws(DocumentError) -> Severity? {
        guard let word = try map.text("severity"), let severity = Severity(word: word) else {
            throw DocumentError(
                .syntax, at: map.position(of: "severity"),
                "`severity` must be info, low, medium, high or critical")
        }
        return severity
    }

    func confidence() throws(DocumentError) -> Confidence {
        guard let confidence = Confidence(word: try map.requiredText("confidence")) else {
            throw fault("confidence", "`confidence` must be low, medium or high")
        }
        return confidence
    }

    /// What an `assignment` says beyond its pattern.
    private struct Assignment {
        let keys: AssignmentKeys
        let value: String

        var context: ContextAssignment? {
            let words = keys.contextWords
            return words.isEmpty
                ? nil
                : ContextAssignment(
                    words: words, pattern: PatternMacros.bareAssignment(value: value))
        }
    }

    private func patternSource(kind: Finding.Kind) throws
        -> (pattern: String, assignment: Assignment?)
    {
        if let node = map.node("assignment") {
            guard map.node("pattern") == nil else {
                throw fault("pattern", "either `pattern` or `assignment`, not both")
            }
            let assignment = try MappingReader(node, keys: ["keys", "value"])
            let keys = try assignment.texts("keys")
            guard !keys.isEmpty else {
                throw fault("assignment", "`assignment.keys` is required: a list of words")
            }
            let value = try assignment.requiredText("value")
            return (
                PatternMacros.assignment(keys: keys, value: value),
                Assignment(keys: AssignmentKeys(keys), value: value)
            )
        }
        let source = try map.requiredText("pattern")
        guard let pattern = PatternMacros.expand(source) else {
            throw fault(
                "pattern", "unknown macro; expected %{assign}, %{quote}, %{left} or %{right}")
        }
        return (pattern, nil)
    }

    private func literals(of pattern: String, hints: [Literal]) throws -> [RequiredLiteral] {
        let folded = hints.map { Literal($0.text, isCaseless: true) }
        let inferred =
            LiteralInference.infer(from: pattern, hints: hints)
            ?? (hints.isEmpty ? nil : LiteralInference.infer(from: pattern, hints: folded))
        if let inferred {
            return RuleReader.sorted(Array(Set(inferred)))
        }
        guard !hints.isEmpty else {
            throw RuleError(
                .noLiteral,
                "\(place(of: "pattern")): no literal of \(LiteralInference.minimumBytes) bytes or "
                    + "more that every match contains; begin the pattern with one, or give "
                    + "`literals`")
        }
        throw RuleError(
            .noLiteral,
            "\(place(of: "literals")): a match of the pattern need not contain any of these "
                + "literals; leave `literals` out to have them inferred")
    }

    /// In full order: the digest of the rule set must not hang on a set's.
    static func sorted(_ literals: [RequiredLiteral]) -> [RequiredLiteral] {
        literals.sorted { ($0.literal, $0.offset ?? -1) < ($1.literal, $1.offset ?? -1) }
    }

    private func groupName(of pattern: String, kind: Finding.Kind) throws -> String {
        let compiled: Pattern
        do {
            compiled = try Pattern(pattern, options: .interpreted)
        } catch {
            throw RuleError(.invalidPattern, "\(place(of: "pattern")): \(error)")
        }
        let expected = kind == .secret ? ["secret"] : ["primitive", "setting"]
        guard compiled.groupNames.count == 1, expected.contains(compiled.groupNames[0]) else {
            throw RuleError(
                .invalidPattern,
                "\(place(of: "pattern")): exactly one named group was expected: "
                    + expected.map { "(?<\($0)>…)" }.joined(separator: " or "))
        }
        return compiled.groupNames[0]
    }

    private func isToken(default standard: Bool) throws(DocumentError) -> Bool {
        switch try map.text("boundary") {
        case nil: return standard
        case "token": return true
        case "none": return false
        default: throw fault("boundary", "`boundary` must be token or none")
        }
    }

    private func reach() throws(DocumentError) -> RuleReach {
        guard let node = map.node("reach") else { return .line }
        if node.text == "line" { return .line }
        let reach = try MappingReader(node, keys: ["lines", "bytes"])
        if let lines = try reach.integer("lines", in: 1...100) { return .lines(lines) }
        if let bytes = try reach.integer("bytes", in: 1...RuleReach.maxBytes) {
            return .bytes(bytes)
        }
        throw fault("reach", "`reach` must be line, {lines: N} or {bytes: N}")
    }

    func nearbyWords(_ key: String) throws(DocumentError) -> NearbyWords? {
        guard let node = map.node(key) else { return nil }
        let near = try MappingReader(node, keys: ["words", "lines"])
        let words = try near.texts("words")
        guard !words.isEmpty else { throw fault(key, "`\(key).words` is required: a list") }
        return NearbyWords(
            words: words.map { $0.lowercased() }, lines: try near.integer("lines", in: 0...100) ?? 3
        )
    }

    private func allowList() throws -> AllowList {
        guard let node = map.node("allow") else { return AllowList() }
        let reader = try MappingReader(node, keys: ["values", "stopwords", "lines", "paths"])
        var allow = AllowList()
        allow.values = try reader.texts("values")
        allow.stopwords = try reader.texts("stopwords").map { $0.lowercased() }
        allow.lines = try reader.texts("lines")
        allow.paths = try reader.texts("paths")
        try check(globs: allow.paths, at: reader.position(of: "paths"))
        for (key, patterns) in [("values", allow.values), ("lines", allow.lines)] {
            for pattern in patterns {
                do {
                    _ = try Pattern(pattern, options: [.interpreted, .caseless])
                } catch {
                    throw RuleError(
                        .invalidPattern,
                        "\(file):\(reader.position(of: key)): in `allow.\(key)`: \(error)")
                }
            }
        }
        return allow
    }

    func numbers(_ key: String) throws -> [Int] {
        try map.texts(key).map { text in
            guard let number = Int(text.hasPrefix("CWE-") ? String(text.dropFirst(4)) : text),
                (1...9999).contains(number)
            else { throw fault(key, "`\(key)` must be numbers, such as 798") }
            return number
        }
    }

    func readPaths(into rule: inout Rule) throws(DocumentError) {
        guard let node = map.node("paths") else { return }
        let paths = try MappingReader(node, keys: ["include", "exclude", "low"])
        rule.includedPaths = try paths.texts("include")
        rule.excludedPaths = try paths.texts("exclude")
        rule.lowPaths = try paths.texts("low")
        try check(globs: rule.includedPaths, at: paths.position(of: "include"))
        try check(globs: rule.excludedPaths, at: paths.position(of: "exclude"))
        try check(globs: rule.lowPaths, at: paths.position(of: "low"))
    }

    private func check(globs: [String], at position: SourcePosition) throws(DocumentError) {
        for glob in globs {
            do {
                _ = try GlobPattern(glob)
            } catch {
                throw DocumentError(.syntax, at: position, error.description)
            }
        }
    }

    func languages() throws -> [String] {
        let names = try map.texts("languages")
        for name in names where SourceLanguage(rawValue: name) == nil {
            throw fault(
                "languages",
                "unknown language; expected one of: "
                    + SourceLanguage.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return names
    }

    func severityChanges() throws -> [SeverityChange] {
        guard let node = map.node("severity-from") else { return [] }
        guard case .sequence(let items) = node.content else {
            throw fault("severity-from", "a list of {from: DATE, severity: WORD} was expected")
        }
        return try items.map { item in
            let change = try MappingReader(item, keys: ["from", "severity"])
            guard let date = CalendarDate(iso8601: try change.requiredText("from")) else {
                throw DocumentError(
                    .syntax, at: change.position(of: "from"), "`from` must be YYYY-MM-DD")
            }
            return SeverityChange(
                from: date, severity: try severity(of: change, required: true) ?? .info)
        }.sorted { $0.from < $1.from }
    }

    func documentation() throws -> RuleDocumentation {
        var documentation = RuleDocumentation()
        documentation.name = try map.requiredText("name")
        documentation.finds = try map.requiredText("finds")
        documentation.why = try map.requiredText("why")
        documentation.remediation = try map.requiredText("remediation")
        documentation.references = try map.texts("references")
        documentation.aliases = try map.texts("aliases")
        documentation.examples = try examples("examples")
        documentation.counterexamples = try examples("counterexamples")
        return documentation
    }

    private func examples(_ key: String) throws -> [RuleExample] {
        guard let node = map.node(key) else { return [] }
        guard case .sequence(let items) = node.content else {
            throw fault(key, "`\(key)` must be a list")
        }
        return try items.map { item in
            if let text = item.text { return RuleExample(text: text) }
            let example = try MappingReader(item, keys: ["path", "text"])
            return RuleExample(
                path: try example.text("path"), text: try example.requiredText("text"))
        }
    }
}
