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
    private let inflater: Inflater
    private var stack: [Frame] = []
    private var waitingByteCount = 0
    /// No frame below this one holds its object.
    private var firstHeld = 0
    private var delta = ByteRoom()
    private var copies: [CopiedRange] = []

    /// An object of which some deltas are still to come.
    private struct Frame {
        let rank: Int
        let kind: ObjectKind
        /// The object; `nil` when the budget took it away.
        var object: UnsafeMutableRawBufferPointer?
        let memo: AnyObject?
        /// Index into the forest's children of the next one.
        var next: Int
    }

    init(catalog: ObjectCatalog, limits: SweepLimits, worker: any SweepWorker) throws(GitError) {
        self.catalog = catalog
        self.limits = limits
        self.worker = worker
        inflater = try Inflater()
    }

    deinit { for frame in stack { frame.object?.deallocate() } }

    /// Walks the family of a root.
    func walk(root: Int, of forest: PackForest, in source: Int) {
        let pack = catalog.packs[source]
        guard let entry = pack.entry(at: forest.offsets[root]),
            case .whole(let kind) = entry.storage
        else { return fail(root, forest, source, "its head cannot be read") }
        guard let object = inflateWhole(entry, root, forest, source) else {
            return failFamily(below: root, forest, source)
        }
        let memo = visit(root, forest, source, kind, object, base: nil, copies: nil)
        push(root, forest, kind, object, memo)
        while let frame = stack.last {
            let children = forest.children(of: frame.rank)
            guard frame.next < children.endIndex else {
                pop()
                continue
            }
            stack[stack.count - 1].next += 1
            let child = Int(children[frame.next])
            let isLast = frame.next + 1 == children.endIndex
            guard let base = bytes(of: frame, forest, source) else {
                failFamily(below: child, forest, source)
                fail(child, forest, source, "the object it builds on cannot be made again")
                continue
            }
            guard let target = apply(child, to: base, forest, source) else {
                failFamily(below: child, forest, source)
                if isLast { pop() }
                continue
            }
            let memo = visit(
                child, forest, source, frame.kind, target, base: (base, frame.memo), copies: copies)
            if isLast { pop() }
            push(child, forest, frame.kind, target, memo)
        }
    }

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
        _ object: UnsafeMutableRawBufferPointer, _ memo: AnyObject?
    ) {
        let children = forest.children(of: rank)
        guard !children.isEmpty else {
            object.deallocate()
            return
        }
        stack.append(
            Frame(rank: rank, kind: kind, object: object, memo: memo, next: children.startIndex))
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
        object.deallocate()
        stack[index].object = nil
    }

    private func visit(
        _ rank: Int, _ forest: PackForest, _ source: Int, _ kind: ObjectKind,
        _ object: UnsafeMutableRawBufferPointer,
        base: (bytes: UnsafeRawBufferPointer, memo: AnyObject?)?, copies: [CopiedRange]?
    ) -> AnyObject? {
        let number = number(rank, forest, source)
        let isDuplicate = catalog.isDuplicate(number)
        if !isDuplicate { ledger.add(kind, byteCount: object.count) }
        ledger.storedBytes += forest.offsets[rank + 1] - forest.offsets[rank]
        // A duplicate may be the base of objects that are none, so it gets its memo too.
        return worker.visit(
            SweptObject(
                number: number, kind: kind, bytes: UnsafeRawBufferPointer(object),
                delta: base.flatMap { base in
                    copies.map { SweptObject.Delta(base: base.bytes, copies: $0) }
                }, isBase: !forest.children(of: rank).isEmpty), base: base?.memo)
    }

    /// The bytes of a waiting object, made again when the budget took them away.
    private func bytes(
        of frame: Frame, _ forest: PackForest, _ source: Int
    ) -> UnsafeRawBufferPointer? {
        if let object = frame.object { return UnsafeRawBufferPointer(object) }
        var chain: [Int] = []
        var rank = frame.rank
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
        var index = 0
        firstHeld = 0
        var isKept = keep(object, of: root, &index)
        while let rank = chain.popLast() {
            let target = apply(rank, to: UnsafeRawBufferPointer(object), forest, source)
            if !isKept { object.deallocate() }
            guard let target else { return nil }
            object = target
            isKept = keep(object, of: rank, &index)
        }
        return stack.last?.object.map { UnsafeRawBufferPointer($0) }
    }

    /// Gives an object that was made again to its frame, if that still waits for it.
    private func keep(
        _ object: UnsafeMutableRawBufferPointer, of rank: Int, _ index: inout Int
    ) -> Bool {
        guard index < stack.count, stack[index].rank == rank, stack[index].object == nil else {
            return false
        }
        stack[index].object = object
        waitingByteCount += object.count
        // The frames before this one make room, not this one: what comes next is made from it.
        while waitingByteCount > limits.maxWaitingBytes, firstHeld < index {
            drop(firstHeld)
            firstHeld += 1
        }
        index += 1
        return true
    }

    private func inflateWhole(
        _ entry: PackFile.Entry, _ rank: Int, _ forest: PackForest, _ source: Int
    ) -> UnsafeMutableRawBufferPointer? {
        guard fits(entry.byteCount, rank, forest, source) else { return nil }
        let object = UnsafeMutableRawBufferPointer.allocate(
            byteCount: entry.byteCount, alignment: 16)
        guard inflate(entry, into: object, rank, forest, source) else {
            object.deallocate()
            return nil
        }
        return object
    }

    /// Makes an object from its base; `copies` then says of what.
    private func apply(
        _ rank: Int, to base: UnsafeRawBufferPointer, _ forest: PackForest, _ source: Int
    ) -> UnsafeMutableRawBufferPointer? {
        guard let entry = catalog.packs[source].entry(at: forest.offsets[rank]) else {
            fail(rank, forest, source, "its head cannot be read")
            return nil
        }
        guard fits(entry.byteCount, rank, forest, source) else { return nil }
        let script = delta.bytes(entry.byteCount)
        guard inflate(entry, into: script, rank, forest, source) else { return nil }
        let bytes = UnsafeRawBufferPointer(script)
        guard let size = DeltaReader(bytes)?.targetByteCount else {
            fail(rank, forest, source, "its delta does not parse")
            return nil
        }
        guard fits(size, rank, forest, source) else { return nil }
        let target = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        guard DeltaApplication.apply(bytes, to: base, into: target, copies: &copies) else {
            target.deallocate()
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

    private func fits(
        _ byteCount: Int, _ rank: Int, _ forest: PackForest, _ source: Int
    ) -> Bool {
        if byteCount <= limits.maxObjectBytes { return true }
        let number = number(rank, forest, source)
        let id = catalog.id(of: number)
        failures.append(
            (
                number,
                GitError(
                    .objectTooLarge,
                    "Object \(id) has \(byteCount) bytes, more than the limit of "
                        + "\(limits.maxObjectBytes).", objectID: id)
            ))
        return false
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
        var pending = forest.children(of: rank).map { Int($0) }
        while let next = pending.popLast() {
            fail(next, forest, source, "an object it builds on cannot be read")
            pending.append(contentsOf: forest.children(of: next).map { Int($0) })
        }
    }
}
