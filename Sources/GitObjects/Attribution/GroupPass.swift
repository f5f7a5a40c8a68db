import ScanModel

/// Walks all commits once for up to `GroupMask.width` groups of objects.
struct GroupPass {
    /// What the walk has learnt of one group.
    struct Story {
        var life = GroupLife()
        /// Position of the last commit whose tree holds it.
        var lastHeld: Int?
        var isAtHead = false
        /// Whether a ref, HEAD, reflog or the stash leads to it.
        var isHeldByTip = false
        /// The first refs that lead to it, by name.
        var refs: [String] = []
        var refCount = 0
    }

    private(set) var stories: [Story]
    /// For each tree found the groups below it.
    private let treeMasks: [GroupMask]
    private let leafMasks: [GroupMask]
    private let history: RefHistory
    /// For each commit its tree among those found; -1 for none.
    private let roots: [Int32]
    private let groupsOfObject: [ObjectID: GroupMask]

    /// - Parameters:
    ///   - order: the trees found, children before parents.
    ///   - leafMasks: the groups of each leaf.
    ///   - namedTrees: trees found that refs or tags name.
    ///   - groups: the objects of each group, for those that are commits, tags or named by refs.
    init(
        _ trees: HeldTrees, order: [Int], leafMasks: [GroupMask], history: RefHistory,
        roots: [Int32], namedTrees: [ObjectID: Int], groups: ArraySlice<[ObjectID]>
    ) {
        self.leafMasks = leafMasks
        self.history = history
        self.roots = roots
        stories = [Story](repeating: Story(), count: groups.count)
        var masks = [GroupMask](repeating: .empty, count: trees.count)
        for tree in order {
            var mask = GroupMask.empty
            for edge in trees.edges(of: tree) {
                mask.formUnion(edge.tree.map { masks[$0] } ?? leafMasks[edge.leaf])
            }
            masks[tree] = mask
        }
        treeMasks = masks
        var groupsOfObject: [ObjectID: GroupMask] = [:]
        for (group, ids) in groups.enumerated() {
            for id in ids { groupsOfObject[id, default: .empty].formUnion(GroupMask(group)) }
        }
        for (id, tree) in namedTrees {
            groupsOfObject[id, default: .empty].formUnion(treeMasks[tree])
        }
        self.groupsOfObject = groupsOfObject
        walk()
    }

    /// The groups that a commit's tree holds.
    func groups(inCommit commit: Int) -> GroupMask {
        roots[commit] < 0 ? .empty : treeMasks[Int(roots[commit])]
    }

    private mutating func walk() {
        let order = history.order
        var reaching = [GroupMask](repeating: .empty, count: order.count)
        holdMessages(&reaching)
        var heldByTip = GroupMask.empty
        for (position, commit) in order.enumerated() {
            let here = groups(inCommit: commit)
            if history.isReachedByTip[commit] { heldByTip.formUnion(here) }
            let parents = history.graph.nodes[commit].parents
            var before = GroupMask.empty
            var everywhere: GroupMask?
            var inherited = reaching[commit]
            for parent in parents {
                let mask = groups(inCommit: parent)
                before.formUnion(mask)
                everywhere = everywhere?.intersection(mask) ?? mask
                inherited.formUnion(reaching[parent])
            }
            let introduced = here.subtracting(before)
            inherited.formUnion(introduced)
            reaching[commit] = inherited
            guard history.isSelected(commit) else { continue }
            introduced.forEach { stories[$0].life.introduces(at: position) }
            before.subtracting(here).forEach { group in
                stories[group].life.removes(
                    at: position,
                    isFromAllParents: everywhere?.contains(group) ?? true,
                    isReachedByHead: history.isReachedByHead[commit])
            }
        }
        var isHeld = GroupMask.empty
        for (position, commit) in order.enumerated().reversed()
        where history.isSelected(commit) {
            let last = groups(inCommit: commit).subtracting(isHeld)
            if last.isEmpty { continue }
            last.forEach { stories[$0].lastHeld = position }
            isHeld.formUnion(last)
        }
        if let head = history.head {
            groups(inCommit: head).forEach { stories[$0].isAtHead = true }
        }
        heldByTip.forEach { stories[$0].isHeldByTip = true }
        for id in history.namedObjects {
            groupsOfObject[id]?.forEach { stories[$0].isHeldByTip = true }
        }
        nameRefs(reaching)
    }

    /// Commits that are members of groups themselves.
    private mutating func holdMessages(_ reaching: inout [GroupMask]) {
        var messages: [(position: Int, commit: Int, groups: GroupMask)] = []
        var positions: [Int: Int] = [:]
        for (id, mask) in groupsOfObject {
            guard let commit = history.graph.known(id) else { continue }
            messages.append((0, commit, mask))
            positions[commit] = 0
        }
        if messages.isEmpty { return }
        for (position, commit) in history.order.enumerated() where positions[commit] != nil {
            positions[commit] = position
        }
        for index in messages.indices {
            messages[index].position = positions[messages[index].commit] ?? 0
        }
        messages.sort { $0.position < $1.position }
        for message in messages {
            reaching[message.commit].formUnion(message.groups)
            message.groups.forEach { group in
                if history.isReachedByTip[message.commit] { stories[group].isHeldByTip = true }
                guard history.isSelected(message.commit) else { return }
                stories[group].life.holds(
                    message: history.graph.nodes[message.commit].id, at: message.position,
                    isAtHead: history.isReachedByHead[message.commit])
            }
        }
    }

    private mutating func nameRefs(_ reaching: [GroupMask]) {
        for ref in history.refs {
            var mask = ref.commit.map { reaching[$0] } ?? .empty
            for tag in ref.tags { mask.formUnion(groupsOfObject[tag] ?? .empty) }
            if let other = ref.other { mask.formUnion(groupsOfObject[other] ?? .empty) }
            mask.forEach { group in
                stories[group].refCount += 1
                if stories[group].refs.count < Attribution.maxRefs {
                    stories[group].refs.append(ref.name)
                }
            }
        }
    }

    /// The first object of a group below a tree, by names, and its path.
    func first(of group: Int, below root: Int, in trees: HeldTrees) -> (leaf: Int, path: String)? {
        guard treeMasks[root].contains(group) else { return nil }
        var tree = root
        var path: [UInt8] = []
        // Ends, for trees get their masks from trees finished before; forged rings do not count.
        for _ in 0..<trees.count {
            let edges = trees.edges(of: tree).filter { edge in
                (edge.tree.map { treeMasks[$0] } ?? leafMasks[edge.leaf]).contains(group)
            }
            let next = edges.min {
                trees.names.name($0.name).lexicographicallyPrecedes(trees.names.name($1.name))
            }
            guard let next else { return nil }
            path.append(contentsOf: trees.names.name(next.name))
            guard let child = next.tree else {
                return (next.leaf, String(decoding: path, as: UTF8.self))
            }
            path.append(UInt8(ascii: "/"))
            tree = child
        }
        return nil
    }
}
