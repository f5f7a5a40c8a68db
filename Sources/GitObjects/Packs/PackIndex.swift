import ScanModel

/// The index of a pack: which objects it holds, sorted by id, and where.
///
/// Version 2 with 64-bit offsets, and version 1. The file stays mapped; nothing is copied. Lookups
/// are bounded whatever the file claims.
/// - Source: git, Documentation/gitformat-pack.txt, "pack-*.idx files".
final class PackIndex: Sendable {
    /// How many objects the index names.
    let count: Int
    let format: ObjectFormat
    private let file: MappedFile
    private let version: Int
    private let fanoutStart: Int
    private let idStart: Int
    private let idStride: Int
    private let checksumStart: Int
    private let offsetStart: Int
    private let longOffsetStart: Int
    private let longOffsetCount: Int

    /// - Throws: `io`; `corruptPack` when the file is no index or its parts do not fit its size.
    init(_ path: String, format: ObjectFormat) throws(GitError) {
        file = try MappedFile(path)
        self.format = format
        let bytes = file.bytes
        let hash = format.idByteCount
        guard bytes.count >= 1024 + 2 * hash else {
            throw PackIndex.corrupt(path, "it is too short")
        }
        let isVersion2 = bytes.bigEndian32(at: 0) == 0xFF74_4F63
        version = isVersion2 ? 2 : 1
        if isVersion2, bytes.bigEndian32(at: 4) != 2 {
            throw PackIndex.corrupt(path, "its version is not known")
        }
        fanoutStart = isVersion2 ? 8 : 0
        var last: UInt32 = 0
        for bucket in 0..<256 {
            let value = bytes.bigEndian32(at: fanoutStart + 4 * bucket)
            guard value >= last else { throw PackIndex.corrupt(path, "its fan-out decreases") }
            last = value
        }
        count = Int(last)
        let tables = fanoutStart + 1024
        if isVersion2 {
            idStart = tables
            idStride = hash
            checksumStart = idStart + count * hash
            offsetStart = checksumStart + count * 4
            longOffsetStart = offsetStart + count * 4
            let rest = bytes.count - longOffsetStart - 2 * hash
            guard rest >= 0, rest % 8 == 0 else {
                throw PackIndex.corrupt(path, "its size does not fit \(count) objects")
            }
            longOffsetCount = rest / 8
        } else {
            idStart = tables + 4
            idStride = hash + 4
            checksumStart = 0
            offsetStart = tables
            longOffsetStart = 0
            longOffsetCount = 0
            guard bytes.count == tables + count * idStride + 2 * hash else {
                throw PackIndex.corrupt(path, "its size does not fit \(count) objects")
            }
        }
    }

    /// The checksum of the pack that the index says it belongs to.
    var packChecksum: UnsafeRawBufferPointer {
        let hash = format.idByteCount
        let end = file.bytes.count - hash
        return UnsafeRawBufferPointer(rebasing: file.bytes[end - hash..<end])
    }

    /// The raw id of the object at a position below `count`; borrowed from the mapping.
    func rawID(at position: Int) -> UnsafeRawBufferPointer {
        let start = idStart + position * idStride
        return UnsafeRawBufferPointer(rebasing: file.bytes[start..<start + format.idByteCount])
    }

    /// The id of the object at a position below `count`.
    func id(at position: Int) -> ObjectID { ObjectID(rawID: rawID(at: position)) }

    /// The offset in the pack of the object at a position; `nil` when the index contradicts
    /// itself.
    func offset(at position: Int) -> Int? {
        guard position >= 0, position < count else { return nil }
        let short = file.bytes.bigEndian32(
            at: offsetStart + position * (version == 2 ? 4 : idStride))
        guard version == 2, short & 0x8000_0000 != 0 else { return Int(short) }
        let long = Int(short & 0x7FFF_FFFF)
        guard long < longOffsetCount else { return nil }
        return Int(exactly: file.bytes.bigEndian64(at: longOffsetStart + long * 8))
    }

    /// The CRC-32 of the object's bytes in the pack; version 1 has none.
    func checksum(at position: Int) -> UInt32? {
        guard version == 2, position >= 0, position < count else { return nil }
        return file.bytes.bigEndian32(at: checksumStart + position * 4)
    }

    /// The position of an id, by binary search between the fan-out's bounds.
    func position(of id: ObjectID) -> Int? {
        guard id.byteCount == format.idByteCount else { return nil }
        let bucket = Int(id.leadingWord >> 56)
        var low =
            bucket == 0 ? 0 : Int(file.bytes.bigEndian32(at: fanoutStart + 4 * (bucket - 1)))
        var high = Int(file.bytes.bigEndian32(at: fanoutStart + 4 * bucket))
        while low < high {
            let middle = low + (high - low) / 2
            let found = self.id(at: middle)
            if found == id { return middle }
            if found < id { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Whether the ids ascend strictly, without which lookups would miss objects that are there.
    func isSorted() -> Bool {
        guard count > 1 else { return true }
        for position in 1..<count {
            let before = rawID(at: position - 1)
            if !before.lexicographicallyPrecedes(rawID(at: position)) { return false }
        }
        return true
    }

    private static func corrupt(_ path: String, _ reason: String) -> GitError {
        GitError(
            .corruptPack,
            "The pack index \(path) does not parse: \(reason); "
                + "`git index-pack` makes a new one from its pack.")
    }
}

extension UnsafeRawBufferPointer {
    /// Four bytes at an offset that the caller has checked, as a big-endian number.
    func bigEndian32(at offset: Int) -> UInt32 {
        UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// Eight bytes at an offset that the caller has checked, as a big-endian number.
    func bigEndian64(at offset: Int) -> UInt64 {
        UInt64(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
