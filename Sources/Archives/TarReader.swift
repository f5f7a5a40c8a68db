/// Reads tar files: POSIX ustar and pax, GNU's long names and sparse files, and the old form without
/// a magic.
///
/// It reads on behind the blocks of zeros that end an archive, and from the next header where one is
/// damaged, as `tar --ignore-zeros` does: what some program takes out is read, or it is said that it
/// was not.
struct TarReader {
    typealias Failure = (member: String?, error: ArchiveError)
    typealias Visit = (ArchiveReader.Member, inout ArchiveBudget) -> Void

    private static let blockBytes = TarHeader.blockBytes
    /// Longest pax header or long name that is read.
    private static let maxHeaderBytes = 1 << 20
    /// After so many failures nothing more is read.
    private static let maxFailures = 100

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    private var failures: [Failure] = []
    /// What the headers before say of the next member.
    private var longName: String?
    private var longSize: Int?
    private var isSpent = false

    private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether the first block is a header: its checksum holds.
    static func isTar(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= blockBytes, bytes[0] != 0 else { return false }
        // The magic, or NULs where old headers have nothing.
        let magic = bytes[257..<262]
        guard magic.elementsEqual("ustar".utf8) || magic.allSatisfy({ $0 == 0 }) else {
            return false
        }
        return TarHeader.holdsChecksum(bytes, at: 0)
    }

    static func read(
        _ bytes: UnsafeRawBufferPointer, _ budget: inout ArchiveBudget, _ visit: Visit
    ) -> [Failure] {
        var reader = TarReader(bytes)
        // Every round moves on by one block at least.
        while !reader.isSpent, reader.offset < bytes.count { reader.step(&budget, visit) }
        return reader.failures
    }

    private mutating func fail(_ name: String?, _ error: ArchiveError) {
        failures.append((name, error))
        if failures.count >= TarReader.maxFailures { isSpent = true }
    }

    private func isEmptyBlock(_ start: Int) -> Bool {
        bytes[start..<min(bytes.count, start + TarReader.blockBytes)].allSatisfy { $0 == 0 }
    }

    private mutating func step(_ budget: inout ArchiveBudget, _ visit: Visit) {
        if isEmptyBlock(offset) {
            offset += TarReader.blockBytes
            (longName, longSize) = (nil, nil)
            return
        }
        guard let header = TarHeader(bytes, at: offset) else {
            fail(nil, ArchiveError(.damaged, "bytes without a header were not read"))
            resume()
            return
        }
        let start = offset + TarReader.blockBytes
        switch header.kind {
        case 0x78, 0x58: extended(header, start)
        case 0x67: global(header, start)
        case 0x4B, 0x4C: long(header, start)
        default: member(header, start, &budget, visit)
        }
    }

    /// Goes on at the next header, if there is one.
    private mutating func resume() {
        (longName, longSize) = (nil, nil)
        offset += TarReader.blockBytes
        while offset < bytes.count, isEmptyBlock(offset) || TarHeader(bytes, at: offset) == nil {
            offset += TarReader.blockBytes
        }
    }

    /// Goes on behind the data of a member.
    private mutating func skip(_ start: Int, _ byteCount: Int) {
        offset =
            start + (byteCount + TarReader.blockBytes - 1) / TarReader.blockBytes
            * TarReader.blockBytes
    }

    /// The data of a header for the next member; `nil`, with a failure, when it is not read.
    private mutating func data(
        of header: TarHeader, _ start: Int
    ) -> UnsafeRawBufferPointer? {
        guard let data = bytes.part(start, header.size) else {
            fail(nil, ArchiveError(.damaged, "it is cut off"))
            resume()
            return nil
        }
        skip(start, header.size)
        guard header.size <= TarReader.maxHeaderBytes else {
            fail(nil, ArchiveError(.limit, "a header has more bytes than are read"))
            return nil
        }
        return data
    }

    private mutating func extended(_ header: TarHeader, _ start: Int) {
        guard let data = data(of: header, start) else { return }
        guard let records = PaxRecords(data) else {
            fail(nil, ArchiveError(.damaged, "an extended header is damaged"))
            return
        }
        longName = records.path ?? longName
        longSize = records.size ?? longSize
    }

    private mutating func global(_ header: TarHeader, _ start: Int) {
        guard let data = data(of: header, start) else { return }
        guard let records = PaxRecords(data), records.size == nil else {
            fail(nil, ArchiveError(.unsupported, "a header for all members is not read"))
            return
        }
    }

    private mutating func long(_ header: TarHeader, _ start: Int) {
        guard let data = data(of: header, start) else { return }
        if header.kind == 0x4C { longName = ArchiveReader.name(data.prefix { $0 != 0 }) }
    }

    // MARK: Members

    private mutating func member(
        _ header: TarHeader, _ start: Int, _ budget: inout ArchiveBudget, _ visit: Visit
    ) {
        let name = longName ?? header.name
        var byteCount = longSize ?? header.size
        (longName, longSize) = (nil, nil)
        // Some programs take the size of a link for its data's, others do not.
        if header.isSeldomFile, byteCount == 0 || isMemberOrEnd(start) { byteCount = 0 }
        guard byteCount > 0 || !header.isSeldomFile else {
            offset = start
            return
        }
        do throws(ArchiveError) {
            try budget.countMember()
        } catch {
            fail(name, error)
            isSpent = true
            return
        }
        let dataStart = header.kind == 0x53 ? endOfSparseMap(start) : start
        let available = max(0, bytes.count - dataStart)
        let taken = min(byteCount, available)
        let maxBytes = min(budget.bytes, budget.maxMemberBytes)
        skip(dataStart, taken)
        if taken <= maxBytes, let data = bytes.part(dataStart, taken) {
            budget.bytes -= taken
            visit(ArchiveReader.Member(name: name, bytes: data), &budget)
        } else {
            fail(name, Decompression.tooLong(maxBytes))
        }
        if taken < byteCount { fail(name, ArchiveError(.damaged, "it is cut off")) }
    }

    private func isMemberOrEnd(_ start: Int) -> Bool {
        start >= bytes.count || isEmptyBlock(start) || TarHeader(bytes, at: start) != nil
    }

    /// Where the data starts of a file with holes: behind the blocks that say where they are.
    private func endOfSparseMap(_ start: Int) -> Int {
        // The header has a flag for more of it, and so has each block.
        var end = start
        var flag = start - TarReader.blockBytes + 482
        while flag < bytes.count, bytes[flag] != 0 {
            flag = end + 504
            end += TarReader.blockBytes
        }
        return end
    }
}
