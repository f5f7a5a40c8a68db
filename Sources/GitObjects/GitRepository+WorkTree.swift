extension GitRepository {
    /// Plans the scan of the work tree: tracked files, and untracked ones that no ignore rule
    /// leaves out. Symbolic links are not followed. Content is not read.
    /// - Parameter starts: paths relative to the top of the work tree; all of it when empty. What
    ///   is named here is taken even when it is ignored.
    /// - Throws: `noWorkTree`; `io` for a starting path that does not exist; as `stagedChanges`
    ///   for the index.
    package func workTreeFiles(below starts: [String] = []) throws(GitError) -> WorkTreePlan {
        guard let top = info.workTree else {
            throw GitError(
                .noWorkTree,
                "The repository \(info.gitDirectory) is bare; `history` reads its objects.")
        }
        var walk = WorkTreeWalk(self, top: top, index: try readIndex())
        return try walk.run(below: starts)
    }
}
