import ScanModel

/// Reads single objects of packs, along the deltas they are made by.
///
/// `@unchecked Sendable`: lent to one thread at a time.
final class PackReader: @unchecked Sendable {
    /// Inflates; for whoever this reader is lent to.
    let inflater: Inflater

    private let cache: BaseCache
    private var script = ByteRoom()
    private var copies: [CopiedRange] = []
    private var chain: [Link] = []

    /// An entry between the object asked for and what it goes back to.
    private struct Link {
        let offset: Int
        /// Its place in the index, where that is known.
        let position: Int?
        let entry: PackFile.Entry
    }

    /// What an object's base may have at least, however small the object has to be.
    private static let largestBase = 256 << 20
    /// No stream inflates more than so many times.
    static let highestRatio = 1032
    /// Room for the sizes at the start of a delta, and the longest match of a stream after them.
    private static let deltaHeadRoom = 512

    init(cache: BaseCache) throws(GitError) {
        self.cache = cache
        inflater = try Inflater()
    }

    /// Reads the object at a position of a pack's index.
    /// - Throws: `objectTooLarge`, `corruptObject`; `library` when there is no memory.
    func read(
        _ id: ObjectID, at position: Int, of pack: PackFile, maxBytes: Int
    ) throws(GitError) -> StoredObject {
        defer { chain.removeAll(keepingCapacity: chain.count < 1 << 12) }
        var object = try follow(id, from: position, of: pack)
        let largest = max(maxBytes, PackReader.largestBase)
        while let link = chain.popLast() {
            // Only what was asked for is held to the caller's limit: its bases are not its fault.
            let limit = chain.isEmpty ? maxBytes : largest
            if let base = object {
                object = try apply(link, of: pack, to: base, id, limit: limit)
            } else {
                object = try inflateWhole(link, of: pack, id, limit: limit)
            }
            if let object {
                cache.keep(object, BaseCache.Key(pack: pack.serial, offset: link.offset))
            }
        }
        guard let object else { throw PackReader.corrupt(id, pack, "it has no content") }
        guard object.bytes.count <= maxBytes else {
            throw PackReader.tooLarge(id, object.bytes.count, maxBytes)
        }
        return object
    }

    /// Kind and size of the object at a position of a pack's index; no object is made for that.
    /// - Throws: `corruptObject`.
    func header(
        _ id: ObjectID, at position: Int, of pack: PackFile
    ) throws(GitError) -> ObjectHeader {
        defer { chain.removeAll(keepingCapacity: chain.count < 1 << 12) }
        let known = try follow(id, from: position, of: pack)
        guard let first = chain.first, let last = chain.last else {
            guard let known else { throw PackReader.corrupt(id, pack, "it has no content") }
            return ObjectHeader(kind: known.kind, byteCount: known.bytes.count)
        }
        let kind: ObjectKind
        switch last.entry.storage {
        case .whole(let stored): kind = stored
        case .offsetDelta, .referenceDelta:
            guard let known else { throw PackReader.corrupt(id, pack, "it has no base") }
            kind = known.kind
        }
        if case .whole = first.entry.storage {
            return ObjectHeader(kind: kind, byteCount: first.entry.byteCount)
        }
        return ObjectHeader(kind: kind, byteCount: try targetSize(first, of: pack, id))
    }

    /// Fills the chain from an object down to one that is whole, or lies above one that is known.
    /// - Returns: the known one.
    private func follow(
        _ id: ObjectID, from start: Int, of pack: PackFile
    ) throws(GitError) -> StoredObject? {
        guard var offset = pack.index.offset(at: start) else {
            throw PackReader.corrupt(id, pack, "the pack's index contradicts itself")
        }
        var position: Int? = start
        // Offsets fall along offset deltas, so every ring has a reference in it.
        var references: Set<Int> = []
        while true {
            if let known = cache.object(BaseCache.Key(pack: pack.serial, offset: offset)) {
                return known
            }
            guard let entry = pack.entry(at: offset) else {
                throw PackReader.corrupt(
                    id, pack,
                    chain.isEmpty
                        ? "its head cannot be read"
                        : "the head of an object it builds on cannot be read")
            }
            chain.append(Link(offset: offset, position: position, entry: entry))
            switch entry.storage {
            case .whole: return nil
            case .offsetDelta(let base):
                offset = base
                position = nil
            case .referenceDelta(let base):
                guard references.insert(offset).inserted else {
                    throw PackReader.corrupt(
                        id, pack, "what it builds on leads back to itself")
                }
                guard let next = pack.index.position(of: base),
                    let nextOffset = pack.index.offset(at: next)
                else {
                    throw PackReader.corrupt(
                        id, pack, "it builds on \(base), which is not in the pack")
                }
                offset = nextOffset
                position = next
            }
        }
    }

