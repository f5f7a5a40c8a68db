#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Reads zip files by their central directory, and what that does not name by the headers in front
/// of the members.
///
/// Programs disagree on which members a zip file has: some believe the directory, some the count in
/// its record, some read from the start. Whatever one of them may take out is read, or it is said
/// that it was not.
struct ZipReader {
    typealias Failure = (member: String?, error: ArchiveError)
    typealias Visit = (ArchiveReader.Member, inout ArchiveBudget) -> Void

    private let bytes: UnsafeRawBufferPointer
    private var failures: [Failure] = []
    private var coverage = ByteCoverage()
    /// The comment of the file.
    private var comment = 0..<0
    /// Whether a limit was met that ends the work.
    private var isSpent = false

    /// After so many failures nothing more is read.
    private static let maxFailures = 100
    /// Longest record of sizes behind the data.
    private static let descriptorBytes = 24

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func read(_ budget: inout ArchiveBudget, _ visit: Visit) -> [Failure] {
        let directories = ZipDirectory.all(bytes)
        if let directory = directories.first {
            readMembers(of: directory, &budget, visit)
            // Of archives that are stored as they are the records stand within members.
            if directories.dropFirst().contains(where: { !coverage.contains($0.record) }) {
                fail(nil, "it has several central directories")
            }
        } else {
            fail(nil, "the zip file has no central directory")
        }
        let (gaps, overlaps) = coverage.gaps(in: 0..<bytes.count)
        if overlaps { fail(nil, "members overlap") }
        var isFirst = true
        for gap in gaps {
            guard !isSpent else { break }
            readUnnamed(in: gap, isFirst: isFirst && gap.lowerBound == 0, &budget, visit)
            isFirst = false
        }
        return failures
    }

    private mutating func fail(_ name: String?, _ message: String) {
        fail(name, ArchiveError(.damaged, message))
    }

    private mutating func fail(_ name: String?, _ error: ArchiveError) {
        failures.append((name, error))
        if failures.count >= ZipReader.maxFailures { isSpent = true }
    }

    // MARK: The directory

    private mutating func readMembers(
        of directory: ZipDirectory, _ budget: inout ArchiveBudget, _ visit: Visit
    ) {
        var offset = directory.start
        var count = 0
        while !isSpent, let entry = ZipEntry(central: bytes, at: &offset) {
            count += 1
            read(entry, of: directory, &budget, visit)
        }
        coverage.add(directory.start..<min(max(directory.start, offset), bytes.count))
        directory.records.forEach { coverage.add($0) }
        comment = directory.comment
        let mask = directory.isWide ? Int.max : 0xFFFF
        if !isSpent, count & mask != directory.count {
            fail(nil, "the central directory has another number of members than it says")
        }
    }

    private mutating func read(
        _ entry: ZipEntry, of directory: ZipDirectory, _ budget: inout ArchiveBudget, _ visit: Visit
    ) {
        let shifted = entry.header.addingReportingOverflow(directory.shift)
        guard
            let local = (shifted.overflow ? nil : ZipEntry(local: bytes, at: shifted.partialValue))
                ?? ZipEntry(local: bytes, at: entry.header)
        else {
            take(&budget, entry.name)
            fail(entry.name, "it does not stand where the directory says")
            return
        }
        coverage.add(local.header..<min(local.data, bytes.count))
        if let what = entry.disagreement(with: local, in: bytes) {
            fail(entry.name, "its \(what) is another one in the central directory")
        }
        if entry.isEmptyFolder { return }
        guard take(&budget, entry.name) else { return }
        guard let packed = bytes.part(local.data, entry.packedSize) else {
            fail(entry.name, "it is cut off")
            // What there is of it, where that can be had.
            let end = local.data < directory.start ? directory.start : bytes.count
            guard entry.method == 0, let rest = bytes.part(local.data, end - local.data) else {
                return
            }
            coverage.add(local.data..<local.data + unpack(entry, rest, &budget, visit))
            return
        }
        let used = unpack(entry, packed, &budget, visit)
        coverage.add(local.data..<local.data + used)
    }

    /// Takes one more member into account; false when there were too many.
    @discardableResult
    private mutating func take(_ budget: inout ArchiveBudget, _ name: String) -> Bool {
        do throws(ArchiveError) {
            try budget.countMember()
            return true
        } catch {
            fail(name, error)
            isSpent = true
            return false
        }
    }

    // MARK: Members

