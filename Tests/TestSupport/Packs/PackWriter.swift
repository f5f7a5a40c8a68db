package import ScanModel

/// Writes packs (version 2) with their indexes (version 2) entry by entry, exactly as told: also
/// such as no packer of git's would make, and damaged ones.
///
/// The caller's deltas go in as they are. Every entry gets the id of the object that it stands
/// for; the writer applies the deltas to know it.
package struct PackWriter: Sendable {
    /// Names the objects.
    package let hash: ObjectHash
    /// The level of the zlib streams, 0 to 12.
    package var compressionLevel = 6
    /// What is wrong with the files as wholes.
    package var damage = PackDamage()
    /// The entries so far.
    package private(set) var entries: [PackEntry] = []
    /// What is wrong with each entry.
    package var entryDamage: [EntryDamage] = []
    /// Objects that deltas may refer to and that are in no entry, as in a thin pack.
    package var outside: [ObjectID: (kind: PackedKind, bytes: [UInt8])] = [:]

    /// An empty pack.
    package init(_ hash: ObjectHash = .sha1) { self.hash = hash }

    /// Adds an entry.
    /// - Returns: its number, by which deltas refer to it.
    @discardableResult
    package mutating func append(_ entry: PackEntry, damage: EntryDamage = EntryDamage()) -> Int {
        entries.append(entry)
        entryDamage.append(damage)
        return entries.count - 1
    }

    /// The pack and its index.
    package func files() -> PackFiles {
        var objects = resolvedObjects()
        var pack = Array("PACK".utf8)
        pack.append(bigEndian: damage.version ?? 2)
        pack.append(bigEndian: damage.entryCount ?? UInt32(entries.count))
        var checksums: [UInt32] = []
        for number in entries.indices {
            let start = pack.count
            objects[number].offset = start
            append(number, objects, to: &pack)
            checksums.append(Deflate.checksum(pack[start...]))
        }
        let trailer = hash.digest(pack)
        let index = PackIndexWriter(
            hash: hash, objects: objects, checksums: checksums, entryDamage: entryDamage,
            damage: damage
        ).bytes(packTrailer: trailer)
        pack += damage.packTrailer ?? trailer
        return PackFiles(
            pack: Array(pack.prefix(damage.keptPackByteCount ?? .max)), index: index,
            objects: objects, hash: hash)
    }

    private func append(_ number: Int, _ objects: [PackedObject], to pack: inout [UInt8]) {
        let wrong = entryDamage[number]
        let start = pack.count
        let kindNumber: UInt8
        var base: [UInt8] = []
        var content: [UInt8]
        switch entries[number] {
        case .whole(let kind, let bytes):
            kindNumber = kind.number
            content = bytes
        case .offsetDelta(let target, let delta):
            kindNumber = 6
            // A base that is not written yet has no distance: 0 is the entry itself.
            let before = target < number ? start - objects[target].offset : 0
            base = Self.distanceBytes(wrong.baseDistance ?? UInt64(before))
            content = delta
        case .referenceDelta(let target, let delta):
            kindNumber = 7
            switch target {
            case .entry(let other): base = objects[other].id.bytes
            case .object(let id): base = id.bytes
            }
            content = delta
        }
        if kindNumber > 4, wrong.deltaSourceByteCount != nil || wrong.deltaTargetByteCount != nil {
            content = DeltaScript.withSizes(
                of: content, source: wrong.deltaSourceByteCount,
                target: wrong.deltaTargetByteCount)
        }
        pack += Self.headerBytes(
            kindNumber: wrong.kindNumber ?? kindNumber,
            byteCount: wrong.declaredByteCount ?? UInt64(content.count))
        pack += base
        pack += wrong.stream ?? Deflate.zlib(content, level: compressionLevel)
    }

    /// Type and size at the head of an entry: four bits of the size, then seven a byte.
    private static func headerBytes(kindNumber: UInt8, byteCount: UInt64) -> [UInt8] {
        var bytes = [(kindNumber & 7) << 4 | UInt8(byteCount & 15)]
        var rest = byteCount >> 4
        while rest > 0 {
            bytes[bytes.count - 1] |= 0x80
            bytes.append(UInt8(rest & 0x7F))
            rest >>= 7
        }
        return bytes
    }

    /// The distance of an offset delta to its base: seven bits a byte, most significant first,
    /// one less in every byte but the last.
    private static func distanceBytes(_ distance: UInt64) -> [UInt8] {
        var bytes = [UInt8(distance & 0x7F)]
        var rest = distance >> 7
        while rest > 0 {
            rest -= 1
            bytes.insert(0x80 | UInt8(rest & 0x7F), at: 0)
            rest >>= 7
        }
        return bytes
    }
}
