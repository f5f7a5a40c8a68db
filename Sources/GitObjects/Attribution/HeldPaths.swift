/// The paths at which trees and the wanted objects in them stand, below some roots.
struct HeldPaths {
    /// At how many paths one tree is followed: bounds trees that hold each other many times over.
    private static let maxPathsPerTree = 64
    /// How many different paths of one leaf are told apart.
    private static let maxPathsPerLeaf = 4096

    private struct Node {
        let parent: Int32
        let name: UInt32
        let depth: Int32
    }

    /// Paths of numbered things: the first inline, the others, which few things have, aside.
    private struct Places {
        var first: [Int32]
        var others: [Int: Set<Int32>] = [:]

        init(count: Int) { first = [Int32](repeating: -1, count: count) }

        func count(_ thing: Int) -> Int {
            first[thing] < 0 ? 0 : 1 + (others[thing]?.count ?? 0)
        }

        mutating func add(_ path: Int32, to thing: Int, limit: Int) {
            if first[thing] < 0 {
                first[thing] = path
            } else if first[thing] != path, count(thing) < limit {
                others[thing, default: []].insert(path)
            }
        }

        /// The paths in the order of their numbers.
        func paths(_ thing: Int) -> [Int32] {
            guard first[thing] >= 0 else { return [] }
            guard let others = others[thing] else { return [first[thing]] }
            return (Array(others) + [first[thing]]).sorted()
        }
    }

    private let trees: HeldTrees
    private var nodes = [Node(parent: -1, name: 0, depth: 0)]
    private var children: [UInt64: Int32] = [:]
    private var ofTrees: Places
    private var ofLeaves: Places
    /// Whether a tree was nested too deep to be followed.
    private(set) var isCutShort = false

    /// - Parameters:
    ///   - roots: the trees that stand at the root, in an order that does not depend on numbers.
    ///   - order: what they lead to, children before parents.
    init(_ trees: HeldTrees, leafCount: Int, roots: [Int], order: [Int], maxDepth: Int) {
        self.trees = trees
        ofTrees = Places(count: trees.count)
        ofLeaves = Places(count: leafCount)
        for root in roots { ofTrees.add(0, to: root, limit: HeldPaths.maxPathsPerTree) }
        for tree in order.reversed() { descend(tree, maxDepth) }
    }

    /// Whether some root leads to a leaf.
    func isReached(leaf: Int) -> Bool { ofLeaves.first[leaf] >= 0 }
    /// Whether some root leads to a tree.
    func isReached(tree: Int) -> Bool { ofTrees.first[tree] >= 0 }

    /// All paths of a leaf as bytes, sorted.
    func paths(leaf: Int) -> [[UInt8]] { sorted(ofLeaves.paths(leaf)) }
    /// All paths of a tree as bytes, sorted.
    func paths(tree: Int) -> [[UInt8]] { sorted(ofTrees.paths(tree)) }

    /// All paths of some leaves together, sorted, each once.
    func paths(leaves: [Int]) -> [[UInt8]] {
        if leaves.count == 1 { return paths(leaf: leaves[0]) }
        var all: Set<Int32> = []
        for leaf in leaves { all.formUnion(ofLeaves.paths(leaf)) }
        return sorted(Array(all))
    }

    private mutating func descend(_ tree: Int, _ maxDepth: Int) {
        let paths = ofTrees.paths(tree)
        for edge in trees.edges(of: tree) {
            for path in paths {
                guard let child = edge.tree else {
                    // The next version of a tree has nearly all from the one before.
                    if isChild(ofLeaves.first[edge.leaf], path, edge.name) { continue }
                    ofLeaves.add(
                        node(path, edge.name), to: edge.leaf, limit: HeldPaths.maxPathsPerLeaf)
                    continue
                }
                if isChild(ofTrees.first[child], path, edge.name) { continue }
                guard Int(nodes[Int(path)].depth) + 1 < maxDepth else {
                    isCutShort = true
                    continue
                }
                ofTrees.add(
                    node(path, edge.name), to: child, limit: HeldPaths.maxPathsPerTree)
            }
        }
    }

    private func isChild(_ node: Int32, _ parent: Int32, _ name: UInt32) -> Bool {
        node > 0 && nodes[Int(node)].parent == parent && nodes[Int(node)].name == name
    }

    private mutating func node(_ parent: Int32, _ name: UInt32) -> Int32 {
        let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(name)
        if let known = children[key] { return known }
        let number = Int32(clamping: nodes.count)
        nodes.append(
            Node(parent: parent, name: name, depth: nodes[Int(parent)].depth + 1))
        children[key] = number
        return number
    }

    private func sorted(_ numbers: [Int32]) -> [[UInt8]] {
        numbers.map { bytes($0) }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func bytes(_ path: Int32) -> [UInt8] {
        var chain: [UInt32] = []
        var current = path
        while current > 0 {
            chain.append(nodes[Int(current)].name)
            current = nodes[Int(current)].parent
        }
        var result: [UInt8] = []
        for (index, name) in chain.reversed().enumerated() {
            if index > 0 { result.append(UInt8(ascii: "/")) }
            result.append(contentsOf: trees.names.name(name))
        }
        return result
    }
}
