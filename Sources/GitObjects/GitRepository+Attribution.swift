package import ScanModel

extension GitRepository {
    /// Says for each group of blobs (or commits and tags) that hold the same secret where it came
    /// from and went. Reads every tree of the request's commits once: call it for findings only.
    ///
    /// What could not be read was named by `history` already.
    /// - Throws: as `history`.
    package func attribute(
        groups: [[ObjectID]], request: HistoryRequest,
        progress: (@Sendable (Int) -> Void)? = nil
    ) throws(GitError) -> [Attribution] {
        if groups.isEmpty { return [] }
        var selection = try CommitSelection(self, request, progress: progress)
        if request.includesUnreachable {
            for id in try reader.allObjectIDs() where selection.graph.known(id) == nil {
                if (try? reader.header(id))?.kind == .commit {
                    selection.addUnreachable(commit: id)
                }
            }
            selection.takeAll(progress: progress)
        }
        var trees = WantedTrees(self, groups: groups)
        var lives = [GroupLife](repeating: GroupLife(), count: groups.count)
        let order = selection.graph.topologicalOrder(selection.commits)
        let head = info.headCommit.flatMap { selection.graph.node($0) }
        let isReachedByHead = selection.graph.reachable(from: head.map { [$0] } ?? [])

        var groupsOfMessage: [ObjectID: [Int]] = [:]
        for (number, group) in groups.enumerated() {
            for id in group { groupsOfMessage[id, default: []].append(number) }
        }
        for (position, number) in order.enumerated() {
            let node = selection.graph.nodes[number]
            for group in groupsOfMessage[node.id] ?? [] {
                lives[group].holds(
                    message: node.id, at: position, isAtHead: isReachedByHead[number])
            }
            let here = trees.groups(inTree: node.tree, progress: progress)
            let parents = selection.graph.parents(of: number).map {
                let tree = selection.graph.nodes[$0].tree
                return trees.groups(inTree: tree, progress: progress)
            }
            let before = parents.reduce(GroupSets.empty) { trees.sets.union($0, $1) }
            for group in trees.sets.difference(here, before) {
                lives[Int(group)].introduces(at: position)
            }
            if selection.isWhole == false {
                for group in trees.sets.members(here) { lives[Int(group)].stands(at: position) }
            }
            for group in trees.sets.difference(before, here) {
                let isFromAll = parents.allSatisfy { trees.sets.contains($0, group) }
                lives[Int(group)].removes(
                    at: position, isFromAllParents: isFromAll,
                    isReachedByHead: number < isReachedByHead.count && isReachedByHead[number])
            }
        }
        for tree in selection.trees { _ = trees.groups(inTree: tree, progress: progress) }
        let headGroups =
            head.map {
                trees.groups(inTree: selection.graph.nodes[$0].tree, progress: progress)
            } ?? GroupSets.empty

        var paths = WantedPaths()
        for number in order {
            if let root = trees.number(ofTree: selection.graph.nodes[number].tree) {
                paths.visit(root: root, in: trees)
            }
        }
        for tree in selection.trees {
            if let root = trees.number(ofTree: tree) { paths.visit(root: root, in: trees) }
        }
        return groups.indices.map { group in
            attribution(
                of: group, ids: groups[group], life: lives[group], order: order,
                graph: selection.graph, trees: trees, paths: paths, headGroups: headGroups)
        }
    }

    private func attribution(
        of group: Int, ids: [ObjectID], life: GroupLife, order: [Int], graph: CommitGraph,
        trees: WantedTrees, paths: WantedPaths, headGroups: Int32
    ) -> Attribution {
        let number = Int32(clamping: group)
        let (listed, omitted) = paths.paths(of: number)
        let isAtHead = trees.sets.contains(headGroups, number) || life.isMessageAtHead
        var introduced: ObjectID?
        var kind: ObjectKind?
        var primary: (object: ObjectID, path: String?)?
        if let position = life.introduction {
            let node = graph.nodes[order[position]]
            introduced = node.id
            kind = .commit
            if let root = trees.number(ofTree: node.tree),
                let first = WantedPaths.first(of: number, below: root, in: trees)
            {
                primary = (first.object, first.path)
            } else if let message = life.message {
                primary = (message, nil)
            }
        } else if let tag = ids.sorted().first(where: { (try? reader.header($0))?.kind == .tag }) {
            introduced = tag
            kind = .tag
            primary = (tag, nil)
        }
        return Attribution(
            introduced: introduced, introducedKind: kind,
            removed: isAtHead ? nil : life.removal.map { graph.nodes[order[$0]].id },
            isAtHead: isAtHead, paths: listed, omittedPathCount: omitted,
            primaryObject: primary?.object ?? ids.min(), primaryPath: primary?.path)
    }
}
