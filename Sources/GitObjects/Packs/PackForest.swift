import ScanModel

/// How the entries of a pack build on each other: whole objects are the roots, deltas hang below
/// their bases. Entries are named by their rank in the order of offsets.
///
/// 24 bytes an entry. Built in one pass over the heads of the entries; nothing is inflated.
struct PackForest: Sendable {
    /// What an entry hangs below.
    enum Base {
        static let none: Int32 = -1
        static let broken: Int32 = -2
    }

    /// Offsets in ascending order, and behind them the end of the entries.
    private(set) var offsets: [Int]
    /// For each rank the position in the index.
    private(set) var positions: [UInt32]
    private(set) var bases: [Int32]
    private var childStarts: [UInt32]
    private var children: [UInt32]
    /// Ranks whose head cannot be read, whose offset is not the entry's own, or whose base is not
    /// there.
    private(set) var broken: [Int] = []
    /// Whole objects, in the order of their offsets.
    private(set) var roots: [Int] = []
    /// Sum of packed bytes below each rank, itself included; 0 where no root leads.
    private(set) var weights: [Int]

    init(_ pack: PackFile) {
        let count = pack.index.count
        (offsets, positions) = PackForest.sorted(pack)
        bases = [Int32](repeating: Base.none, count: count)
        childStarts = [UInt32](repeating: 0, count: count + 1)
        children = []
        weights = [Int](repeating: 0, count: count)
        var ranksByPosition: [UInt32] = []
        for rank in 0..<count {
            let isOwn = rank == 0 || offsets[rank] != offsets[rank - 1]
            guard isOwn, let entry = pack.entry(at: offsets[rank]) else {
                bases[rank] = Base.broken
                broken.append(rank)
                continue
            }
            var base: Int?
            switch entry.storage {
            case .whole:
                roots.append(rank)
                continue
            case .offsetDelta(let offset):
                base = find(offset: offset, below: rank)
            case .referenceDelta(let id):
                if ranksByPosition.isEmpty {
                    ranksByPosition = [UInt32](repeating: 0, count: count)
                    for (rank, position) in positions.enumerated() {
                        ranksByPosition[Int(position)] = UInt32(rank)
                    }
                }
                base = pack.index.position(of: id).map { Int(ranksByPosition[$0]) }
            }
            guard let base, base != rank else {
                bases[rank] = Base.broken
                broken.append(rank)
                continue
            }
            bases[rank] = Int32(truncatingIfNeeded: base)
            childStarts[base + 1] += 1
        }
        for rank in 0..<count { childStarts[rank + 1] += childStarts[rank] }
        fillChildren()
        orderChildren()
    }

    /// What a sweep may leave out, by rank; empty when it is to visit everything.
    private var omissions: [Omission] = []

    /// What a sweep does not do with an entry.
    private struct Omission: OptionSet {
        let rawValue: UInt8
        /// It is not visited.
        static let known = Omission(rawValue: 1)
        /// Neither it nor what is made from it is visited: it is not even inflated.
        static let branch = Omission(rawValue: 2)
    }

    /// The entries that are deltas to an entry, the heaviest last.
    func children(of rank: Int) -> ArraySlice<UInt32> {
        children[Int(childStarts[rank])..<Int(childStarts[rank + 1])]
    }

    /// The places of an entry's children.
    func childRange(of rank: Int) -> Range<Int> {
        Int(childStarts[rank])..<Int(childStarts[rank + 1])
    }

    /// Where the bytes of an entry end at the latest; others may claim its offset as well.
    func end(of rank: Int) -> Int {
        var next = rank + 1
        while next < bases.count, offsets[next] == offsets[rank] { next += 1 }
        return offsets[next]
    }

    /// The rank of the child at a place.
    func child(at place: Int) -> Int { Int(children[place]) }

    /// Leaves out what is known, and what would be made only for it.
    mutating func omit(where isKnown: (_ position: Int) -> Bool) {
        var omissions = [Omission](repeating: [.known, .branch], count: bases.count)
        for rank in bases.indices where !isKnown(Int(positions[rank])) {
            omissions[rank] = []
            var base = Int(bases[rank])
            while base >= 0, omissions[base].contains(.branch) {
                omissions[base].remove(.branch)
                base = Int(bases[base])
            }
        }
        self.omissions = omissions
    }

    /// Whether a sweep has to make an entry's object.
    func isNeeded(_ rank: Int) -> Bool {
        omissions.isEmpty || !omissions[rank].contains(.branch)
    }

    /// Whether a sweep need not visit an entry's object.
    func isKnown(_ rank: Int) -> Bool {
        !omissions.isEmpty && omissions[rank].contains(.known)
    }

    /// Whether some whole object leads to an entry.
    func isReached(_ rank: Int) -> Bool { weights[rank] > 0 }

    private func find(offset: Int, below limit: Int) -> Int? {
        var low = 0
        var high = limit
        while low < high {
            let middle = low + (high - low) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < limit && offsets[low] == offset ? low : nil
    }

    private mutating func fillChildren() {
        children = [UInt32](repeating: 0, count: Int(childStarts.last ?? 0))
        var next = childStarts
        for (rank, base) in bases.enumerated() where base >= 0 {
            children[Int(next[Int(base)])] = UInt32(rank)
            next[Int(base)] += 1
        }
    }

    /// Weighs what hangs below each entry and puts the heaviest child last: walked so, only some
    /// twenty ancestors wait in memory at a time, since each holds at most half of the one above.
    private mutating func orderChildren() {
        var order = roots
        order.reserveCapacity(bases.count)
        var next = 0
        while next < order.count {
            for child in children(of: order[next]) { order.append(Int(child)) }
            next += 1
        }
        for rank in order.reversed() {
            // At least 1: another entry may claim the same offset.
            weights[rank] += max(1, offsets[rank + 1] - offsets[rank])
            if bases[rank] >= 0 { weights[Int(bases[rank])] += weights[rank] }
        }
        for rank in order {
            let range = Int(childStarts[rank])..<Int(childStarts[rank + 1])
            guard range.count > 1,
                let heaviest = range.max(by: {
                    weights[Int(children[$0])] < weights[Int(children[$1])]
                })
            else { continue }
            children.swapAt(heaviest, range.upperBound - 1)
        }
    }

    /// Offsets and index positions in the order of offsets, by a radix sort of eleven bits a round.
    private static func sorted(_ pack: PackFile) -> ([Int], [UInt32]) {
        let count = pack.index.count
        var keys: [Int] = []
        keys.reserveCapacity(count + 1)
        for position in 0..<count {
            // An offset that the index cannot tell is one that no entry has.
            keys.append(min(pack.index.offset(at: position) ?? .max, pack.endOfEntries))
        }
        var values = (0..<UInt32(count)).map { $0 }
        var sortedKeys = keys
        var sortedValues = values
        var shift = 0
        while pack.endOfEntries >> shift > 0 {
            var starts = [Int](repeating: 0, count: 2049)
            for key in keys { starts[(key >> shift & 2047) + 1] += 1 }
            for digit in 0..<2048 { starts[digit + 1] += starts[digit] }
            for index in 0..<count {
                let digit = keys[index] >> shift & 2047
                sortedKeys[starts[digit]] = keys[index]
                sortedValues[starts[digit]] = values[index]
                starts[digit] += 1
            }
            swap(&keys, &sortedKeys)
            swap(&values, &sortedValues)
            shift += 11
        }
        keys.append(pack.endOfEntries)
        return (keys, values)
    }
}