    private func inflateWhole(
        _ link: Link, of pack: PackFile, _ id: ObjectID, limit: Int
    ) throws(GitError) -> StoredObject {
        guard case .whole(let kind) = link.entry.storage else {
            throw PackReader.corrupt(id, pack, "it has no base")
        }
        try check(link, of: pack, id, limit: limit)
        let target = UnsafeMutableRawBufferPointer.allocate(
            byteCount: link.entry.byteCount, alignment: 16)
        let fault = pack.inflate(
            link.entry, at: link.offset, position: link.position, into: target, with: inflater)
        if let fault {
            target.deallocate()
            throw PackReader.corrupt(id, pack, fault)
        }
        return PackReader.object(kind, target)
    }

    private func apply(
        _ link: Link, of pack: PackFile, to base: StoredObject, _ id: ObjectID, limit: Int
    ) throws(GitError) -> StoredObject {
        try check(link, of: pack, id, limit: max(limit, PackReader.largestBase))
        let delta = script.bytes(link.entry.byteCount)
        let fault = pack.inflate(
            link.entry, at: link.offset, position: link.position, into: delta, with: inflater)
        if let fault { throw PackReader.corrupt(id, pack, fault) }
        guard let size = DeltaReader(UnsafeRawBufferPointer(delta))?.targetByteCount else {
            throw PackReader.corrupt(id, pack, "its delta does not parse")
        }
        guard size <= limit else { throw PackReader.tooLarge(id, size, limit) }
        let target = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        let fits = base.bytes.withUnsafeBytes {
            DeltaApplication.apply(
                UnsafeRawBufferPointer(delta), to: $0, into: target, copies: &copies, maxCopies: 0)
        }
        guard fits else {
            target.deallocate()
            throw PackReader.corrupt(
                id, pack, "its delta does not fit the object it builds on")
        }
        return PackReader.object(base.kind, target)
    }

    /// The size of the object that a delta makes. The start of the delta is enough; when it did
    /// not come out alone (it is stored, not compressed), all of the delta is inflated.
    private func targetSize(
        _ link: Link, of pack: PackFile, _ id: ObjectID
    ) throws(GitError) -> Int {
        guard link.entry.dataStart < pack.endOfEntries else {
            throw PackReader.corrupt(id, pack, "it has no content")
        }
        let input = UnsafeRawBufferPointer(
            rebasing: pack.bytes[link.entry.dataStart..<pack.endOfEntries])
        let start = script.bytes(PackReader.deltaHeadRoom)
        // A size never ends in such a byte, so one that is cut off does not parse.
        start.initializeMemory(as: UInt8.self, repeating: 0xFF)
        if inflater.inflatePrefix(input, into: start) != nil,
            let size = DeltaReader(UnsafeRawBufferPointer(start))?.targetByteCount
        {
            return size
        }
        try check(link, of: pack, id, limit: PackReader.largestBase)
        let delta = script.bytes(link.entry.byteCount)
        let fault = pack.inflate(
            link.entry, at: link.offset, position: link.position, into: delta, with: inflater)
        if let fault { throw PackReader.corrupt(id, pack, fault) }
        guard let size = DeltaReader(UnsafeRawBufferPointer(delta))?.targetByteCount else {
            throw PackReader.corrupt(id, pack, "its delta does not parse")
        }
        return size
    }

    /// Holds what an entry claims to inflate to against the limit and against what can be.
    private func check(
        _ link: Link, of pack: PackFile, _ id: ObjectID, limit: Int
    ) throws(GitError) {
        guard link.entry.byteCount <= limit else {
            throw PackReader.tooLarge(id, link.entry.byteCount, limit)
        }
        let stored = pack.endOfEntries - link.entry.dataStart
        guard link.entry.byteCount / PackReader.highestRatio <= stored else {
            throw PackReader.corrupt(id, pack, "the pack is too short for what its head says")
        }
    }

    private static func object(
        _ kind: ObjectKind, _ bytes: UnsafeMutableRawBufferPointer
    ) -> StoredObject {
        StoredObject(
            kind: kind, bytes: Bytes(taking: UnsafeRawBufferPointer(bytes)) { $0.deallocate() })
    }

    private static func tooLarge(_ id: ObjectID, _ size: Int, _ limit: Int) -> GitError {
        GitError(
            .objectTooLarge,
            "Object \(id) has \(size) bytes, more than the limit of \(limit).", objectID: id)
    }

    private static func corrupt(_ id: ObjectID, _ pack: PackFile, _ reason: String) -> GitError {
        GitError(
            .corruptObject,
            "Object \(id) in \(pack.path) cannot be read: \(reason); `git fsck` tells more, a "
                + "fresh clone may have it whole.", objectID: id)
    }
}
