import ScanModel

/// The objects that a search through trees looks for, by numbers of their own.
struct WantedLeaves {
    /// Trees that are looked for themselves.
    private(set) var trees: [Int] = []
    /// How many leaves there are.
    private(set) var count = 0
    /// By the object's number; -1 for none. Entries of any kind that name it count.
    private var leaves: [Int32]
    /// By an object's number and whether the entry says that it is a tree.
    private var mismatches: [UInt64: Int32] = [:]
    private var gitlink: Int32 = -1

    init(_ map: HistoryMap) {
        leaves = [Int32](repeating: -1, count: map.catalog.count + map.missing.count)
    }

    /// Looks for an object, a blob as a rule.
    mutating func add(_ number: Int) -> Int {
        if leaves[number] >= 0 { return Int(leaves[number]) }
        leaves[number] = take()
        return count - 1
    }

    /// The leaf of an object that is looked for.
    func leaf(of number: Int) -> Int? { leaves[number] < 0 ? nil : Int(leaves[number]) }

    /// Looks for a tree.
    mutating func add(tree: Int) { trees.append(tree) }

    /// Looks for gitlinks, all as one leaf.
    mutating func addGitlinks() -> Int {
        gitlink = take()
        return count - 1
    }

    /// Looks for entries of a kind that name an object which is of another.
    mutating func add(mismatch number: Int, isTree: Bool) -> Int {
        let key = WantedLeaves.key(number, isTree)
        if let known = mismatches[key] { return Int(known) }
        mismatches[key] = take()
        return count - 1
    }

    /// The leaf that a novel entry is, which is no readable tree; -1 for none.
    func leaf(ofEntry novel: Int, in map: HistoryMap) -> Int32 {
        let kind = map.trees.kinds[novel]
        if kind == TreeRopes.Kind.gitlink { return gitlink }
        let child = Int(map.trees.children[novel])
        if !mismatches.isEmpty,
            let leaf = mismatches[WantedLeaves.key(child, kind == TreeRopes.Kind.tree)]
        {
            return leaf
        }
        // A readable blob is not there for an entry that says it is a tree.
        if kind == TreeRopes.Kind.tree, child < map.catalog.count, map.failures[child] == nil {
            return -1
        }
        return leaves[child]
    }

    private mutating func take() -> Int32 {
        count += 1
        return Int32(truncatingIfNeeded: count - 1)
    }

    private static func key(_ number: Int, _ isTree: Bool) -> UInt64 {
        UInt64(truncatingIfNeeded: number) << 1 | (isTree ? 1 : 0)
    }
}
