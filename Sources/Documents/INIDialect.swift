/// The habits of files with sections and keys that differ.
enum INIDialect {
    /// Comments after a blank, values in quotes, indented lines that continue a value.
    case general
    /// Escapes and quotes within values, a backslash at the end of a line.
    case git
    /// Values as they stand, a backslash at the end of a line.
    case systemd

    private static let systemdSections: Set<String> = [
        "Unit", "Install", "Service", "Socket", "Timer", "Mount", "Automount", "Swap", "Path",
        "Slice", "Scope", "Match", "Link", "Network", "NetDev", "Resolve", "Journal", "Login",
        "Manager", "Container", "Pod", "Volume", "Kube", "Exec", "Files", "Time", "Coredump",
    ]
    private static let gitSections: Set<String> = [
        "core", "user", "alias", "credential", "remote", "branch", "submodule", "filter", "diff",
        "merge", "push", "pull", "fetch", "init", "color", "gpg", "commit", "url", "includeIf",
        "http", "https", "rebase", "rerere", "lfs", "safe", "receive", "transfer", "sendemail",
        "extensions", "advice", "tag", "maintenance", "protocol", "include",
    ]

    /// Guesses by the names of the first sections.
    init(sections: [String]) {
        guard !sections.isEmpty else {
            self = .general
            return
        }
        if sections.contains(where: { INIDialect.systemdSections.contains($0) }) {
            self = .systemd
        } else if sections.contains(where: { $0.hasSuffix("\"") && $0.contains(" \"") })
            || sections.allSatisfy({ INIDialect.gitSections.contains($0) })
        {
            self = .git
        } else {
            self = .general
        }
    }
}
