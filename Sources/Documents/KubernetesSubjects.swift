/// The objects of Kubernetes, and in one form for all workloads their pods' specs and containers.
enum KubernetesSubjects {
    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject]? {
        guard let kind = root.value(of: "kind")?.text, root.hasAny("apiVersion") else {
            return nil
        }
        if kind == "Config", root.hasAny("clusters", "users", "contexts") {
            return [DocumentSubject(platform: "kubeconfig", body: root, header: root.header)]
        }
        return object(Placeholders.kubernetes.marked(root), depth: 0)
    }

    private static func object(_ root: DocumentNode, depth: Int) -> [DocumentSubject] {
        guard depth < 8, let kind = root.value(of: "kind")?.text else { return [] }
        if kind == "List" || kind.hasSuffix("List"),
            case .sequence(let items)? = root.value(of: "items")?.content
        {
            return items.flatMap { object($0, depth: depth + 1) }
        }
        let name = root.value(at: "metadata", "name")?.text ?? ""
        let header = root.spanOfEntry("kind") ?? root.header
        var subjects = [
            DocumentSubject(
                platform: "kubernetes", type: kind, name: name, body: root, header: header)
        ]
        if kind == "ConfigMap" {
            for entry in root.value(of: "data")?.entries ?? [] {
                guard case .scalar = entry.value.content else { continue }
                subjects.append(
                    DocumentSubject(
                        platform: "kubernetes", type: "ConfigMapEntry", name: entry.key,
                        body: entry.value, header: entry.keySpan))
            }
        }
        if let spec = podSpec(root, kind: kind), spec.value.isMapping {
            subjects.append(
                DocumentSubject(
                    platform: "kubernetes", type: "PodSpec", name: name, body: spec.value,
                    header: spec.keySpan))
            subjects += containers(spec.value)
        }
        return subjects
    }

    /// The entry `spec` of the pods that a workload makes.
    private static func podSpec(_ root: DocumentNode, kind: String) -> DocumentEntry? {
        let candidates = [
            root.value(at: "spec", "jobTemplate", "spec", "template"),
            root.value(at: "spec", "template"), root.value(of: "template"), root,
        ]
        for candidate in candidates {
            guard let spec = candidate?.entry(of: "spec") else { continue }
            if spec.value.hasAny("containers", "initContainers") { return spec }
        }
        return nil
    }

    private static func containers(_ spec: DocumentNode) -> [DocumentSubject] {
        ["initContainers", "containers", "ephemeralContainers"].flatMap { key in
            (spec.value(of: key)?.items ?? []).filter(\.isMapping).map { container in
                DocumentSubject(
                    platform: "kubernetes", type: "Container",
                    name: container.value(of: "name")?.text ?? "", body: container,
                    header: container.spanOfEntry("name") ?? container.header)
            }
        }
    }
}
