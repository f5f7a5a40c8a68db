/// The settings of Spring and its kin, nested alike whether they stand in YAML or as dotted keys.
enum SpringSubjects {
    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject]? {
        guard root.isMapping else { return nil }
        let isNamed = path.isNamed("application") || path.isNamed("bootstrap")
        let isSpring = root.entries.contains { entry in
            entry.key.hasPrefix("spring.")
                || (entry.key == "spring" && entry.value.isMapping
                    && entry.value.hasAny(
                        "datasource", "application", "profiles", "cloud", "security", "jpa",
                        "config", "main", "redis", "data", "rabbitmq", "kafka", "mail"))
        }
        guard isNamed || isSpring else { return nil }
        let nested = nested(Placeholders.spring.marked(root), depth: 0)
        return [DocumentSubject(platform: "spring", body: nested, header: root.header)]
    }

    /// A key that may still be dotted, with its value.
    private struct Setting {
        let path: ArraySlice<String>
        let entry: DocumentEntry
    }

    /// The mapping with `a.b` as `b` within `a`; a key's span stays that of the whole key.
    private static func nested(_ node: DocumentNode, depth: Int) -> DocumentNode {
        guard depth < 64, case .mapping(let entries) = node.content else {
            guard depth < 64, case .sequence(let items) = node.content else { return node }
            return node.with(.sequence(items.map { nested($0, depth: depth + 1) }))
        }
        let settings = entries.map { entry in
            let parts = entry.key.split(separator: ".", maxSplits: 32).map(String.init)
            return Setting(path: (parts.isEmpty ? [entry.key] : parts)[...], entry: entry)
        }
        return node.with(.mapping(grouped(settings, depth: depth)))
    }

    private static func grouped(_ settings: [Setting], depth: Int) -> [DocumentEntry] {
        var order: [String] = []
        var groups: [String: [Setting]] = [:]
        for setting in settings {
            guard let key = setting.path.first else { continue }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(
                Setting(path: setting.path.dropFirst(), entry: setting.entry))
        }
        var out: [DocumentEntry] = []
        for key in order {
            let group = groups[key] ?? []
            var inner: [Setting] = []
            for setting in group {
                let entry = setting.entry
                if !setting.path.isEmpty {
                    inner.append(setting)
                } else if group.count > 1, entry.value.isMapping {
                    // `a: {b: …}` beside `a.c: …`: one mapping.
                    for child in entry.value.entries {
                        let parts = child.key.split(separator: ".", maxSplits: 32).map(String.init)
                        inner.append(
                            Setting(path: (parts.isEmpty ? [child.key] : parts)[...], entry: child))
                    }
                } else {
                    out.append(
                        DocumentEntry(
                            key: key, keySpan: entry.keySpan, keyPosition: entry.keyPosition,
                            value: nested(entry.value, depth: depth + 1)))
                }
            }
            guard let first = inner.first?.entry, depth < 64 else { continue }
            let upper = inner.map(\.entry.value.span.upperBound).max() ?? first.keySpan.upperBound
            out.append(
                DocumentEntry(
                    key: key, keySpan: first.keySpan, keyPosition: first.keyPosition,
                    value: DocumentNode(
                        content: .mapping(grouped(inner, depth: depth + 1)),
                        span: SourceSpan(first.keySpan.lowerBound, upper),
                        position: first.keyPosition)))
        }
        return out
    }
}
