import ScanModel
private import Synchronization

/// A pack and its index, mapped: entries are found by offset, nothing is inflated here.
///
/// - Source: git, Documentation/gitformat-pack.txt, "pack-*.pack files".
final class PackFile: Sendable {
    /// How an entry stores its object.
    enum Storage: Equatable {
        /// All of it.
        case whole(ObjectKind)
        /// As a delta to the entry at an offset in the same pack.
        case offsetDelta(base: Int)
        /// As a delta to the object of an id, which has to be in the same pack.
        case referenceDelta(base: ObjectID)
    }

    /// The head of one entry.
    struct Entry {
        let storage: Storage
        /// Size of what the stream inflates to: the object, or its delta.
        let byteCount: Int
        /// Where in the pack the zlib stream starts.
        let dataStart: Int
    }

    /// Tells the packs that this process has opened apart.
    let serial: Int
    let path: String
    let index: PackIndex
    /// What contradicts itself in the pack as a whole, in words. Its entries are read all the same,
    /// as far as they are sound: each has a checksum of its own.
    let faults: [String]
    private let file: MappedFile
    /// End of the entries: where the trailing checksum starts.
    let endOfEntries: Int
    /// How many entries the pack says that it holds.
    let statedCount: Int

    private static let nextSerial = Atomic<Int>(0)

    /// The whole pack; valid while this object lives.
    var bytes: UnsafeRawBufferPointer { file.bytes }

    /// Opens `path`, which ends in `.pack`, with the index beside it or another.
    /// - Throws: `io`; `corruptPack` when the pack is none, or is not the index's.
    convenience init(_ path: String, format: ObjectFormat) throws(GitError) {
        let index = try PackIndex(String(path.dropLast(5)) + ".idx", format: format)
        try self.init(path, index: index)
    }

    init(_ path: String, index: PackIndex) throws(GitError) {
        serial = PackFile.nextSerial.wrappingAdd(1, ordering: .relaxed).oldValue
        self.path = path
        self.index = index
        file = try MappedFile(path)
        let hash = index.format.idByteCount
        guard file.bytes.count >= 12 + hash, file.bytes.starts(with: "PACK".utf8) else {
            throw PackFile.corrupt(path, "it is no pack")
        }
        guard [2, 3].contains(file.bytes.bigEndian32(at: 4)) else {
            throw PackFile.corrupt(path, "its version is not known")
        }
        endOfEntries = file.bytes.count - hash
        statedCount = Int(file.bytes.bigEndian32(at: 8))
        var faults: [String] = []
        if let checksum = index.packChecksum {
            if statedCount != index.count {
                faults.append(
                    "it says that it holds \(statedCount) objects, its index \(index.count)")
            }
            if !checksum.elementsEqual(file.bytes[endOfEntries...]) {
                faults.append("its checksum is not the one that its index names")
            }
        }
        self.faults = faults
    }

    /// Reads the head of the entry at an offset; `nil` when there is none.
    func entry(at offset: Int) -> Entry? {
        guard offset >= 12, offset < endOfEntries else { return nil }
        let bytes = file.bytes
        var position = offset
        var byte = bytes[position]
        position += 1
        let type = byte >> 4 & 7
        var size = UInt64(byte & 15)
        var shift: UInt64 = 4
        while byte & 0x80 != 0 {
            guard position < endOfEntries, shift <= 57 else { return nil }
            byte = bytes[position]
            position += 1
            size |= UInt64(byte & 0x7F) << shift
            shift += 7
        }
        guard let byteCount = Int(exactly: size) else { return nil }
        let storage: Storage
        switch type {
        case 1: storage = .whole(.commit)
        case 2: storage = .whole(.tree)
        case 3: storage = .whole(.blob)
        case 4: storage = .whole(.tag)
        case 6:
            var distance: UInt64 = 0
            var isFirst = true
            repeat {
                guard position < endOfEntries, distance < 1 << 55 else { return nil }
                byte = bytes[position]
                position += 1
                distance = (isFirst ? 0 : distance + 1) << 7 | UInt64(byte & 0x7F)
                isFirst = false
            } while byte & 0x80 != 0
            guard let distance = Int(exactly: distance), distance > 0, distance < offset else {
                return nil
            }
            storage = .offsetDelta(base: offset - distance)
        case 7:
            let count = index.format.idByteCount
            guard endOfEntries - position >= count,
                let id = ObjectID(
                    rawBytes: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
            else { return nil }
            position += count
            storage = .referenceDelta(base: id)
        default: return nil
        }
        return Entry(storage: storage, byteCount: byteCount, dataStart: position)
    }

    /// Inflates the stream of an entry into all of `output`, and holds the entry against the
    /// checksum in the index.
    ///
    /// The checksum is over the bytes that the entry takes, wherever the index says that the next
    /// one starts.
    /// - Parameter position: the entry's place in the index; `nil` when it is not known.
    /// - Returns: what is wrong, in words; `nil` when nothing is.
    func inflate(
        _ entry: Entry, at offset: Int, position: Int?,
        into output: UnsafeMutableRawBufferPointer, with inflater: borrowing Inflater
    ) -> String? {
        guard entry.dataStart < endOfEntries else { return "it has no content" }
        let input = UnsafeRawBufferPointer(
            rebasing: file.bytes[entry.dataStart..<endOfEntries])
        switch inflater.inflate(input, into: output) {
        case .tooLong: return "it holds more than its head says"
        case .corrupt: return "it does not inflate to what its head says"
        case .complete(let used):
            guard let position, let expected = index.checksum(at: position) else { return nil }
            let stored = file.bytes[offset..<entry.dataStart + used]
            return Inflater.crc32(UnsafeRawBufferPointer(rebasing: stored)) == expected
                ? nil : "its checksum is not the one in the pack's index"
        }
    }

    private static func corrupt(_ path: String, _ reason: String) -> GitError {
        GitError(
            .corruptPack,
            "The pack \(path) cannot be read: \(reason); `git fsck` tells more, a fresh clone may "
                + "have it whole.")
    }
}
