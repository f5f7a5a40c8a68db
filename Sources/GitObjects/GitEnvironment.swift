/// The environment variables by which git tells a hook where things are.
package struct GitEnvironment: Hashable, Sendable {
    /// `GIT_DIR`; used only when no path is asked for.
    package var gitDirectory: String?
    /// `GIT_WORK_TREE`; used only together with `gitDirectory`.
    package var workTree: String?
    /// `GIT_INDEX_FILE`; relative to the top of the work tree, as git takes it.
    package var indexFile: String?
    /// `GIT_OBJECT_DIRECTORY`: the quarantine of a receiving hook.
    package var objectDirectory: String?
    /// `GIT_ALTERNATE_OBJECT_DIRECTORIES`.
    package var alternateObjectDirectories: [String]

    package init(
        gitDirectory: String? = nil, workTree: String? = nil, indexFile: String? = nil,
        objectDirectory: String? = nil, alternateObjectDirectories: [String] = []
    ) {
        self.gitDirectory = gitDirectory
        self.workTree = workTree
        self.indexFile = indexFile
        self.objectDirectory = objectDirectory
        self.alternateObjectDirectories = alternateObjectDirectories
    }

    /// What this process was given.
    package static var current: GitEnvironment {
        GitEnvironment(
            gitDirectory: FileAccess.environment("GIT_DIR"),
            workTree: FileAccess.environment("GIT_WORK_TREE"),
            indexFile: FileAccess.environment("GIT_INDEX_FILE"),
            objectDirectory: FileAccess.environment("GIT_OBJECT_DIRECTORY"),
            alternateObjectDirectories: FileAccess.environment("GIT_ALTERNATE_OBJECT_DIRECTORIES")?
                .split(separator: ":").map(String.init) ?? [])
    }
}
