import ScanModel

/// Walks families of a pack, each a whole object and all that is made from it, depth first.
///
/// Each object is inflated once, unless ancestors that wait take more than the budget: then the
/// oldest is dropped and made anew when it is needed. Belongs to one thread.
final class FamilyWalk {
    private let worker: any SweepWorker
    private(set) var ledger = ObjectLedger()
    private(set) var failures: [(number: Int, error: GitError)] = []

    private let catalog: ObjectCatalog
    private let limits: SweepLimits
    private let share: SweepShare
    private let inflater: Inflater
    private var stack: [Frame] = []
    private var waitingByteCount = 0
    /// Bytes that were inflated and copied so far.
    private var madeByteCount = 0
    private let packedByteCount: Int
    /// No frame below this one holds its object.
    private var firstHeld = 0
    private var delta = ByteRoom()
    private var copies: [CopiedRange] = []

    /// An object of which some deltas are still to come.
    private struct Frame {
        let rank: Int
        let kind: ObjectKind
        /// The object; `nil` when the budget took it away.
        var object: ObjectBuffer?
        let memo: AnyObject?
        /// The next of its children, by place in the forest.
        var next: Int
        /// The end of its children that this thread walks.
        var end: Int
    }

    init(
        catalog: ObjectCatalog, limits: SweepLimits, share: SweepShare, worker: any SweepWorker
    ) throws(GitError) {
        self.catalog = catalog
        self.limits = limits
        self.share = share
        self.worker = worker
        packedByteCount = catalog.packs.reduce(0) { $0 + $1.endOfEntries }
        inflater = try Inflater()
    }

    /// Walks the family of a root.
    func walk(root: Int, of forest: PackForest, in source: Int) {
        let pack = catalog.packs[source]
        guard let entry = pack.entry(at: forest.offsets[root]),
            case .whole(let kind) = entry.storage
        else { return fail(root, forest, source, "its head cannot be read") }
        guard let object = inflateWhole(entry, root, forest, source) else {
            return failFamily(below: root, forest, source)
        }
        let memo = visit(root, forest, source, kind, object, base: nil)
        push(root, forest, kind, object, memo)
        walkStack(forest, source)
    }

    /// Walks a branch that another thread left.
    func walk(_ branch: SweepShare.Branch, of forest: PackForest) {
        descend(
            to: branch.rank, from: branch.base, branch.memo, branch.kind, forest, branch.source
        ) {}
        walkStack(forest, branch.source)
    }

    private func walkStack(_ forest: PackForest, _ source: Int) {
        while let frame = stack.last {
            guard frame.next < frame.end else {
                pop()
                continue
            }
            if share.wantsBranch { giveBranch(forest, source) }
            stack[stack.count - 1].next += 1
            let child = forest.child(at: frame.next)
            guard forest.isNeeded(child) else { continue }
            guard let base = object(of: stack.count - 1, forest, source) else {
                failFamily(below: child, forest, source)
                fail(child, forest, source, "the object it builds on cannot be made again")
                continue
            }
            let isLast = frame.next + 1 == stack[stack.count - 1].end
            descend(to: child, from: base, frame.memo, frame.kind, forest, source) {
                if isLast { pop() }
            }
        }
    }

    /// Makes an object from its base, visits it and lets it wait for what is made from it.
    /// - Parameter leaveBase: called when the base is not needed any more for this object.
    private func descend(
        to rank: Int, from base: ObjectBuffer, _ memo: AnyObject?, _ kind: ObjectKind,
        _ forest: PackForest, _ source: Int, leaveBase: () -> Void
    ) {
        guard let target = apply(rank, to: base.bytes, forest, source) else {
            failFamily(below: rank, forest, source)
            return leaveBase()
        }
        let kept = visit(rank, forest, source, kind, target, base: (base.bytes, memo))
        leaveBase()
        push(rank, forest, kind, target, kept)
    }

    /// Leaves the heaviest branch of the oldest ancestor to a thread that has nothing to do.
    private func giveBranch(_ forest: PackForest, _ source: Int) {
        for index in stack.indices {
            let frame = stack[index]
            // One branch at the top is this thread's own.
            guard let object = frame.object,
                frame.end - frame.next > (index == stack.count - 1 ? 1 : 0)
            else { continue }
            let child = forest.child(at: frame.end - 1)
            guard forest.weights[child] >= FamilyWalk.minBranchWeight else { continue }
            stack[index].end -= 1
            share.give(
                SweepShare.Branch(
                    source: source, rank: child, kind: frame.kind, base: object,
                    memo: frame.memo.flatMap { worker.shared($0) }))
            return
        }
    }

