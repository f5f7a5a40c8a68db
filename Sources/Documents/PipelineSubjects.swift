/// The workflows, jobs and steps of build services, and the services of Compose.
enum PipelineSubjects {
    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject]? {
        guard root.isMapping else { return nil }
        let isInCircle = path.folders.last == ".circleci"
        let jobs = root.value(of: "jobs")
        if jobs?.isMapping == true, root.hasAny("on", "true"), !isInCircle { return actions(root) }
        if let runs = root.value(of: "runs"), runs.hasAny("using") { return action(root, runs) }
        if isInCircle
            || (root.hasAny("version") && root.hasAny("workflows", "orbs")
                && jobs?.isMapping == true)
        {
            return whole("circleci", Placeholders.circle.marked(root))
        }
        if let services = root.value(of: "services"), isCompose(root, services, path) {
            return compose(root)
        }
        if root.value(of: "pipelines")?.hasAny(
            "default", "branches", "pull-requests", "custom", "tags") == true
        {
            return whole("bitbucket", Placeholders.dollar.marked(root))
        }
        if root.value(of: "kind")?.text == "pipeline", root.hasAny("steps", "type") {
            return whole("drone", Placeholders.dollar.marked(root))
        }
        if isGitLab(root, path) { return gitlab(root) }
        if isAzure(root, path) {
            return whole("azure-pipelines", Placeholders.azure.marked(root))
        }
        if path.name == ".travis.yml"
            || (root.hasAny("language") && root.hasAny("script", "install"))
        {
            return whole("travis", Placeholders.dollar.marked(root))
        }
        return nil
    }

    static func whole(_ platform: String, _ root: DocumentNode) -> [DocumentSubject] {
        [DocumentSubject(platform: platform, body: root, header: root.header)]
    }

    private static func actions(_ root: DocumentNode) -> [DocumentSubject] {
        let root = Placeholders.actions.marked(root)
        let name = root.value(of: "name")?.text ?? ""
        var subjects = [
            DocumentSubject(
                platform: "github-actions", type: "workflow", name: name, body: root,
                header: root.header)
        ]
        for job in root.value(of: "jobs")?.entries ?? [] where job.value.isMapping {
            subjects.append(
                DocumentSubject(
                    platform: "github-actions", type: "job", name: job.key, body: job.value,
                    header: job.keySpan))
            subjects += steps(job.value)
        }
        return subjects
    }

    private static func action(_ root: DocumentNode, _ runs: DocumentNode) -> [DocumentSubject] {
        let root = Placeholders.actions.marked(root)
        let whole = DocumentSubject(
            platform: "github-actions", type: "action", name: root.value(of: "name")?.text ?? "",
            body: root, header: root.header)
        return [whole] + (root.value(of: "runs").map(steps) ?? [])
    }

    private static func steps(_ node: DocumentNode) -> [DocumentSubject] {
        (node.value(of: "steps")?.items ?? []).filter(\.isMapping).map { step in
            DocumentSubject(
                platform: "github-actions", type: "step",
                name: step.value(of: "name")?.text ?? step.value(of: "id")?.text ?? "", body: step,
                header: step.header)
        }
    }

    private static func isCompose(
        _ root: DocumentNode, _ services: DocumentNode, _ path: SubjectPath
    ) -> Bool {
        guard services.isMapping, !services.entries.isEmpty else { return false }
        if path.name.hasPrefix("docker-compose") || path.name.hasPrefix("compose.") { return true }
        return services.entries.contains { $0.value.hasAny("image", "build", "extends") }
    }

    private static func compose(_ root: DocumentNode) -> [DocumentSubject] {
        let root = Placeholders.dollar.marked(root)
        let services = root.value(of: "services")?.entries ?? []
        return [
            DocumentSubject(platform: "compose", type: "file", body: root, header: root.header)
        ]
            + services.filter(\.value.isMapping).map { service in
                DocumentSubject(
                    platform: "compose", type: "service", name: service.key, body: service.value,
                    header: service.keySpan)
            }
    }

    private static let gitlabReserved: Set<String> = [
        "default", "variables", "stages", "image", "services", "include", "workflow", "cache",
        "before_script", "after_script", "spec", "pages_config",
    ]

    private static func isGitLab(_ root: DocumentNode, _ path: SubjectPath) -> Bool {
        if path.name.hasSuffix(".gitlab-ci.yml") || path.name.hasSuffix(".gitlab-ci.yaml")
            || path.folders.contains(".gitlab") || path.folders.contains(".gitlab-ci")
        {
            return true
        }
        let hasStages = root.value(of: "stages")?.items.allSatisfy { $0.text != nil } == true
        return root.entries.contains { entry in
            guard !gitlabReserved.contains(entry.key), entry.value.hasAny("script") else {
                return false
            }
            return hasStages || entry.value.hasAny("stage")
        }
    }

    private static func gitlab(_ root: DocumentNode) -> [DocumentSubject] {
        let root = Placeholders.dollar.marked(root)
        let jobs = root.entries.filter { entry in
            !gitlabReserved.contains(entry.key)
                && entry.value.hasAny("script", "trigger", "extends", "run", "stage", "image")
        }
        return [
            DocumentSubject(
                platform: "gitlab-ci", type: "pipeline", body: root, header: root.header)
        ]
            + jobs.map { job in
                DocumentSubject(
                    platform: "gitlab-ci", type: "job", name: job.key, body: job.value,
                    header: job.keySpan)
            }
    }

    private static func isAzure(_ root: DocumentNode, _ path: SubjectPath) -> Bool {
        if path.name.contains("azure-pipelines") { return true }
        let isPipeline = root.hasAny(
            "trigger", "pool", "pr", "resources", "parameters", "variables")
        let lists = ["steps", "jobs", "stages"].compactMap { root.value(of: $0)?.items }
        return isPipeline
            && lists.contains { list in
                list.contains {
                    $0.hasAny("task", "script", "bash", "pwsh", "job", "deployment", "stage")
                }
            }
    }
}
