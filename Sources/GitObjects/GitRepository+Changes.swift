extension GitRepository {
    /// Plans the judgement of what merging `head` into `base` would bring (`BASE...HEAD`).
    /// - Throws: `badRevision`; `noMergeBase`; `shallow` when a shallow clone hides the merge
    ///   base; `missingObject` or `corruptObject` when a named commit cannot be read.
    package func changes(
        base: String, head: String, progress: (@Sendable (Int) -> Void)? = nil
    ) throws(GitError) -> ChangePlan {
        let baseID = try resolveCommit(base)
        let headID = try resolveCommit(head)
        var graph = CommitGraph(self)
        guard let baseNode = graph.node(baseID), let headNode = graph.node(headID) else {
            _ = try commitDetails(baseID)
            _ = try commitDetails(headID)
            throw GitError(.corruptObject, "The commits \(base) and \(head) cannot be read.")
        }
        let difference = graph.difference(
            bases: [baseNode], heads: [headNode], progress: progress)
        guard !difference.mergeBases.isEmpty else {
            throw withoutMergeBase(base, head, graph)
        }
        var ledger = NoticeLedger()
        if difference.isCutShort {
            ledger.add(
                GitNotice(
                    .shallow,
                    "The shallow clone cuts the history of \(head) short; commits before its "
                        + "boundary were not read. `git fetch --unshallow` brings them.",
                    isIncomplete: true))
        }

        var paths = PathTable()
        var comparison = TreeComparison(self)
        var commits: [ChangePlan.Commit] = []
        for (count, number) in difference.commits.enumerated() {
            let parents = graph.parents(of: number).map { Optional(graph.nodes[$0].tree) }
            let changes = comparison.changes(
                new: graph.nodes[number].tree, olds: parents, includesDeletions: false,
                paths: &paths)
            var added: [ChangePlan.Addition] = []
            for change in changes {
                guard let entry = change.new else { continue }
                let path = paths.text(change.path)
                if TreeEntry.Kind(mode: entry.mode) == .gitlink {
                    ledger.add(TreeNotices.submodule(path))
                } else {
                    added.append(ChangePlan.Addition(blob: entry.id, path: path))
                }
            }
            added.sort { ($0.path, $0.blob) < ($1.path, $1.blob) }
            commits.append(ChangePlan.Commit(id: graph.nodes[number].id, added: added))
            if count % 256 == 255 { progress?(count + 1) }
        }

        let between = comparison.changes(
            new: graph.nodes[headNode].tree,
            olds: difference.mergeBases.map { Optional(graph.nodes[$0].tree) },
            includesDeletions: true, paths: &paths)
        var changed = ChangedPaths()
        for change in between {
            changed.add(path: paths.bytes(change.path), base: change.old, head: change.new)
        }
        ledger.add(contentsOf: graph.ledger.notices)
        ledger.add(contentsOf: comparison.ledger.notices)
        ledger.add(contentsOf: changed.ledger.notices)
        return ChangePlan(
            base: baseID, head: headID,
            mergeBases: difference.mergeBases.map { graph.nodes[$0].id }, commits: commits,
            changedPaths: changed.sorted(), notices: ledger.notices)
    }

    private func withoutMergeBase(_ base: String, _ head: String, _ graph: CommitGraph) -> GitError
    {
        if let lost = graph.ledger.notices.first(where: { $0.isIncomplete }) {
            return GitError(
                .missingObject,
                "No merge base of \(base) and \(head) can be found, for a commit on the way "
                    + "cannot be read: \(lost.message)", objectID: lost.objectID)
        }
        if graph.nodes.contains(where: \.isShallowBoundary) {
            return GitError(
                .shallow,
                "The merge base of \(base) and \(head) lies behind the boundary of this shallow "
                    + "clone; run `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0`; "
                    + "in GitLab CI: `GIT_DEPTH: 0`) and try again.")
        }
        return GitError(
            .noMergeBase,
            "\(base) and \(head) have no common ancestor; compare revisions of one history, or "
                + "scan the whole of \(head) with `history --ref`.")
    }
}
