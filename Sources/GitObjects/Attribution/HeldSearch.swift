import ScanModel

/// Looks for wanted objects below some roots, in what a sweep recorded.
struct HeldSearch {
    /// How many entries one search may find; several searches share the objects when it takes
    /// more, so that memory stays bounded.
    private static let maxEntries = 3 << 20

    let map: HistoryMap
    /// Trees of the map at the root of commits, and those that refs name, in an order that does
    /// not depend on numbers.
    let roots: [Int]
    /// Whether trees that no root leads to count as roots.
    let includesUnreachable: Bool
    let maxDepth: Int

    /// What one search found.
    struct Found {
        let leaves: WantedLeaves
        let heat: HeatSpread.Result
        let paths: HeldPaths
    }

    /// - Parameter isSmallest: whether the search cannot be divided any more.
    /// - Returns: `nil` when there is more to find than one search may.
    func run(_ leaves: WantedLeaves, isSmallest: Bool) -> Found? {
        guard
            let heat = HeatSpread.run(
                map, leaves, maxDepth: maxDepth,
                maxEntries: isSmallest ? .max : HeldSearch.maxEntries)
        else { return nil }
        var tops = roots.compactMap { heat.number($0) }
        var order = heat.trees.order(from: tops)
        if includesUnreachable {
            tops += unreachedTops(heat, order)
            order = heat.trees.order(from: tops)
        }
        let paths = HeldPaths(
            heat.trees, leafCount: leaves.count, roots: tops, order: order, maxDepth: maxDepth)
        return Found(leaves: leaves, heat: heat, paths: paths)
    }

    /// The trees that nothing leads to, sorted by id; of trees that hold each other, which only
    /// forged ones can, the first.
    private func unreachedTops(_ heat: HeatSpread.Result, _ order: [Int]) -> [Int] {
        var isReached = [Bool](repeating: false, count: heat.trees.count)
        for tree in order { isReached[tree] = true }
        var isNamed = isReached
        for tree in 0..<heat.trees.count where !isReached[tree] {
            for edge in heat.trees.edges(of: tree) {
                if let child = edge.tree { isNamed[child] = true }
            }
        }
        var all: [(id: ObjectID, tree: Int)] = []
        for (tree, number) in heat.numbers.enumerated() where number >= 0 {
            // Another copy of a tree is that tree.
            guard !isReached[Int(number)], map.tree(of: map.id(ofTree: tree)) == tree else {
                continue
            }
            all.append((map.id(ofTree: tree), Int(number)))
        }
        all.sort { $0.id < $1.id }
        var tops = all.map(\.tree).filter { !isNamed[$0] }
        for tree in heat.trees.order(from: tops) { isReached[tree] = true }
        for (_, tree) in all where !isReached[tree] {
            tops.append(tree)
            for below in heat.trees.order(from: [tree]) { isReached[below] = true }
        }
        return tops
    }
}
