import ScanModel

extension GitRepository {
    /// Compares the index (the one `GIT_INDEX_FILE` names, if any) with HEAD's tree; the work
    /// tree is never read. A missing index is an empty one.
    /// - Throws: `unsupportedIndex`, `corruptIndex`, `io`; `missingObject` or `corruptObject` when
    ///   HEAD's commit cannot be read.
    package func stagedChanges() throws(GitError) -> StagedPlan {
        let index = try readIndex()
        let tree: ObjectID? =
            if let head = info.headCommit { try commitDetails(head).tree } else { nil }
        if case .broken = info.head {
            throw GitError(
                .badRevision,
                "HEAD of \(info.gitDirectory) names no commit; `git fsck` and `git switch` mend it."
            )
        }
        var comparison = IndexComparison(self, index)
        comparison.compare(with: tree)
        return StagedPlan(
            changedPaths: comparison.changes.sorted(), notices: comparison.ledger.notices)
    }

    /// The index file in force.
    var indexPath: String {
        guard let file = environment.indexFile else { return info.gitDirectory + "index" }
        // Git enters the top of the work tree before it opens a relative one.
        return file.hasPrefix("/") ? file : (info.workTree ?? info.gitDirectory) + file
    }

    /// Reads and parses the index in force.
    func readIndex() throws(GitError) -> IndexFile {
        switch FileAccess.read(indexPath, maxBytes: 1 << 31) {
        case .absent: return .empty
        case .failed(let reason):
            throw GitError(.io, "The index \(indexPath) cannot be read: \(reason).")
        case .bytes(let bytes):
            return try IndexFile(bytes, path: indexPath, format: reader.objectFormat)
        }
    }
}
