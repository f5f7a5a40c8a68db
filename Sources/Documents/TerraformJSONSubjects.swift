/// Terraform in JSON: its JSON syntax, plans, and states.
///
/// Blocks are lists of objects there; they become repeated entries, as in HCL, and what is null
/// or an empty list is absent.
enum TerraformJSONSubjects {
    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject]? {
        if root.hasAny("planned_values", "resource_changes"), root.hasAny("format_version") {
            return plan(root)
        }
        if let module = root.value(at: "values", "root_module") {
            return modules(module, unknown: [:]).map(\.subject)
        }
        if root.hasAny("terraform_version"), root.hasAny("lineage", "serial"),
            let resources = root.value(of: "resources")
        {
            return state(resources)
        }
        if path.name.hasSuffix(".tfvars.json") {
            return [DocumentSubject(platform: "tfvars", body: root, header: root.header)]
        }
        if path.name.hasSuffix(".tf.json") || path.name.hasSuffix(".tofu.json")
            || isSyntax(root)
        {
            return syntax(root)
        }
        return nil
    }

    private static func isSyntax(_ root: DocumentNode) -> Bool {
        root.entries.contains { entry in
            guard entry.key == "resource" else { return false }
            return entry.value.blocks.contains { block in
                block.entries.contains {
                    $0.key.contains("_") && $0.value.blocks.allSatisfy(\.isMapping)
                }
            }
        }
    }

    private static func syntax(_ root: DocumentNode) -> [DocumentSubject] {
        let marked = Placeholders.terraform.marked(root)
        var resolver = HCLResolver(marked, limits: DocumentLimits())
        let root = resolver.resolve(marked)
        var subjects: [DocumentSubject] = []
        for entry in root.entries {
            switch entry.key {
            case "resource", "data", "ephemeral":
                let prefix = entry.key == "resource" ? "" : entry.key + "."
                for type in entry.value.blocks.flatMap(\.entries) {
                    for name in type.value.blocks.flatMap(\.entries) {
                        subjects += bodies(prefix + type.key, name)
                    }
                }
            case "provider":
                for name in entry.value.blocks.flatMap(\.entries) {
                    subjects += bodies("provider." + name.key, name)
                }
            case "module", "variable", "output":
                for name in entry.value.blocks.flatMap(\.entries) {
                    subjects += bodies(entry.key, name)
                }
            case "locals": subjects += bodies("locals", entry)
            case "terraform":
                subjects += bodies("terraform", entry)
                for inner in entry.value.blocks.flatMap(\.entries) where inner.key == "backend" {
                    for name in inner.value.blocks.flatMap(\.entries) {
                        subjects += bodies("backend." + name.key, name)
                    }
                }
            default: break
            }
        }
        return subjects
    }

    private static func bodies(_ type: String, _ entry: DocumentEntry) -> [DocumentSubject] {
        entry.value.blocks.filter(\.isMapping).map { body in
            DocumentSubject(
                platform: "terraform", type: type, name: entry.key, body: normal(body, nil),
                header: entry.keySpan)
        }
    }

    /// A subject of a plan or state with the address it has there.
    private struct Addressed {
        let address: String
        let subject: DocumentSubject
    }

    private static func plan(_ root: DocumentNode) -> [DocumentSubject] {
        let changes = root.value(of: "resource_changes")?.items ?? []
        var unknown: [String: DocumentNode] = [:]
        for change in changes {
            if let address = change.value(of: "address")?.text {
                unknown[address] = change.value(at: "change", "after_unknown")
            }
        }
        let planned = root.value(at: "planned_values", "root_module")
        let found = planned.map { modules($0, unknown: unknown) } ?? []
        var subjects = found.map(\.subject)
        var seen = Set(found.map(\.address))
        for change in changes {
            guard let after = change.value(at: "change", "after"), after.isMapping else { continue }
            guard let one = resource(change, values: after, unknown: unknown),
                seen.insert(one.address).inserted
            else { continue }
            subjects.append(one.subject)
        }
        return subjects
    }

    /// The resources of a module and of those within it.
    private static func modules(
        _ root: DocumentNode, unknown: [String: DocumentNode]
    ) -> [Addressed] {
        var found: [Addressed] = []
        var seen: Set<String> = []
        var pending = [root]
        while let module = pending.popLast() {
            for item in module.value(of: "resources")?.items ?? [] {
                guard let values = item.value(of: "values"), values.isMapping,
                    let one = resource(item, values: values, unknown: unknown),
                    seen.insert(one.address).inserted
                else { continue }
                found.append(one)
            }
            pending += (module.value(of: "child_modules")?.items ?? []).reversed()
        }
        return found
    }

    private static func resource(
        _ item: DocumentNode, values: DocumentNode, unknown: [String: DocumentNode]
    ) -> Addressed? {
        guard let type = item.value(of: "type")?.text else { return nil }
        let name = item.value(of: "name")?.text ?? ""
        let address = item.value(of: "address")?.text ?? "\(type).\(name)@\(item.span.lowerBound)"
        let prefix = item.value(of: "mode")?.text == "data" ? "data." : ""
        let header = item.spanOfEntry("address") ?? item.spanOfEntry("type") ?? item.header
        return Addressed(
            address: address,
            subject: DocumentSubject(
                platform: "terraform", type: prefix + type, name: name,
                body: normal(values, unknown[address]), header: header))
    }

    private static func state(_ resources: DocumentNode) -> [DocumentSubject] {
        resources.items.flatMap { item -> [DocumentSubject] in
            guard let type = item.value(of: "type")?.text else { return [] }
            let prefix = item.value(of: "mode")?.text == "data" ? "data." : ""
            let header = item.spanOfEntry("type") ?? item.header
            let instances = item.value(of: "instances")?.items ?? []
            return instances.compactMap { $0.value(of: "attributes") }.filter(\.isMapping).map {
                DocumentSubject(
                    platform: "terraform", type: prefix + type,
                    name: item.value(of: "name")?.text ?? "", body: normal($0, nil), header: header)
            }
        }
    }

    /// The mapping as HCL would have it.
    ///
    /// - Parameter unknown: the plan's `after_unknown` beside it: `true` where a value is known
    ///   only once it is applied, which makes it an expression and not absent.
    private static func normal(
        _ node: DocumentNode, _ unknown: DocumentNode?, depth: Int = 0
    ) -> DocumentNode {
        guard depth < 64, case .mapping(let entries) = node.content else { return node }
        var out: [DocumentEntry] = []
        let unknowns = unknown?.entries ?? []
        let besides = Dictionary(unknowns.map { ($0.key, $0.value) }) { first, _ in first }
        for entry in entries {
            let beside = besides[entry.key]
            let values: [DocumentNode]
            if case .sequence(let items) = entry.value.content,
                items.allSatisfy({ $0.isMapping || $0.isNull })
            {
                let others = beside?.items ?? []
                values = items.enumerated().filter { $0.element.isMapping }.map { index, item in
                    normal(item, index < others.count ? others[index] : nil, depth: depth + 1)
                }
            } else if entry.value.isNull {
                values = []
            } else {
                values = [normal(entry.value, beside, depth: depth + 1)]
            }
            for value in values {
                out.append(
                    DocumentEntry(
                        key: entry.key, keySpan: entry.keySpan, keyPosition: entry.keyPosition,
                        value: value))
            }
        }
        var seen = unknowns.isEmpty ? [] : Set(out.map(\.key))
        for entry in unknowns where entry.value.text == "true" {
            guard seen.insert(entry.key).inserted else { continue }
            let value = DocumentNode(
                content: .scalar(DocumentScalar("unknown", .expression)), span: entry.value.span,
                position: entry.value.position)
            out.append(
                DocumentEntry(
                    key: entry.key, keySpan: entry.keySpan, keyPosition: entry.keyPosition,
                    value: value))
        }
        return node.with(.mapping(out))
    }
}
