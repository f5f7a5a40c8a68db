/// Documents of single tools: Docker's daemon, OpenAPI, values of Helm's charts.
enum ApplicationSubjects {
    /// Keys of `daemon.json` that no other tool has.
    private static let daemonKeys: Set<String> = [
        "insecure-registries", "registry-mirrors", "live-restore", "userland-proxy", "icc",
        "tlsverify", "tlscacert", "userns-remap", "log-driver", "storage-driver", "data-root",
        "default-ulimits", "exec-opts", "no-new-privileges",
    ]

    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject]? {
        guard root.isMapping else { return nil }
        if root.hasAny("openapi", "swagger", "asyncapi"), root.hasAny("info", "paths") {
            return PipelineSubjects.whole("openapi", root)
        }
        let daemon = root.entries.reduce(into: 0) { count, entry in
            if daemonKeys.contains(entry.key) { count += 1 }
        }
        if daemon >= 2 || (daemon == 1 && root.entries.count <= 2)
            || path.name == "daemon.json" && path.folders.last == "docker"
        {
            return PipelineSubjects.whole("docker-daemon", root)
        }
        let isYAML = path.name.hasSuffix(".yaml") || path.name.hasSuffix(".yml")
        if isYAML,
            path.isNamed("values") || path.name.contains(".values.")
                || path.name.hasSuffix("-values.yaml")
        {
            return PipelineSubjects.whole("helm-values", Placeholders.helm.marked(root))
        }
        return nil
    }
}
