import ScanModel

/// Finds which trees hold wanted objects, from the pieces that the trees are made of: what is
/// wanted makes entries hot, a tree inherits hot entries with the stretches that it copies, and a
/// tree with a hot entry is hot itself.
struct HeatSpread {
    /// The trees found, and how to find them.
    struct Result {
        let trees: HeldTrees
        /// For each tree of the map its number among the trees found; -1 for none.
        let numbers: [Int32]
        /// Whether folders were nested too deep to be followed.
        let isCutShort: Bool

        /// The number among the trees found of a tree of the map.
        func number(_ tree: Int?) -> Int? {
            guard let tree, numbers[tree] >= 0 else { return nil }
            return Int(numbers[tree])
        }
    }

    private static let cold = UInt16.max

    private let map: HistoryMap
    private let leaves: WantedLeaves
    /// The round in which each tree became hot.
    private var heat: [UInt16]
    /// The round of each tree's last run of hot entries, where it starts and how long it is.
    private var runRounds: [UInt16]
    private var runStarts: [UInt32]
    private var runCounts: [UInt32]
    /// For each tree whether an entry of its own is a tree.
    private let hasSubtrees: [Bool]
    private var runs: [(tree: UInt32, count: UInt32)] = []
    /// Index in the tree, then the number of the novel entry that it is.
    private var entries: [UInt64] = []

    private init(_ map: HistoryMap, _ leaves: WantedLeaves) {
        self.map = map
        self.leaves = leaves
        heat = [UInt16](repeating: HeatSpread.cold, count: map.trees.count)
        runRounds = [UInt16](repeating: HeatSpread.cold, count: map.trees.count)
        runStarts = [UInt32](repeating: 0, count: map.trees.count)
        runCounts = runStarts
        for tree in leaves.trees { heat[tree] = 0 }
        hasSubtrees = (0..<map.trees.count).map { map.trees.hasNovelSubtrees($0) }
    }

    /// - Parameters:
    ///   - maxDepth: how many folders deep what is wanted may lie.
    ///   - maxEntries: how many hot entries may be found.
    /// - Returns: `nil` when there are more.
    static func run(
        _ map: HistoryMap, _ leaves: WantedLeaves, maxDepth: Int, maxEntries: Int
    ) -> Result? {
        var spread = HeatSpread(map, leaves)
        var round: UInt16 = 1
        var isCutShort = false
        while true {
            let newTrees = spread.run(round: round, maxEntries: maxEntries)
            if spread.entries.count > maxEntries { return nil }
            if newTrees == 0 { break }
            guard Int(round) < min(maxDepth, Int(UInt16.max) - 2) else {
                isCutShort = true
                break
            }
            round += 1
        }
        return spread.result(isCutShort: isCutShort)
    }

    /// - Returns: how many trees became hot.
    private mutating func run(round: UInt16, maxEntries: Int) -> Int {
        var newTrees = 0
        let trees = map.trees
        for tree in 0..<trees.count {
            let base = Int(trees.bases[tree])
            let isBaseHot = base >= 0 && runRounds[base] == round
            // Nothing but trees of its own can make it hot behind the first round.
            if round > 1, !isBaseHot, !hasSubtrees[tree] { continue }
            let begin = entries.count
            if begin > maxEntries { break }
            var index: UInt32 = 0
            for segment in trees.segments[trees.segments(of: tree)] {
                if !segment.isCopy {
                    if round > 1, !hasSubtrees[tree] {
                        index &+= segment.count
                        continue
                    }
                    let first = Int(segment.start)
                    for novel in first..<first + Int(segment.count)
                    where isHot(novel, trees, round) {
                        let place = UInt64(index &+ UInt32(truncatingIfNeeded: novel - first))
                        entries.append(place << 32 | UInt64(truncatingIfNeeded: novel))
                    }
                } else if isBaseHot {
                    inherit(segment, from: base, at: index)
                }
                index &+= segment.count
            }
            let count = entries.count - begin
            if count == 0 { continue }
            runRounds[tree] = round
            runStarts[tree] = UInt32(truncatingIfNeeded: begin)
            runCounts[tree] = UInt32(truncatingIfNeeded: count)
            runs.append((UInt32(truncatingIfNeeded: tree), UInt32(truncatingIfNeeded: count)))
            if heat[tree] == HeatSpread.cold {
                heat[tree] = round
                newTrees += 1
            }
        }
        return newTrees
    }

    private mutating func inherit(_ segment: TreeRopes.Segment, from base: Int, at index: UInt32) {
        let start = Int(runStarts[base])
        var low = start
        let end = start + Int(runCounts[base])
        var high = end
        let first = UInt64(segment.start) << 32
        while low < high {
            let middle = low + (high - low) / 2
            if entries[middle] < first { low = middle + 1 } else { high = middle }
        }
        let limit = (UInt64(segment.start) + UInt64(segment.count)) << 32
        while low < end, entries[low] < limit {
            let place = index &+ (UInt32(truncatingIfNeeded: entries[low] >> 32) &- segment.start)
            entries.append(UInt64(place) << 32 | entries[low] & 0xFFFF_FFFF)
            low += 1
        }
    }

    private func isHot(_ novel: Int, _ trees: TreeRopes, _ round: UInt16) -> Bool {
        if trees.kinds[novel] == TreeRopes.Kind.tree,
            let child = map.tree(of: Int(trees.children[novel]))
        {
            return heat[child] == round - 1
        }
        return round == 1 && leaves.leaf(ofEntry: novel, in: map) >= 0
    }

    private func result(isCutShort: Bool) -> Result {
        var numbers = [Int32](repeating: -1, count: map.trees.count)
        var counts = [UInt32](repeating: 0, count: map.trees.count)
        for run in runs { counts[Int(run.tree)] += run.count }
        var starts: [UInt32] = [0]
        var next = [UInt32](repeating: 0, count: map.trees.count)
        for tree in 0..<map.trees.count where heat[tree] != HeatSpread.cold {
            numbers[tree] = Int32(truncatingIfNeeded: starts.count - 1)
            let start = starts[starts.count - 1]
            next[tree] = start
            starts.append(start + counts[tree])
        }
        var sorted = [UInt64](repeating: 0, count: entries.count)
        var position = 0
        for run in runs {
            let tree = Int(run.tree)
            for _ in 0..<run.count {
                sorted[Int(next[tree])] = entries[position]
                next[tree] += 1
                position += 1
            }
        }
        for index in 0..<starts.count - 1 {
            let range = Int(starts[index])..<Int(starts[index + 1])
            if range.count > 1 { sorted[range].sort() }
        }
        let edges = sorted.map { entry -> HeldTrees.Edge in
            let novel = Int(entry & 0xFFFF_FFFF)
            let name = map.trees.names[novel]
            if map.trees.kinds[novel] == TreeRopes.Kind.tree,
                let child = map.tree(of: Int(map.trees.children[novel]))
            {
                return HeldTrees.Edge(name: name, tree: numbers[child])
            }
            return HeldTrees.Edge(name: name, leaf: leaves.leaf(ofEntry: novel, in: map))
        }
        return Result(
            trees: HeldTrees(edgeStarts: starts, edges: edges, names: map.names),
            numbers: numbers, isCutShort: isCutShort)
    }
}
