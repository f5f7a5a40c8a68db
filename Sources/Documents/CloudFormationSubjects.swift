/// The resources of CloudFormation and SAM templates, with what their parameters' defaults tell.
enum CloudFormationSubjects {
    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject]? {
        if isTemplate(root) { return template(root) }
        // The Serverless Framework holds a template below `resources`.
        if let inner = root.value(of: "resources"), root.hasAny("provider", "functions", "service")
        {
            let templates = inner.blocks.filter(isTemplate)
            guard !templates.isEmpty else { return nil }
            let whole = DocumentSubject(platform: "serverless", body: root, header: root.header)
            return [whole] + templates.flatMap(template)
        }
        return nil
    }

    private static func isTemplate(_ root: DocumentNode) -> Bool {
        if root.hasAny("AWSTemplateFormatVersion") { return true }
        return root.value(of: "Resources")?.entries.contains { entry in
            guard let type = entry.value.value(of: "Type")?.text else { return false }
            return type.hasPrefix("AWS::") || type.hasPrefix("Custom::")
                || type.hasPrefix("Alexa::")
        } ?? false
    }

    /// How many settings of `Globals` are put into resources in all.
    private static let maxShares = 500_000

    private static func template(_ root: DocumentNode) -> [DocumentSubject] {
        var intrinsics = CloudFormationIntrinsics(root)
        let globals = root.value(of: "Globals").map { intrinsics.resolve($0) }
        var subjects: [DocumentSubject] = []
        let shares = Dictionary((globals?.entries ?? []).map { ($0.key, $0.value) }) {
            first, _ in first
        }
        var sharesLeft = maxShares
        for entry in globals?.entries ?? [] {
            subjects.append(subject("Globals." + entry.key, entry, entry.value))
        }
        for entry in root.value(of: "Parameters")?.entries ?? [] where entry.value.isMapping {
            subjects.append(subject("Parameter", entry, entry.value))
        }
        for entry in root.value(of: "Resources")?.entries ?? [] {
            guard let type = entry.value.value(of: "Type")?.text else { continue }
            let properties = entry.value.value(of: "Properties").map { intrinsics.resolve($0) }
            var body =
                properties
                ?? DocumentNode(
                    content: .mapping([]), span: entry.value.span, position: entry.value.position)
            let prefix = "AWS::Serverless::"
            if type.hasPrefix(prefix),
                let shared = shares[String(type.dropFirst(prefix.count))]
            {
                sharesLeft -= shared.entries.count
                if sharesLeft >= 0 {
                    let own = Set(body.entries.map(\.key))
                    body = body.with(
                        .mapping(body.entries + shared.entries.filter { !own.contains($0.key) }))
                }
            }
            subjects.append(subject(type, entry, body))
        }
        for entry in root.value(of: "Outputs")?.entries ?? [] where entry.value.isMapping {
            subjects.append(subject("Output", entry, intrinsics.resolve(entry.value)))
        }
        if intrinsics.budget.isSpent || sharesLeft < 0, !subjects.isEmpty {
            subjects[0].isOfAll = false
        }
        return subjects
    }

    private static func subject(
        _ type: String, _ entry: DocumentEntry, _ body: DocumentNode
    ) -> DocumentSubject {
        DocumentSubject(
            platform: "cloudformation", type: type, name: entry.key, body: body,
            header: entry.keySpan)
    }
}
