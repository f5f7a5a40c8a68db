import ScanModel

/// Every object of a repository by number: the entries of all packs, then the loose objects.
///
/// Numbers run through the packs in the order of their paths. An object that is stored several
/// times has several numbers; the lowest is its own, the others are duplicates.
final class ObjectCatalog: Sendable {
    let packs: [PackFile]
    let looseFolders: [LooseFolder]
    let format: ObjectFormat
    /// How many entries there are, duplicates counted.
    let count: Int
    /// How many different objects there are.
    let objectCount: Int

    /// The loose objects, each with the folder that has it, in the order of their numbers.
    let loose: [(id: ObjectID, folder: Int)]
    /// The first number of each pack, then that of the loose objects.
    let starts: [Int]

    private let bucketShift: UInt64
    /// Where in `order` the ids of each bucket of leading bits start; one more than buckets.
    private let bucketStarts: [UInt32]
    /// The numbers sorted by id; empty when they are sorted already.
    private let order: [UInt32]
    private let duplicates: Set<UInt32>

    init(
        packs: [PackFile], looseFolders: [LooseFolder], loose: [(id: ObjectID, folder: Int)],
        format: ObjectFormat
    ) {
        self.packs = packs
        self.looseFolders = looseFolders
        self.loose = loose
        self.format = format
        var starts: [Int] = []
        var count = 0
        for pack in packs {
            starts.append(count)
            count += pack.index.count
        }
        starts.append(count)
        count += loose.count
        self.starts = starts
        self.count = count

        var bits: UInt64 = 8
        while bits < 22, 1 << (bits + 1) < count { bits += 1 }
        let shift = 64 - bits
        bucketShift = shift
        let numbering = Numbering(packs: packs, loose: loose, starts: starts)
        var fill = [UInt32](repeating: 0, count: (1 << Int(bits)) + 1)
        numbering.forEachLeadingWord { _, word in fill[Int(word >> shift) + 1] += 1 }
        for bucket in 1..<fill.count { fill[bucket] += fill[bucket - 1] }
        bucketStarts = fill
        guard !ObjectCatalog.isAscending(packs, loose) else {
            order = []
            duplicates = []
            objectCount = count
            return
        }
        var sorted = [UInt32](repeating: 0, count: count)
        numbering.forEachLeadingWord { number, word in
            let bucket = Int(word >> shift)
            sorted[Int(fill[bucket])] = UInt32(truncatingIfNeeded: number)
            fill[bucket] += 1
        }
        var repeated: Set<UInt32> = []
        for bucket in 0..<fill.count - 1 {
            let range = Int(bucketStarts[bucket])..<Int(bucketStarts[bucket + 1])
            guard range.count > 1 else { continue }
            sorted[range].sort {
                let left = numbering.rawID(Int($0))
                let right = numbering.rawID(Int($1))
                return left == right ? $0 < $1 : left < right
            }
            for index in range.dropFirst()
            where numbering.rawID(Int(sorted[index])) == numbering.rawID(Int(sorted[index - 1])) {
                repeated.insert(sorted[index])
            }
        }
        order = sorted
        duplicates = repeated
        objectCount = count - repeated.count
    }

    /// The id of an object.
    func id(of number: Int) -> ObjectID {
        if let index = packs.first?.index, number < index.count { return index.id(at: number) }
        return Numbering(packs: packs, loose: loose, starts: starts).rawID(number)
    }

    /// Whether the same object has a lower number.
    func isDuplicate(_ number: Int) -> Bool {
        !duplicates.isEmpty && duplicates.contains(UInt32(truncatingIfNeeded: number))
    }

    /// The number of an object; `nil` when it is not in the repository.
    func number(of id: ObjectID) -> Int? {
        guard id.byteCount == format.idByteCount else { return nil }
        return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { raw in
            id.copyBytes(to: raw)
            return number(ofRawID: UnsafeRawBufferPointer(rebasing: raw[..<id.byteCount]))
        }
    }

    /// The number of an object by its raw id, which is as long as the format's; `nil` when it is
    /// not in the repository.
    func number(ofRawID id: UnsafeRawBufferPointer) -> Int? {
        guard id.count == format.idByteCount, count > 0 else { return nil }
        let bucket = Int(id.bigEndian64(at: 0) >> bucketShift)
        var low = Int(bucketStarts[bucket])
        let end = Int(bucketStarts[bucket + 1])
        var high = end
        if order.isEmpty {
            // One sorted source: the usual case, and asked for millions of times.
            if let index = packs.first?.index {
                while low < high {
                    let middle = low + (high - low) / 2
                    let difference = index.rawID(at: middle).order(to: id)
                    if difference == 0 { return middle }
                    if difference < 0 { low = middle + 1 } else { high = middle }
                }
                return nil
            }
        }
        let wanted = ObjectID(rawID: id)
        let numbering = Numbering(packs: packs, loose: loose, starts: starts)
        while low < high {
            let middle = low + (high - low) / 2
            let found = numbering.rawID(order.isEmpty ? middle : Int(order[middle]))
            if found < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < end else { return nil }
        let number = order.isEmpty ? low : Int(order[low])
        return numbering.rawID(number) == wanted ? number : nil
    }

    /// Whether all ids ascend strictly in the order of their numbers.
    private static func isAscending(
        _ packs: [PackFile], _ loose: [(id: ObjectID, folder: Int)]
    ) -> Bool {
        guard loose.isEmpty || packs.isEmpty, packs.count <= 1 else { return false }
        if let pack = packs.first, pack.index.order() != .ascending { return false }
        return zip(loose, loose.dropFirst()).allSatisfy { $0.id < $1.id }
    }

    /// Finds ids by number, before the catalog stands.
    private struct Numbering {
        let packs: [PackFile]
        let loose: [(id: ObjectID, folder: Int)]
        let starts: [Int]

        func rawID(_ number: Int) -> ObjectID {
            var source = starts.count - 1
            while number < starts[source] { source -= 1 }
            let position = number - starts[source]
            if source == packs.count { return loose[position].id }
            return packs[source].index.id(at: position)
        }

        func forEachLeadingWord(_ body: (Int, UInt64) -> Void) {
            for (source, pack) in packs.enumerated() {
                for position in 0..<pack.index.count {
                    body(
                        starts[source] + position, pack.index.rawID(at: position).bigEndian64(at: 0)
                    )
                }
            }
            for (position, object) in loose.enumerated() {
                body(starts[packs.count] + position, object.id.leadingWord)
            }
        }
    }
}
