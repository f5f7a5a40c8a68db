import ScanModel

/// The index of a pack: which objects it holds, sorted by id, and where.
///
/// Version 2 with 64-bit offsets, and version 1. The file stays mapped; nothing is copied. Lookups
/// are bounded whatever the file claims.
/// - Source: git, Documentation/gitformat-pack.txt, "pack-*.idx files".
final class PackIndex: Sendable {
    /// How the ids stand in an index.
    enum Order {
        /// Each above the one before, and each where the fan-out says.
        case ascending
        /// As `ascending`, but some ids several times.
        case repeating
        /// In no order, or not where the fan-out says: lookups would miss objects.
        case broken
    }

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
    /// Whether checksums of entries and pack stand in the index; not in one made from a
    /// multi-pack index.
    private let hasChecksums: Bool

    /// - Throws: `io`; `corruptPack` when the file is no index or its parts do not fit its size.
    convenience init(_ path: String, format: ObjectFormat) throws(GitError) {
        try self.init(MappedFile(path), path: path, format: format, hasChecksums: true)
    }

    /// Makes the index of a pack that has none from what another file says of its objects.
    convenience init(
        _ entries: [(id: ObjectID, offset: Int)], path: String, format: ObjectFormat
    ) throws(GitError) {
        let file = MappedFile(copying: PackIndex.file(of: entries, format: format))
        try self.init(file, path: path, format: format, hasChecksums: false)
    }

    private init(
        _ file: MappedFile, path: String, format: ObjectFormat, hasChecksums: Bool
    ) throws(GitError) {
        self.file = file
        self.format = format
        self.hasChecksums = hasChecksums
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
        // Two ids are longer than the eight bytes that version 2 puts before the fan-out.
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

    /// The checksum of the pack that the index says it belongs to; `nil` when it says none.
    var packChecksum: UnsafeRawBufferPointer? {
        guard hasChecksums else { return nil }
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
        guard version == 2, hasChecksums, position >= 0, position < count else { return nil }
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

    /// How the ids stand; looks at all of them.
    func order() -> Order {
        var order = Order.ascending
        var position = 0
        var last: ObjectID?
        for bucket in 0..<256 {
            let end = Int(file.bytes.bigEndian32(at: fanoutStart + 4 * bucket))
            while position < end {
                let id = id(at: position)
                guard Int(id.leadingWord >> 56) == bucket else { return .broken }
                if let last, last >= id {
                    guard last == id else { return .broken }
                    order = .repeating
                }
                last = id
                position += 1
            }
        }
        return order
    }

    /// The ids that begin as `prefix` does in its first `digits` hexadecimal digits, two at most.
    func matches(_ prefix: [UInt8], digits: Int) -> [ObjectID] {
        var found: [ObjectID] = []
        guard let first = prefix.first, digits >= 2 else { return found }
        let start =
            first == 0 ? 0 : Int(file.bytes.bigEndian32(at: fanoutStart + 4 * (Int(first) - 1)))
        let end = Int(file.bytes.bigEndian32(at: fanoutStart + 4 * Int(first)))
        for position in start..<end where found.count < 2 {
            let id = id(at: position)
            if id.begins(with: prefix, digits: digits), found.last != id { found.append(id) }
        }
        return found
    }

    /// The bytes of an index of version 2 without its checksums.
    private static func file(
        of entries: [(id: ObjectID, offset: Int)], format: ObjectFormat
    ) -> [UInt8] {
        let sorted = entries.sorted { ($0.id, $0.offset) < ($1.id, $1.offset) }
        var bytes: [UInt8] = [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
        var counts = [UInt32](repeating: 0, count: 256)
        for entry in sorted { counts[Int(entry.id.leadingWord >> 56)] += 1 }
        var total: UInt32 = 0
        for count in counts {
            total += count
            withUnsafeBytes(of: total.bigEndian) { bytes.append(contentsOf: $0) }
        }
        for entry in sorted { bytes.append(contentsOf: entry.id.bytes) }
        bytes.append(contentsOf: repeatElement(0, count: sorted.count * 4))
        var long: [Int] = []
        for entry in sorted {
            var field = UInt32(clamping: entry.offset)
            if entry.offset > 0x7FFF_FFFF {
                field = 0x8000_0000 | UInt32(clamping: long.count)
                long.append(entry.offset)
            }
            withUnsafeBytes(of: field.bigEndian) { bytes.append(contentsOf: $0) }
        }
        for offset in long {
            withUnsafeBytes(of: UInt64(offset).bigEndian) { bytes.append(contentsOf: $0) }
        }
        bytes.append(contentsOf: repeatElement(0, count: 2 * format.idByteCount))
        return bytes
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
