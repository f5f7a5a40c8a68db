package import Documents
internal import ScanModel

extension UseRule {
    /// Kinds of use that code has.
    package static let allKinds = [
        "call", "construction", "assignment", "reference", "function", "annotation", "comparison",
    ]

    /// Reads the mapping under `uses` of a rule.
    ///
    /// - Throws: `.syntax`, with the place.
    package init(_ node: DocumentNode) throws(DocumentError) {
        let map = try MappingReader(node, keys: ["kinds", "of", "when", "fails"])
        kinds = try map.texts("kinds")
        names = try map.texts("of")
        guard !names.isEmpty else {
            throw DocumentError(
                .syntax, at: map.position(of: "of"),
                "`of` must list names, such as requests.get or *.Cipher.getInstance")
        }
        guard kinds.allSatisfy(UseRule.allKinds.contains) else {
            throw DocumentError(
                .syntax, at: map.position(of: "kinds"),
                "`kinds` must be some of " + UseRule.allKinds.joined(separator: ", "))
        }
        precondition = .all(try UseCondition.list(map.node("when")))
        failures = try UseCondition.list(map.node("fails"))
    }
}

extension UseCondition {
    /// Reads a list of conditions, or one alone; none, where the node is absent.
    static func list(_ node: DocumentNode?) throws(DocumentError) -> [UseCondition] {
        guard let node else { return [] }
        guard case .sequence(let items) = node.content else { return [try UseCondition(node)] }
        var conditions: [UseCondition] = []
        for item in items { conditions.append(try UseCondition(item)) }
        return conditions
    }

    /// What bodies of functions are told apart by, beside the number that one returns.
    package static let bodyWords = [
        "absent", "empty", "raising", "trivial", "returns-true", "returns-false", "returns-null",
        "returns-name", "returns-number", "returns-value", "other",
    ]

    private static func isBodyWord(_ word: String) -> Bool {
        bodyWords.contains(word)
            || word.hasPrefix("returns-") && Int(word.dropFirst("returns-".count)) != nil
    }

    private init(_ node: DocumentNode) throws(DocumentError) {
        let map = try MappingReader(
            node,
            keys: ["argument", "named", "imports", "body", "all", "any", "not"]
                + ValueTestReader.keys)
        if map.node("argument") != nil {
            self = .argument(
                try map.texts("argument").map { ArgumentPath($0) },
                tests: try ValueTestReader.tests(of: map))
        } else if map.node("named") != nil {
            self = .named(try map.texts("named").map { $0.lowercased() })
        } else if map.node("imports") != nil {
            self = .imports(try map.texts("imports").map { NameGlob($0, foldsCase: true) })
        } else if let word = try map.text("body") {
            guard UseCondition.isBodyWord(word) else {
                throw DocumentError(
                    .syntax, at: map.position(of: "body"),
                    "`body` must be one of " + UseCondition.bodyWords.joined(separator: ", ")
                        + ", or returns- and a number")
            }
            self = .body(word)
        } else if let inner = map.node("not") {
            self = .not(.any(try UseCondition.list(inner)))
        } else if map.node("all") != nil {
            self = .all(try UseCondition.list(map.node("all")))
        } else if map.node("any") != nil {
            self = .any(try UseCondition.list(map.node("any")))
        } else {
            throw DocumentError(
                .syntax, at: node.position,
                "a condition has `argument` with a test, or one of: named, imports, body, all, "
                    + "any, not")
        }
    }
}
