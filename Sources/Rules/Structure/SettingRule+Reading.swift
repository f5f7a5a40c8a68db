package import Documents
internal import ScanModel

extension SettingRule {
    /// Reads the mapping under `settings` of a rule.
    ///
    /// - Throws: `.syntax`, with the place.
    package init(_ node: DocumentNode) throws(DocumentError) {
        let map = try MappingReader(node, keys: ["of", "when", "fails"])
        subjects = try map.texts("of").map { NameGlob($0, foldsCase: true) }
        guard !subjects.isEmpty, subjects.allSatisfy({ $0.source.contains("/") }) else {
            throw DocumentError(
                .syntax, at: map.position(of: "of"),
                "`of` must list subjects as platform/type, such as terraform/aws_db_instance")
        }
        precondition = .all(try SettingCondition.list(map.node("when")))
        failures = try SettingCondition.list(map.node("fails"))
        guard !failures.isEmpty else {
            throw DocumentError(
                .syntax, at: map.position(of: "fails"), "`fails` must list conditions")
        }
    }
}

extension SettingCondition {
    /// Reads a list of conditions, or one alone; none, where the node is absent.
    static func list(_ node: DocumentNode?) throws(DocumentError) -> [SettingCondition] {
        guard let node else { return [] }
        guard case .sequence(let items) = node.content else { return [try SettingCondition(node)] }
        var conditions: [SettingCondition] = []
        for item in items { conditions.append(try SettingCondition(item)) }
        return conditions
    }

    private init(_ node: DocumentNode) throws(DocumentError) {
        let map = try MappingReader(
            node,
            keys: ["path", "all", "any", "not", "each", "joined", "by"] + ValueTestReader.keys)
        if map.node("joined") != nil {
            self = .joined(
                subjects: try map.texts("joined").map { NameGlob($0, foldsCase: true) },
                path: try SettingCondition.path(map, "by"),
                try SettingCondition.group(map))
        } else if map.node("each") != nil {
            self = .each(
                path: try SettingCondition.path(map, "each"), try SettingCondition.group(map))
        } else if let inner = map.node("not") {
            self = .not(.any(try SettingCondition.list(inner)))
        } else if map.node("all") != nil || map.node("any") != nil {
            self = try SettingCondition.group(map)
        } else {
            var paths: [SettingPath] = []
            for text in try map.texts("path") {
                guard let path = SettingPath(text) else {
                    throw DocumentError(
                        .syntax, at: map.position(of: "path"),
                        "`path` must be keys parted by points, such as tls.*.version")
                }
                paths.append(path)
            }
            guard !paths.isEmpty else {
                throw DocumentError(
                    .syntax, at: node.position,
                    "a condition has `path` with a test, or one of: all, any, not, each, joined")
            }
            self = .test(paths: paths, tests: try ValueTestReader.tests(of: map))
        }
    }

    private static func group(_ map: MappingReader) throws(DocumentError) -> SettingCondition {
        var parts = try list(map.node("all"))
        let choices = try list(map.node("any"))
        if !choices.isEmpty { parts.append(.any(choices)) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private static func path(
        _ map: MappingReader, _ key: String
    ) throws(DocumentError) -> SettingPath {
        guard let path = SettingPath(try map.requiredText(key)) else {
            throw DocumentError(
                .syntax, at: map.position(of: key), "`\(key)` must be keys parted by points")
        }
        return path
    }
}