    /// Packed bytes below which a branch is not worth another thread's start.
    private static let minBranchWeight = 16 << 10

    /// Visits an object that is stored by itself.
    func visitLoose(_ object: StoredObject, number: Int) {
        object.bytes.withUnsafeBytes { bytes in
            if !catalog.isDuplicate(number) {
                ledger.add(object.kind, byteCount: bytes.count)
                _ = worker.visit(
                    SweptObject(
                        number: number, kind: object.kind, bytes: bytes, delta: nil,
                        isBase: false),
                    base: nil)
            }
        }
    }

    /// Reads a loose object; `nil` when it is gone.
    func readLoose(
        _ id: ObjectID, in folder: LooseFolder
    ) throws(GitError) -> StoredObject? {
        try folder.read(id, maxBytes: limits.maxObjectBytes, inflater: inflater)
    }

    /// Notes that an object was not visited.
    func fail(number: Int, _ error: GitError) { failures.append((number, error)) }

    private func push(
        _ rank: Int, _ forest: PackForest, _ kind: ObjectKind,
        _ object: ObjectBuffer, _ memo: AnyObject?
    ) {
        let children = forest.childRange(of: rank)
        guard !children.isEmpty else { return }
        stack.append(
            Frame(
                rank: rank, kind: kind, object: object, memo: memo, next: children.lowerBound,
                end: children.upperBound))
        waitingByteCount += object.count
        dropOldest()
    }

    /// Drops the oldest objects until the rest fits the budget; never the last.
    private func dropOldest() {
        while waitingByteCount > limits.maxWaitingBytes, firstHeld < stack.count - 1 {
            drop(firstHeld)
            firstHeld += 1
        }
    }

    private func pop() {
        drop(stack.count - 1)
        stack.removeLast()
        firstHeld = min(firstHeld, stack.count)
    }

    private func drop(_ index: Int) {
        guard let object = stack[index].object else { return }
        waitingByteCount -= object.count
        stack[index].object = nil
    }

    /// Shows an object to the worker, unless that knows it; `copies` says how it was made.
    private func visit(
        _ rank: Int, _ forest: PackForest, _ source: Int, _ kind: ObjectKind,
        _ object: ObjectBuffer, base: (bytes: UnsafeRawBufferPointer, memo: AnyObject?)?
    ) -> AnyObject? {
        ledger.storedBytes += forest.offsets[rank + 1] - forest.offsets[rank]
        guard !forest.isKnown(rank) else { return nil }
        let number = number(rank, forest, source)
        if !catalog.isDuplicate(number) { ledger.add(kind, byteCount: object.count) }
        // A duplicate may be the base of objects that are none, so it gets its memo too. Without
        // a memo of the base the delta says nothing.
        let delta = base.flatMap { base in
            base.memo.map { _ in SweptObject.Delta(base: base.bytes, copies: copies) }
        }
        return worker.visit(
            SweptObject(
                number: number, kind: kind, bytes: object.bytes, delta: delta,
                isBase: !forest.childRange(of: rank).isEmpty), base: base?.memo)
    }

    /// A waiting object, made again when the budget took it away.
    private func object(
        of index: Int, _ forest: PackForest, _ source: Int
    ) -> ObjectBuffer? {
        if let object = stack[index].object { return object }
        var chain: [Int] = []
        var rank = stack[index].rank
        while rank >= 0 {
            chain.append(rank)
            rank = Int(forest.bases[rank])
        }
        guard let root = chain.popLast(),
            let entry = catalog.packs[source].entry(at: forest.offsets[root]),
            var object = inflateWhole(entry, root, forest, source)
        else { return nil }
        // All frames below have lost their objects too, or this one had not: they get them back
        // as far as the budget goes, since the walk comes to them next.
        var place = 0
        firstHeld = 0
        keep(object, of: root, &place)
        while let rank = chain.popLast() {
            guard let target = apply(rank, to: object.bytes, forest, source) else { return nil }
            object = target
            keep(object, of: rank, &place)
        }
        return object
    }

    /// Gives an object that was made again to its frame, if that still waits for it.
    private func keep(_ object: ObjectBuffer, of rank: Int, _ index: inout Int) {
        // The first frame of a branch is not the root: the chain passes what is no frame of this
        // thread, and frames are in the chain's order.
        guard index < stack.count, stack[index].rank == rank else { return }
        if stack[index].object == nil {
            stack[index].object = object
            waitingByteCount += object.count
        }
        // The frames before this one make room, not this one: what comes next is made from it.
        while waitingByteCount > limits.maxWaitingBytes, firstHeld < index {
            drop(firstHeld)
            firstHeld += 1
        }
        index += 1
    }

