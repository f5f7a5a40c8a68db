import ScanModel

extension CommitGraph {
    /// What one side has that the other has not, and where they met.
    struct Difference {
        /// Commits reachable from the heads and not from the bases, parents first.
        let commits: [Int]
        /// Best common ancestors, newest first.
        let mergeBases: [Int]
        /// Whether a shallow boundary cut the heads' own side short.
        let isCutShort: Bool
    }

    /// Paints both sides' ancestors, newest first, until only common ones are left.
    ///
    /// - Source: git's `paint_down_to_common`. Dates may lie, so after the paint meets, common
    ///   ancestry is carried on as long as it can still reach a commit of the heads' own side:
    ///   an error there would only take a commit of the base for one of the head.
    mutating func difference(bases: [Int], heads: [Int], progress: (@Sendable (Int) -> Void)?)
        -> Difference
    {
        let headSide: UInt8 = 1
        let baseSide: UInt8 = 2
        let stale: UInt8 = 4
        let both = headSide | baseSide
        var paint: [Int: UInt8] = [:]
        var candidates: [Int] = []
        var queue = PriorityQueue<(seconds: Int64, id: ObjectID, number: Int)> {
            ($0.seconds, $0.id) > ($1.seconds, $1.id)
        }
        var freshCount = 0
        var oldestOwnSide = Int64.max
        var isSkewed = false
        var popped = 0

        for (numbers, colour) in [(bases, baseSide), (heads, headSide)] {
            for number in numbers where paint[number, default: 0] & colour == 0 {
                paint[number, default: 0] |= colour
                queue.push((nodes[number].seconds, nodes[number].id, number))
                freshCount += 1
            }
        }
        // `freshCount` counts queue entries that were not stale when pushed.
        var freshInQueue: [Int: Int] = [:]
        for number in bases + heads { freshInQueue[number, default: 0] += 1 }
        while let top = queue.first {
            if freshCount <= 0, !isSkewed, top.seconds < oldestOwnSide { break }
            _ = queue.pop()
            popped += 1
            if popped % 1024 == 0 { progress?(popped) }
            let number = top.number
            if let fresh = freshInQueue[number], fresh > 0 {
                freshInQueue[number] = fresh - 1
                freshCount -= 1
            }
            var flags = paint[number, default: 0]
            if flags & both == both {
                if flags & stale == 0, !candidates.contains(number) { candidates.append(number) }
                flags |= stale
            } else {
                oldestOwnSide = min(oldestOwnSide, nodes[number].seconds)
            }
            for parent in parents(of: number) {
                if nodes[parent].seconds > nodes[number].seconds { isSkewed = true }
                let old = paint[parent, default: 0]
                if old & flags == flags { continue }
                paint[parent] = old | flags
                queue.push((nodes[parent].seconds, nodes[parent].id, parent))
                if (old | flags) & stale == 0 {
                    freshInQueue[parent, default: 0] += 1
                    freshCount += 1
                }
            }
        }
        let own = paint.filter { $0.value & both == headSide }.map(\.key).sorted()
        let mergeBases = candidates.filter { paint[$0, default: 0] & stale == 0 }
            .sorted { isEarlier($1, $0) }
        return Difference(
            commits: topologicalOrder(own), mergeBases: mergeBases,
            isCutShort: own.contains { nodes[$0].isShallowBoundary })
    }
}
