extension Document {
    /// The things that the document configures, by what stands in it and, where that leaves it
    /// open, by its path.
    ///
    /// What no platform claims is one subject of each root with the format's name.
    package func subjects(path: String) -> [DocumentSubject] {
        let path = SubjectPath(path)
        switch format {
        case .hcl: return roots.flatMap { HCLSubjects.read($0, path: path) }
        case .bicep: return roots.flatMap { ARMSubjects.readBicep($0) }
        case .yaml, .json: return roots.flatMap { structured($0, path: path) }
        case .properties:
            return roots.flatMap { root in
                SpringSubjects.read(root, path: path) ?? [whole(root, format.rawValue)]
            }
        case .xml:
            if let list = PropertyList.view(of: self) { return [whole(list, "plist")] }
            return roots.map { whole($0, format.rawValue) }
        default: return roots.map { whole($0, format.rawValue) }
        }
    }

    private typealias Reader = @Sendable (DocumentNode, SubjectPath) -> [DocumentSubject]?

    private static let readers: [Reader] = [
        CloudFormationSubjects.read, ARMSubjects.read, TerraformJSONSubjects.read,
        KubernetesSubjects.read, PipelineSubjects.read, AnsibleSubjects.read,
        ApplicationSubjects.read, SpringSubjects.read,
    ]

    private func structured(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject] {
        // Of nothing, and of lines that are texts, there may be as many as there are bytes.
        guard !root.entries.isEmpty || !root.items.isEmpty else {
            return [whole(root, format.rawValue)]
        }
        let readers = root.isMapping ? Self.readers : [AnsibleSubjects.read]
        for reader in readers {
            if let subjects = reader(root, path) { return subjects }
        }
        return [whole(root, format.rawValue)]
    }

    private func whole(_ root: DocumentNode, _ platform: String) -> DocumentSubject {
        DocumentSubject(platform: platform, body: root, header: root.header)
    }
}

extension DocumentNode {
    /// What a finding about something absent points at: the first key, else the start.
    package var header: SourceSpan {
        if let first = entries.first { return first.keySpan }
        if let first = items.first { return first.header }
        return SourceSpan(span.lowerBound, min(span.upperBound, span.lowerBound + 1))
    }

    /// The span of an entry, key and value.
    func spanOfEntry(_ key: String) -> SourceSpan? {
        entry(of: key).map { SourceSpan($0.keySpan.lowerBound, $0.value.span.upperBound) }
    }

    /// The items of a sequence, or the node itself: JSON has both for one block and for several.
    var blocks: [DocumentNode] {
        guard case .sequence(let items) = content else { return [self] }
        return items
    }

    /// Whether any of these keys stands in the mapping.
    func hasAny(_ keys: String...) -> Bool { entries.contains { keys.contains($0.key) } }
}
