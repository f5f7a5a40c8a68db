import ScanModel

/// Walks the entries that lead to wanted blobs to say at which paths they stood.
struct WantedPaths {
    /// At how many paths one tree is followed: bounds trees that hold each other many times over.
    private static let maxPathsPerTree = 64

    private var paths = PathTable()
    private var visited: [Int: [Int32]] = [:]
    private var byGroup: [Int32: Set<Int32>] = [:]

    /// Follows everything below a tree.
    mutating func visit(root: Int, in trees: WantedTrees) {
        var pending = [(tree: root, path: PathTable.root)]
        while let (tree, path) = pending.popLast() {
            var known = visited[tree] ?? []
            if known.contains(path) || known.count >= WantedPaths.maxPathsPerTree { continue }
            known.append(path)
            visited[tree] = known
            for edge in trees.edges(of: tree) {
                let child = trees.name(edge).withUnsafeBytes {
                    paths.child(of: path, named: $0)
                }
                if edge.isTree {
                    pending.append((edge.target, child))
                } else {
                    for group in trees.sets.members(edge.groups) {
                        byGroup[group, default: []].insert(child)
                    }
                }
            }
        }
    }

    /// The paths of a group, sorted, and how many were left out.
    func paths(of group: Int32) -> (listed: [String], omitted: Int) {
        let all = (byGroup[group] ?? []).map { paths.bytes($0) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        let listed = all.prefix(Attribution.maxPaths).map { String(decoding: $0, as: UTF8.self) }
        return (listed, max(0, all.count - Attribution.maxPaths))
    }

    /// The first blob of a group below a tree, in path order, and its path.
    static func first(of group: Int32, below root: Int, in trees: WantedTrees)
        -> (object: ObjectID, path: String)?
    {
        var tree = root
        var path: [UInt8] = []
        // Ends: the edges come from trees that were finished before their parents.
        while true {
            let edges = trees.edges(of: tree).filter { trees.sets.contains($0.groups, group) }
            let named = edges.map { (name: trees.name($0), edge: $0) }
            guard
                let next = named.min(by: { $0.name.lexicographicallyPrecedes($1.name) })
            else { return nil }
            path.append(contentsOf: next.name)
            guard next.edge.isTree else {
                return (
                    trees.wantedID(next.edge.target), String(decoding: path, as: UTF8.self)
                )
            }
            path.append(UInt8(ascii: "/"))
            tree = next.edge.target
        }
    }
}