    /// Hands over what a member holds.
    /// - Returns: how many of the packed bytes were its own.
    private mutating func unpack(
        _ entry: ZipEntry, _ packed: UnsafeRawBufferPointer, _ budget: inout ArchiveBudget,
        _ visit: Visit
    ) -> Int {
        let maxBytes = budget.maxBytes(ofPacked: packed.count)
        var outcome = Unpacked()
        switch entry.method {
        case 0:
            guard packed.count <= maxBytes else {
                fail(entry.name, Decompression.tooLong(maxBytes))
                return packed.count
            }
            budget.bytes -= packed.count
            if entry.isEncrypted, Decompression.checksum(packed) != entry.checksum {
                fail(entry.name, ArchiveError(.encrypted, "it is encrypted"))
            } else {
                visit(ArchiveReader.Member(name: entry.name, bytes: packed), &budget)
            }
            return packed.count
        case 8:
            outcome = Decompression.inflate(
                packed, sizeHint: min(entry.size, maxBytes), maxBytes: maxBytes)
        case 12: outcome = Decompression.unpack(packed, as: .bzip2, maxBytes: maxBytes)
        case 93: outcome = Decompression.unpack(packed, as: .zstd, maxBytes: maxBytes)
        case 95: outcome = Decompression.unpack(packed, as: .xz, maxBytes: maxBytes)
        default:
            fail(
                entry.name,
                entry.isEncrypted
                    ? ArchiveError(.encrypted, "it is encrypted")
                    : ArchiveError(
                        .unsupported, "its compression (method \(entry.method)) is not read"))
            return packed.count
        }
        budget.count(outcome)
        // The flag alone may be a lie: what unpacks to what it should be was not encrypted.
        if entry.isEncrypted,
            outcome.error != nil
                || outcome.bytes.withUnsafeBytes(Decompression.checksum) != entry.checksum
        {
            fail(entry.name, ArchiveError(.encrypted, "it is encrypted"))
            return packed.count
        }
        if outcome.error == nil || !outcome.bytes.isEmpty {
            outcome.bytes.withUnsafeBytes {
                visit(ArchiveReader.Member(name: entry.name, bytes: $0), &budget)
            }
        }
        if let error = outcome.error {
            fail(entry.name, error)
            return packed.count
        }
        return min(outcome.usedBytes, packed.count)
    }

    // MARK: What no directory names

    /// Reads the members in a stretch that no directory names.
    ///
    /// - Parameter isFirst: whether it is the front of the file, where a program may stand.
    private mutating func readUnnamed(
        in gap: Range<Int>, isFirst: Bool, _ budget: inout ArchiveBudget, _ visit: Visit
    ) {
        var unknown = gap.lowerBound
        var place = gap.lowerBound
        while !isSpent, let header = localMagic(in: place..<gap.upperBound) {
            place = header + 1
            guard let entry = ZipEntry(local: bytes, at: header), entry.data <= gap.upperBound,
                entry.isPlausible(in: bytes)
            else { continue }
            checkUnknown(unknown..<header, isFirst: isFirst && unknown == 0)
            place = readUnnamed(entry, before: gap.upperBound, &budget, visit)
            unknown = place
        }
        if !isSpent {
            checkUnknown(unknown..<gap.upperBound, isFirst: isFirst && unknown == 0)
        }
    }

    /// - Returns: where the member ends.
    private mutating func readUnnamed(
        _ entry: ZipEntry, before end: Int, _ budget: inout ArchiveBudget, _ visit: Visit
    ) -> Int {
        let available = end - entry.data
        // Where the sizes follow the data, its own end tells, or the next header.
        let isOpen = entry.hasSizesBehind && entry.packedSize == 0
        var byteCount = min(entry.packedSize, available)
        if isOpen {
            byteCount = available
            if entry.method == 0, let next = localMagic(in: entry.data..<end) {
                byteCount = next - entry.data
            }
        } else if entry.packedSize > available {
            fail(entry.name, "it is cut off")
        }
        guard !entry.isEmptyFolder || byteCount > 0 else { return entry.data }
        guard take(&budget, entry.name), let packed = bytes.part(entry.data, byteCount) else {
            return entry.data + byteCount
        }
        let used = unpack(entry, packed, &budget, visit)
        return entry.data + (isOpen && entry.method != 0 && used == 0 ? byteCount : used)
    }

    /// Says that bytes between members are not known; what may stand there is passed over.
    private mutating func checkUnknown(_ stretch: Range<Int>, isFirst: Bool) {
        // A program in front is no part of the archive; its own bytes are scanned as they are.
        guard !isFirst, stretch.count > ZipReader.descriptorBytes,
            comment != stretch, !isSigningBlock(stretch),
            bytes[stretch].contains(where: { $0 != 0 })
        else { return }
        fail(nil, "bytes that belong to no member were not unpacked")
    }

    /// Whether a stretch is where Android's packages keep their signatures.
    private func isSigningBlock(_ stretch: Range<Int>) -> Bool {
        bytes[stretch].suffix(16).elementsEqual("APK Sig Block 42".utf8)
    }

    /// Where the next local header in a stretch may start.
    private func localMagic(in stretch: Range<Int>) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var place = stretch.lowerBound + 3
        while place < stretch.upperBound,
            let hit = memchr(base + place, 0x04, stretch.upperBound - place)
        {
            let start = UnsafeRawPointer(hit) - base - 3
            if bytes.uint32(at: start) == ZipEntry.localMagic { return start }
            place = start + 4
        }
        return nil
    }
}
