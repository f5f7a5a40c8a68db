import ScanModel

/// An index over several packs: read only for packs that have no index of their own.
///
/// What it says is used to find entries, never for their sizes.
/// - Source: git, Documentation/gitformat-pack.txt, "multi-pack-index (MIDX) files".
struct MultiPackIndex {
    /// The names of the packs' indexes, by number.
    let packNames: [String]
    private let file: MappedFile
    private let format: ObjectFormat
    private let count: Int
    private let idStart: Int
    private let offsetStart: Int
    private let longOffsets: Range<Int>

    private static let chunkCountLimit = 64

    /// - Throws: `io`; `corruptPack` when the file is no such index.
    init(_ path: String, format: ObjectFormat) throws(GitError) {
        file = try MappedFile(path)
        self.format = format
        let bytes = file.bytes
        guard bytes.count >= 12 + format.idByteCount, bytes.starts(with: "MIDX".utf8),
            bytes[4] == 1, bytes[5] == (format == .sha1 ? 1 : 2),
            Int(bytes[6]) <= MultiPackIndex.chunkCountLimit
        else { throw MultiPackIndex.corrupt(path, "its header is not known") }
        let end = bytes.count - format.idByteCount
        guard let chunks = MultiPackIndex.chunks(bytes, count: Int(bytes[6]), end: end),
            let names = chunks["PNAM"], let fanout = chunks["OIDF"], fanout.count == 1024,
            let ids = chunks["OIDL"], let offsets = chunks["OOFF"]
        else { throw MultiPackIndex.corrupt(path, "a part of it is not there") }
        count = Int(bytes.bigEndian32(at: fanout.lowerBound + 1020))
        guard ids.count == count * format.idByteCount, offsets.count == count * 8 else {
            throw MultiPackIndex.corrupt(path, "its size does not fit \(count) objects")
        }
        idStart = ids.lowerBound
        offsetStart = offsets.lowerBound
        longOffsets = chunks["LOFF"] ?? 0..<0
        let packCount = Int(bytes.bigEndian32(at: 8))
        packNames = bytes[names].split(separator: 0).prefix(packCount).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard packNames.count == packCount else {
            throw MultiPackIndex.corrupt(path, "it does not name all of its packs")
        }
    }

    /// The objects that the index finds in a pack; those that it finds in another are not there.
    func entries(ofPack pack: Int) -> [(id: ObjectID, offset: Int)] {
        var entries: [(id: ObjectID, offset: Int)] = []
        for position in 0..<count {
            let start = offsetStart + position * 8
            guard Int(file.bytes.bigEndian32(at: start)) == pack,
                let offset = offset(file.bytes.bigEndian32(at: start + 4))
            else { continue }
            let id = idStart + position * format.idByteCount
            let raw = UnsafeRawBufferPointer(
                rebasing: file.bytes[id..<id + format.idByteCount])
            entries.append((ObjectID(rawID: raw), offset))
        }
        return entries
    }

    private func offset(_ field: UInt32) -> Int? {
        // Without the table of long offsets all 32 bits are one.
        guard !longOffsets.isEmpty, field & 0x8000_0000 != 0 else { return Int(field) }
        let start = longOffsets.lowerBound + Int(field & 0x7FFF_FFFF) * 8
        guard start + 8 <= longOffsets.upperBound else { return nil }
        return Int(exactly: file.bytes.bigEndian64(at: start))
    }

    /// The parts of the file by their names; `nil` when they are not in it, one after the other.
    private static func chunks(
        _ bytes: UnsafeRawBufferPointer, count: Int, end: Int
    ) -> [String: Range<Int>]? {
        let table = 12 + (count + 1) * 12
        guard table <= end else { return nil }
        var chunks: [String: Range<Int>] = [:]
        for number in 0..<count {
            let row = 12 + number * 12
            let name = String(decoding: bytes[row..<row + 4], as: UTF8.self)
            guard let start = Int(exactly: bytes.bigEndian64(at: row + 4)),
                let stop = Int(exactly: bytes.bigEndian64(at: row + 16)),
                start >= table, start <= stop, stop <= end
            else { return nil }
            chunks[name] = start..<stop
        }
        return chunks
    }

    private static func corrupt(_ path: String, _ reason: String) -> GitError {
        GitError(
            .corruptPack,
            "The multi-pack index \(path) does not parse: \(reason); "
                + "`git multi-pack-index write` makes a new one.")
    }
}
