/// The resources of Azure Resource Manager, from its JSON templates and from Bicep.
enum ARMSubjects {
    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject]? {
        let schema = root.value(of: "$schema")?.text?.lowercased() ?? ""
        let isTemplate =
            schema.contains("deploymenttemplate.json")
            || (root.hasAny("contentVersion") && root.hasAny("resources"))
        guard isTemplate else {
            guard schema.contains("deploymentparameters.json") else { return nil }
            return (root.value(of: "parameters")?.entries ?? []).map { entry in
                subject("parameterValue", entry.key, entry.value, entry.keySpan)
            }
        }
        return template(root, depth: 0)
    }

    private static func subject(
        _ type: String, _ name: String, _ body: DocumentNode, _ header: SourceSpan
    ) -> DocumentSubject {
        DocumentSubject(platform: "arm", type: type, name: name, body: body, header: header)
    }

    private static func template(_ root: DocumentNode, depth: Int) -> [DocumentSubject] {
        var subjects: [DocumentSubject] = []
        for entry in root.value(of: "parameters")?.entries ?? [] where entry.value.isMapping {
            subjects.append(subject("parameter", entry.key, entry.value, entry.keySpan))
        }
        let expressions = ARMExpressions(root)
        if let found = root.value(of: "resources") {
            subjects += resources(found, expressions, parent: "", depth: depth)
        }
        for entry in root.value(of: "outputs")?.entries ?? [] where entry.value.isMapping {
            subjects.append(
                subject("output", entry.key, expressions.resolve(entry.value), entry.keySpan))
        }
        return subjects
    }

    /// A list of resources, or with symbolic names a mapping of them.
    private static func resources(
        _ node: DocumentNode, _ expressions: ARMExpressions, parent: String, depth: Int
    ) -> [DocumentSubject] {
        guard depth < 32 else { return [] }
        let all = node.items + node.entries.map(\.value)
        return all.flatMap { item -> [DocumentSubject] in
            guard let own = item.value(of: "type")?.text else { return [] }
            let type = joined(parent, own)
            // Nested resources and templates are subjects of their own, with their own parameters.
            let inner = item.value(at: "properties", "template")
            let body = inner == nil ? expressions.resolve(item) : item
            var name = body.value(of: "name")?.text ?? ""
            if case .scalar(let scalar)? = body.value(of: "name")?.content,
                scalar.style == .expression
            {
                name = scalar.text
            }
            let header = item.spanOfEntry("type") ?? item.header
            var found = [subject(type, name, body, header)]
            if let children = item.value(of: "resources") {
                found += resources(children, expressions, parent: type, depth: depth + 1)
            }
            if let inner { found += template(inner, depth: depth + 1) }
            return found
        }
    }

    private static func joined(_ parent: String, _ type: String) -> String {
        if parent.isEmpty || type.hasPrefix(parent + "/") { return type }
        // A full type has its provider's name with a dot before the first slash.
        let head = type.prefix { $0 != "/" }
        return head.contains(".") ? type : parent + "/" + type
    }

    /// The statements of a Bicep file.
    static func readBicep(_ root: DocumentNode) -> [DocumentSubject] {
        var subjects: [DocumentSubject] = []
        for entry in root.entries {
            switch entry.key {
            case "resource": subjects += bicepResources(entry, parent: "", depth: 0)
            case "module", "param", "output":
                let type = entry.key == "param" ? "parameter" : entry.key
                for name in entry.value.entries {
                    let body =
                        entry.key == "module" ? name.value.entries.first?.value : name.value
                    if let body { subjects.append(subject(type, name.key, body, entry.keySpan)) }
                }
            default: break
            }
        }
        return subjects
    }

    private static func bicepResources(
        _ entry: DocumentEntry, parent: String, depth: Int
    ) -> [DocumentSubject] {
        guard depth < 32 else { return [] }
        return entry.value.entries.flatMap { name in
            name.value.entries.flatMap { typed -> [DocumentSubject] in
                let parts = typed.key.split(separator: "@", maxSplits: 1)
                guard let own = parts.first, typed.value.tag != "existing" else { return [] }
                let type = joined(parent, String(own))
                var added: [DocumentEntry] = []
                let fields = [
                    ("type", type), ("apiVersion", parts.count > 1 ? String(parts[1]) : ""),
                ]
                for (key, text) in fields where !text.isEmpty {
                    let value = DocumentNode(
                        content: .scalar(DocumentScalar(text, .quoted)), span: typed.keySpan,
                        position: typed.keyPosition)
                    added.append(
                        DocumentEntry(
                            key: key, keySpan: typed.keySpan, keyPosition: typed.keyPosition,
                            value: value))
                }
                let settings = typed.value.entries.filter { $0.key != "resource" || !isNested($0) }
                let body =
                    typed.value.isMapping
                    ? typed.value.with(.mapping(added + settings)) : typed.value
                let nested = typed.value.entries.filter { $0.key == "resource" && isNested($0) }
                return [subject(type, name.key, body, entry.keySpan)]
                    + nested.flatMap { bicepResources($0, parent: type, depth: depth + 1) }
            }
        }
    }

    /// Whether an entry is a nested resource's: name, then type.
    private static func isNested(_ entry: DocumentEntry) -> Bool {
        entry.value.entries.count == 1 && entry.value.entries[0].value.isMapping
    }
}
