import ScanModel

/// The trees that hold wanted blobs, at any depth: for every tree the groups it holds, and for
/// trees that hold any, the entries that lead to them.
///
/// Every tree is read once. Trees without wanted blobs, nearly all, keep one number.
struct WantedTrees {
    /// An entry that is a wanted blob or a tree that leads to one.
    struct Edge {
        /// The name, as a child of the root in `names`.
        let name: Int32
        let isTree: Bool
        /// The tree's number in this structure, or the blob's among the wanted.
        let target: Int
        let groups: Int32
    }

    private enum State {
        static let unknown: Int32 = -1
        static let inProgress: Int32 = -2
    }

    private struct Frame {
        let tree: Int
        var edges: [Edge]
        var groups: Int32
        var subtrees: [(name: Int32, tree: Int)]
    }

    private let reader: any ObjectReader
    private let limits: ScanLimits
    private var trees = ObjectTable()
    private var states: [Int32] = []
    private var edgesByTree: [Int: [Edge]] = [:]
    private var wanted = ObjectTable()
    private var wantedGroups: [Int32] = []
    private(set) var names = PathTable()
    var sets = GroupSets()
    var ledger = NoticeLedger()

    init(_ repository: GitRepository, groups: [[ObjectID]]) {
        reader = repository.reader
        limits = repository.limits
        for (number, group) in groups.enumerated() {
            let set = sets.number([Int32(clamping: number)])
            for id in group {
                let (index, isNew) = wanted.insert(id)
                if isNew {
                    wantedGroups.append(set)
                } else {
                    wantedGroups[index] = sets.union(wantedGroups[index], set)
                }
            }
        }
    }

    func wantedID(_ index: Int) -> ObjectID { wanted.ids[index] }

    func number(ofTree id: ObjectID) -> Int? { trees.find(id) }

    /// The entries of a tree that lead to wanted blobs, in the tree's order.
    func edges(of tree: Int) -> [Edge] { edgesByTree[tree] ?? [] }

    func name(_ edge: Edge) -> [UInt8] { names.bytes(edge.name) }

    /// The groups that a tree holds, read now if they are not known.
    mutating func groups(inTree id: ObjectID, progress: (@Sendable (Int) -> Void)?) -> Int32 {
        let root = insert(id)
        if states[root] >= 0 { return states[root] }
        var stack: [Frame] = []
        push(root, &stack)
        while var frame = stack.popLast() {
            var isSuspended = false
            while let subtree = frame.subtrees.last {
                let state = states[subtree.tree]
                if state == State.unknown {
                    guard stack.count + 1 < limits.maxPathDepth else {
                        noteDepth(subtree.tree)
                        frame.subtrees.removeLast()
                        continue
                    }
                    stack.append(frame)
                    push(subtree.tree, &stack)
                    isSuspended = true
                    break
                }
                frame.subtrees.removeLast()
                // A tree in progress holds itself, which only forged objects can.
                guard state > GroupSets.empty else { continue }
                frame.edges.append(
                    Edge(name: subtree.name, isTree: true, target: subtree.tree, groups: state))
                frame.groups = sets.union(frame.groups, state)
            }
            if isSuspended { continue }
            states[frame.tree] = frame.groups
            if !frame.edges.isEmpty { edgesByTree[frame.tree] = frame.edges }
            if trees.count % 1024 == 0 { progress?(trees.count) }
        }
        return max(states[root], GroupSets.empty)
    }

    private mutating func insert(_ id: ObjectID) -> Int {
        let (index, isNew) = trees.insert(id)
        if isNew { states.append(State.unknown) }
        return index
    }

    private mutating func noteDepth(_ tree: Int) {
        ledger.add(
            GitNotice(
                .pathDepth,
                "Tree \(trees.ids[tree]) is nested deeper than \(limits.maxPathDepth) folders and "
                    + "was not followed.",
                objectID: trees.ids[tree], isIncomplete: true))
    }

    /// Reads a tree: its wanted blobs become edges, its subtrees wait in the frame.
    private mutating func push(_ tree: Int, _ stack: inout [Frame]) {
        states[tree] = State.inProgress
        var frame = Frame(tree: tree, edges: [], groups: GroupSets.empty, subtrees: [])
        let id = trees.ids[tree]
        do throws(GitError) {
            let object = try reader.read(id, maxBytes: limits.maxBlobBytes)
            if object.kind == .tree {
                object.bytes.withUnsafeBytes { read($0, into: &frame) }
            }
        } catch {
            ledger.add(GitNotice(unreadable: error, objectID: id))
        }
        stack.append(frame)
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer, into frame: inout Frame) {
        for entry in TreeEntries(bytes, format: reader.objectFormat) {
            switch entry.kind {
            case .tree:
                let child = insert(entry.id)
                // A tree known to hold nothing wanted, the usual case, costs no name.
                if states[child] == GroupSets.empty { continue }
                let name = names.child(of: PathTable.root, named: entry.name)
                frame.subtrees.append((name, child))
            case .blob, .symbolicLink:
                guard let index = wanted.find(entry.id) else { continue }
                let name = names.child(of: PathTable.root, named: entry.name)
                frame.edges.append(
                    Edge(name: name, isTree: false, target: index, groups: wantedGroups[index]))
                frame.groups = sets.union(frame.groups, wantedGroups[index])
            case .gitlink:
                continue
            }
        }
    }
}
