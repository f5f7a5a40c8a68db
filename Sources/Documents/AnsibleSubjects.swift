/// The plays and tasks of Ansible, from playbooks and from roles.
enum AnsibleSubjects {
    private static let taskLists = ["pre_tasks", "tasks", "post_tasks", "handlers"]
    private static let blockLists = ["block", "rescue", "always"]
    /// What stands beside a module in a task; one of these tells a list of tasks from others.
    private static let keywords: Set<String> = [
        "when", "register", "become", "become_user", "notify", "loop", "with_items", "tags",
        "delegate_to", "changed_when", "failed_when", "no_log", "listen", "block", "import_tasks",
        "include_tasks", "set_fact", "environment", "ignore_errors", "run_once", "vars",
    ]
    /// Modules that are enough to tell a task.
    private static let modules: Set<String> = [
        "apt", "yum", "dnf", "package", "copy", "template", "file", "lineinfile", "service",
        "systemd", "shell", "command", "get_url", "uri", "user", "group", "unarchive", "git",
        "debug", "include_vars", "apt_key", "apt_repository", "yum_repository", "pip",
        "blockinfile", "stat", "cron", "docker_container", "replace", "sysctl", "mount",
    ]

    static func read(_ root: DocumentNode, path: SubjectPath) -> [DocumentSubject]? {
        guard case .sequence(let items) = root.content, !items.isEmpty,
            items.allSatisfy(\.isMapping)
        else { return nil }
        let isPlaybook = items.contains { item in
            item.hasAny("hosts", "import_playbook", "ansible.builtin.import_playbook")
                && (item.hasAny("tasks", "roles", "handlers", "pre_tasks", "vars", "become")
                    || item.hasAny(
                        "import_playbook", "ansible.builtin.import_playbook", "gather_facts"))
        }
        if isPlaybook {
            return Placeholders.jinja.marked(root).items.flatMap { play in
                [
                    DocumentSubject(
                        platform: "ansible", type: "play",
                        name: play.value(of: "name")?.text ?? "", body: play, header: play.header)
                ] + taskLists.flatMap { tasks(play.value(of: $0), depth: 0) }
            }
        }
        let isInRole = path.folders.contains("tasks") || path.folders.contains("handlers")
        guard !path.name.hasSuffix(".json"), isInRole || items.contains(where: isTask) else {
            return nil
        }
        return tasks(Placeholders.jinja.marked(root), depth: 0)
    }

    private static func isTask(_ node: DocumentNode) -> Bool {
        // Containers have a name and a command too.
        if node.hasAny("image") { return false }
        var hasModule = false
        var hasKeyword = false
        for entry in node.entries {
            if entry.key == "name" || keywords.contains(entry.key) {
                hasKeyword = true
            }
            if entry.key.hasPrefix("ansible.builtin.") || entry.key.hasPrefix("community.") {
                return true
            }
            if modules.contains(entry.key) { hasModule = true }
        }
        return hasModule && hasKeyword
    }

    private static func tasks(_ list: DocumentNode?, depth: Int) -> [DocumentSubject] {
        guard depth < 16 else { return [] }
        return (list?.items ?? []).filter(\.isMapping).flatMap { task in
            [
                DocumentSubject(
                    platform: "ansible", type: "task", name: task.value(of: "name")?.text ?? "",
                    body: task, header: task.header)
            ] + blockLists.flatMap { tasks(task.value(of: $0), depth: depth + 1) }
        }
    }
}
