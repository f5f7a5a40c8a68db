/// Reads zip files by their central directory, and by what stands in front of the members where
/// there is none.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3.10, §4.3 and §4.5.3 (Zip64).
struct ZipReader {
    typealias Failure = (member: String?, error: ArchiveError)

    private let bytes: UnsafeRawBufferPointer

    /// One member as a header describes it.
    private struct Entry {
        let name: String
        let flags: Int
        let method: Int
        var packedSize: Int
        var size: Int
        /// Where its data starts, or its local header.
        var offset: Int
        var isLocal: Bool
    }

    private static let localMagic = 0x0403_4B50
    private static let centralMagic = 0x0201_4B50
    private static let endMagic = 0x0605_4B50
    private static let end64Magic = 0x0606_4B50
    private static let locator64Magic = 0x0706_4B50

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func read(
        _ budget: inout ArchiveBudget,
        _ visit: (ArchiveReader.Member, inout ArchiveBudget) -> Void
    ) -> [Failure] {
        var failures: [Failure] = []
        var offset: Int
        let isCentral: Bool
        var rest = Int.max
        if let (start, count) = centralDirectory() {
            offset = start
            rest = count
            isCentral = true
        } else {
            offset = 0
            isCentral = false
            failures.append((nil, ArchiveError(.damaged, "the zip file has no central directory")))
        }
        while rest > 0 {
            rest -= 1
            let found = isCentral ? centralEntry(at: &offset) : localEntry(at: &offset)
            guard let entry = found else {
                if isCentral {
                    failures.append(
                        (nil, ArchiveError(.damaged, "the central directory is damaged or cut off"))
                    )
                }
                break
            }
            if entry.name.hasSuffix("/"), entry.size == 0 { continue }
            do throws(ArchiveError) {
                try budget.countMember()
                try read(entry, &budget, visit)
            } catch {
                failures.append((entry.name, error))
                if budget.members <= 0 || budget.bytes <= 0 { break }
                guard failures.count < 100 else { break }
            }
        }
        return failures
    }

    private func read(
        _ entry: Entry, _ budget: inout ArchiveBudget,
        _ visit: (ArchiveReader.Member, inout ArchiveBudget) -> Void
    ) throws(ArchiveError) {
        if entry.flags & 1 != 0 { throw ArchiveError(.encrypted, "it is encrypted") }
        var start = entry.offset
        if !entry.isLocal {
            guard bytes.uint32(at: start) == ZipReader.localMagic,
                let nameCount = bytes.uint16(at: start + 26),
                let extraCount = bytes.uint16(at: start + 28)
            else { throw ArchiveError(.damaged, "it does not stand where the directory says") }
            start += 30 + nameCount + extraCount
        }
        guard let packed = bytes.part(start, entry.packedSize) else {
            throw ArchiveError(.damaged, "it is cut off")
        }
        let maxBytes = budget.maxBytes(ofPacked: packed.count)
        if entry.method == 0 {
            guard packed.count <= maxBytes else { throw Decompression.tooLong(maxBytes) }
            budget.bytes -= packed.count
            visit(ArchiveReader.Member(name: entry.name, bytes: packed), &budget)
            return
        }
        let content: [UInt8]
        switch entry.method {
        case 8:
            content = try Decompression.inflate(
                packed, sizeHint: min(entry.size, maxBytes), maxBytes: maxBytes)
        case 12:
            content = try Decompression.decompress(packed, as: .bzip2, maxBytes: maxBytes)
        case 93:
            content = try Decompression.decompress(packed, as: .zstd, maxBytes: maxBytes)
        case 95:
            content = try Decompression.decompress(packed, as: .xz, maxBytes: maxBytes)
        default:
            throw ArchiveError(.unsupported, "its compression (method \(entry.method)) is not read")
        }
        budget.bytes -= content.count
        content.withUnsafeBytes {
            visit(ArchiveReader.Member(name: entry.name, bytes: $0), &budget)
        }
    }

    /// Where the central directory starts, and how many members it has.
    private func centralDirectory() -> (start: Int, count: Int)? {
        // The record stands at the end, before a comment of up to 65,535 bytes.
        var end = bytes.count - 22
        let floor = max(0, end - 65_535)
        while end >= floor, bytes.uint32(at: end) != ZipReader.endMagic { end -= 1 }
        guard end >= floor, let count = bytes.uint16(at: end + 10),
            let start = bytes.uint32(at: end + 16)
        else { return nil }
        if count == 0xFFFF || start == 0xFFFF_FFFF,
            bytes.uint32(at: end - 20) == ZipReader.locator64Magic,
            let record = bytes.uint64(at: end - 12),
            bytes.uint32(at: record) == ZipReader.end64Magic,
            let count = bytes.uint64(at: record + 32), let start = bytes.uint64(at: record + 48)
        {
            return (start, count)
        }
        return (start, count)
    }

    private func centralEntry(at offset: inout Int) -> Entry? {
        guard offset <= bytes.count, bytes.uint32(at: offset) == ZipReader.centralMagic,
            let flags = bytes.uint16(at: offset + 8), let method = bytes.uint16(at: offset + 10),
            let packedSize = bytes.uint32(at: offset + 20),
            let size = bytes.uint32(at: offset + 24), let nameCount = bytes.uint16(at: offset + 28),
            let extraCount = bytes.uint16(at: offset + 30),
            let commentCount = bytes.uint16(at: offset + 32),
            let local = bytes.uint32(at: offset + 42),
            let name = bytes.part(offset + 46, nameCount),
            let extra = bytes.part(offset + 46 + nameCount, extraCount)
        else { return nil }
        offset += 46 + nameCount + extraCount + commentCount
        var entry = Entry(
            name: ArchiveReader.name(name), flags: flags, method: method, packedSize: packedSize,
            size: size, offset: local, isLocal: false)
        ZipReader.widen(&entry, extra)
        return entry
    }

    private func localEntry(at offset: inout Int) -> Entry? {
        guard offset <= bytes.count, bytes.uint32(at: offset) == ZipReader.localMagic,
            let flags = bytes.uint16(at: offset + 6), let method = bytes.uint16(at: offset + 8),
            let packedSize = bytes.uint32(at: offset + 18),
            let size = bytes.uint32(at: offset + 22), let nameCount = bytes.uint16(at: offset + 26),
            let extraCount = bytes.uint16(at: offset + 28),
            let name = bytes.part(offset + 30, nameCount)
        else { return nil }
        let start = offset + 30 + nameCount + extraCount
        // Where the sizes follow the data, the rest of the file is all that can be said.
        let isOpen = flags & 8 != 0 && packedSize == 0
        let available = max(0, bytes.count - start)
        let entry = Entry(
            name: ArchiveReader.name(name), flags: flags, method: method,
            packedSize: isOpen ? available : min(packedSize, available), size: size, offset: start,
            isLocal: true)
        offset = start + entry.packedSize
        return entry
    }

    /// Takes sizes and offset from the Zip64 field, where those of the header are all ones.
    private static func widen(_ entry: inout Entry, _ extra: UnsafeRawBufferPointer) {
        var offset = 0
        while let id = extra.uint16(at: offset), let byteCount = extra.uint16(at: offset + 2) {
            defer { offset += 4 + byteCount }
            guard id == 1 else { continue }
            var place = offset + 4
            func next(_ value: inout Int) {
                guard value == 0xFFFF_FFFF, let wide = extra.uint64(at: place) else { return }
                value = wide
                place += 8
            }
            next(&entry.size)
            next(&entry.packedSize)
            next(&entry.offset)
            return
        }
    }
}
