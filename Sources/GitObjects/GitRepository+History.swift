import ScanModel

extension GitRepository {
    /// Plans the scan of the repository's history.
    ///
    /// Commits, tags and trees are read; blobs are only named. `progress` is told now and then
    /// how many objects were read.
    /// - Throws: `badRevision` for a range or ref that names nothing; `io`.
    package func history(
        _ request: HistoryRequest, progress: (@Sendable (Int) -> Void)? = nil
    ) throws(GitError) -> HistoryPlan {
        var selection = try CommitSelection(self, request, progress: progress)
        var walk = HistoryWalk(self)
        var headCount = 0
        if let head = info.headCommit, let node = selection.graph.node(head) {
            let tree = selection.graph.nodes[node].tree
            if selection.isWhole {
                // First of all, so that what is at HEAD is what has been met by then.
                walk.visit(tree: tree, progress: progress)
                headCount = walk.blobCount
            }
        }
        var blobs: [HistoryBlob]
        if selection.isWhole {
            for number in selection.commits {
                walk.visit(tree: selection.graph.nodes[number].tree, progress: progress)
            }
            for tree in selection.trees { walk.visit(tree: tree, progress: progress) }
            for blob in selection.blobs { walk.add(blob: blob, path: nil) }
            if request.includesUnreachable {
                try addUnreachable(&selection, &walk, progress: progress)
            }
            blobs = walk.result(headCount: headCount)
        } else {
            addAdditions(of: &selection, to: &walk, progress: progress)
            blobs = walk.result(headCount: 0)
            markHead(&blobs, &selection, progress: progress)
        }
        var ledger = selection.ledger
        if selection.isWhole { ledger.add(contentsOf: reader.notices) }
        ledger.add(contentsOf: selection.graph.ledger.notices)
        ledger.add(contentsOf: walk.ledger.notices)
        let messages =
            selection.commits.map {
                HistoryMessage(id: selection.graph.nodes[$0].id, kind: .commit)
            } + selection.tags.map { HistoryMessage(id: $0, kind: .tag) }
        return HistoryPlan(
            blobs: blobs, messages: messages, commitCount: selection.commits.count,
            notices: ledger.notices)
    }

    /// The blobs of HEAD's tree; what cannot be read is left out.
    package func headBlobs() -> [HistoryBlob] {
        guard let head = info.headCommit, let commit = try? commitDetails(head) else { return [] }
        var walk = HistoryWalk(self)
        walk.visit(tree: commit.tree, progress: nil)
        return walk.result(headCount: walk.blobCount)
    }

    /// What the selected commits add, compared with all of their parents.
    private func addAdditions(
        of selection: inout CommitSelection, to walk: inout HistoryWalk,
        progress: (@Sendable (Int) -> Void)?
    ) {
        var comparison = TreeComparison(self)
        for (count, number) in selection.commits.enumerated() {
            let parents = selection.graph.parents(of: number)
            let olds = parents.map { Optional(selection.graph.nodes[$0].tree) }
            let new = selection.graph.nodes[number].tree
            let changes = walk.withPaths { paths in
                comparison.changes(
                    new: new, olds: olds, includesDeletions: false, paths: &paths)
            }
            for change in changes {
                guard let entry = change.new else { continue }
                if TreeEntry.Kind(mode: entry.mode) == .gitlink {
                    walk.ledger.add(TreeNotices.submodule(walk.paths.text(change.path)))
                } else {
                    walk.add(blob: entry.id, path: change.path)
                }
            }
            if count % 256 == 255 { progress?(count + 1) }
        }
        walk.ledger.add(contentsOf: comparison.ledger.notices)
    }

    private func markHead(
        _ blobs: inout [HistoryBlob], _ selection: inout CommitSelection,
        progress: (@Sendable (Int) -> Void)?
    ) {
        guard let head = info.headCommit, let node = selection.graph.node(head) else { return }
        var headWalk = HistoryWalk(self)
        headWalk.visit(tree: selection.graph.nodes[node].tree, progress: progress)
        blobs = blobs.map {
            HistoryBlob(id: $0.id, paths: $0.paths, isAtHead: headWalk.hasBlob($0.id))
        }
    }

    /// Everything in the database that no ref, HEAD or reflog reaches.
    private func addUnreachable(
        _ selection: inout CommitSelection, _ walk: inout HistoryWalk,
        progress: (@Sendable (Int) -> Void)?
    ) throws(GitError) {
        var trees: [ObjectID] = []
        var blobs: [ObjectID] = []
        for id in try reader.allObjectIDs() {
            if walk.hasBlob(id) || walk.hasTree(id) || selection.graph.known(id) != nil { continue }
            do throws(GitError) {
                switch try reader.header(id).kind {
                case .commit: selection.addUnreachable(commit: id)
                case .tag: selection.add(tag: id)
                case .tree: trees.append(id)
                case .blob: blobs.append(id)
                }
            } catch {
                walk.ledger.add(GitNotice(unreadable: error, objectID: id))
            }
        }
        // Commits first: their trees give the rest its paths.
        let known = selection.commits.count
        selection.takeAll(progress: progress)
        for number in selection.commits.dropFirst(known) {
            walk.visit(tree: selection.graph.nodes[number].tree, progress: progress)
        }
        for tree in selection.trees + trees where !walk.hasTree(tree) {
            walk.visit(tree: tree, progress: progress)
        }
        for blob in selection.blobs + blobs { walk.add(blob: blob, path: nil) }
    }
}
