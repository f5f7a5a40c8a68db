import ScanModel

/// Trees that the next comparison will likely ask for again, within a bound on memory.
struct TreeCache {
    private static let maxCost = 64 << 20

    private var trees: [ObjectID: SortedTree] = [:]
    private var cost = 0

    subscript(id: ObjectID) -> SortedTree? {
        get { trees[id] }
        set {
            guard let newValue, newValue.cost <= TreeCache.maxCost / 4 else { return }
            // Emptied as a whole: what is still wanted is back after one read each.
            if cost + newValue.cost > TreeCache.maxCost {
                trees.removeAll()
                cost = 0
            }
            trees[id] = newValue
            cost += newValue.cost
        }
    }
}