    private func inflateWhole(
        _ entry: PackFile.Entry, _ rank: Int, _ forest: PackForest, _ source: Int
    ) -> ObjectBuffer? {
        guard isPossible(entry, rank, forest, source) else { return nil }
        let object = ObjectBuffer(byteCount: entry.byteCount)
        return inflate(entry, into: object.memory, rank, forest, source) ? object : nil
    }

    /// Makes an object from its base; `copies` then says of what.
    private func apply(
        _ rank: Int, to base: UnsafeRawBufferPointer, _ forest: PackForest, _ source: Int
    ) -> ObjectBuffer? {
        guard let entry = catalog.packs[source].entry(at: forest.offsets[rank]) else {
            fail(rank, forest, source, "its head cannot be read")
            return nil
        }
        guard isPossible(entry, rank, forest, source) else { return nil }
        let script = delta.bytes(entry.byteCount)
        guard inflate(entry, into: script, rank, forest, source) else { return nil }
        let bytes = UnsafeRawBufferPointer(script)
        guard let size = DeltaReader(bytes)?.targetByteCount else {
            fail(rank, forest, source, "its delta does not parse")
            return nil
        }
        guard fits(size, rank, forest, source) else { return nil }
        let target = ObjectBuffer(byteCount: size)
        guard DeltaApplication.apply(bytes, to: base, into: target.memory, copies: &copies) else {
            fail(rank, forest, source, "its delta does not fit the object it builds on")
            return nil
        }
        return target
    }

    private func inflate(
        _ entry: PackFile.Entry, into output: UnsafeMutableRawBufferPointer, _ rank: Int,
        _ forest: PackForest, _ source: Int
    ) -> Bool {
        let fault = catalog.packs[source].inflate(
            entry, at: forest.offsets[rank], position: Int(forest.positions[rank]), into: output,
            with: inflater)
        guard let fault else { return true }
        fail(rank, forest, source, fault)
        return false
    }

    /// Whether an entry can inflate to what its head says, before memory is taken for it.
    private func isPossible(
        _ entry: PackFile.Entry, _ rank: Int, _ forest: PackForest, _ source: Int
    ) -> Bool {
        let stored = forest.end(of: rank) - entry.dataStart
        guard entry.byteCount / PackReader.highestRatio <= stored else {
            fail(rank, forest, source, "it does not inflate to what its head says")
            return false
        }
        return fits(entry.byteCount, rank, forest, source)
    }

    /// Whether more has been made than may be.
    var isExhausted: Bool { madeByteCount > limits.maxMadeBytes(ofPacked: packedByteCount) }

    /// Whether so many bytes more may be made; a hundred bytes of delta can name gigabytes.
    private func fits(
        _ byteCount: Int, _ rank: Int, _ forest: PackForest, _ source: Int
    ) -> Bool {
        guard byteCount <= limits.maxObjectBytes else {
            tooLarge(
                rank, forest, source,
                "has \(byteCount) bytes, more than the limit of \(limits.maxObjectBytes)")
            return false
        }
        madeByteCount += byteCount
        guard !isExhausted else {
            tooLarge(
                rank, forest, source,
                "was not read: the packs inflate to more than \(limits.maxRatio) times "
                    + "their size")
            return false
        }
        return true
    }

    private func tooLarge(
        _ rank: Int, _ forest: PackForest, _ source: Int, _ reason: String
    ) {
        let number = number(rank, forest, source)
        let id = catalog.id(of: number)
        failures.append(
            (number, GitError(.objectTooLarge, "Object \(id) \(reason).", objectID: id)))
    }

    private func number(_ rank: Int, _ forest: PackForest, _ source: Int) -> Int {
        catalog.starts[source] + Int(forest.positions[rank])
    }

    private func fail(_ rank: Int, _ forest: PackForest, _ source: Int, _ reason: String) {
        let number = number(rank, forest, source)
        let id = catalog.id(of: number)
        failures.append(
            (
                number,
                GitError(
                    .corruptObject,
                    "Object \(id) cannot be read: \(reason); `git fsck` tells more, a fresh clone "
                        + "may have it whole.", objectID: id)
            ))
    }

    /// Notes everything that is made from an entry as not visited.
    private func failFamily(below rank: Int, _ forest: PackForest, _ source: Int) {
        var pending = Array(forest.children(of: rank))
        while let next = pending.popLast() {
            if !forest.isKnown(Int(next)) {
                fail(Int(next), forest, source, "an object it builds on cannot be read")
            }
            pending.append(contentsOf: forest.children(of: Int(next)))
        }
    }
}
