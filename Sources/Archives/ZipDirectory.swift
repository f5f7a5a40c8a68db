#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Finds the central directory of a zip file.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3.10, §4.3.12 to §4.3.16.
struct ZipDirectory {
    /// Where it starts.
    let start: Int
    /// How many members the record at its end claims.
    let count: Int
    /// Whether the record could say more than 65,535.
    let isWide: Bool
    /// Bytes in front of the zip file, which its offsets do not count.
    let shift: Int
    /// Where the record at its end starts.
    let record: Int
    /// The record and what belongs to it.
    let records: [Range<Int>]
    /// The comment of the file.
    let comment: Range<Int>

    private static let endMagic = 0x0605_4B50
    private static let end64Magic = 0x0606_4B50
    private static let locator64Magic = 0x0706_4B50
    /// Bytes of the record, and of the longest comment behind it.
    private static let recordBytes = 22
    private static let maxCommentBytes = 65_535

    /// Whether a blob ends with a directory of a zip file, whatever it begins with.
    static func endsZip(_ bytes: UnsafeRawBufferPointer) -> Bool {
        records(bytes, fitsComment: true).contains { ZipDirectory(bytes, record: $0) != nil }
    }

    /// The directories that programs may find: the one that most take first.
    static func all(_ bytes: UnsafeRawBufferPointer) -> [ZipDirectory] {
        let fitting = records(bytes, fitsComment: true)
        let others = records(bytes, fitsComment: false).filter { !fitting.contains($0) }
        return (fitting + others).compactMap { ZipDirectory(bytes, record: $0) }
    }

    /// Where records may stand, the last first.
    ///
    /// - Parameter fitsComment: whether the comment must end where the blob does.
    private static func records(
        _ bytes: UnsafeRawBufferPointer, fitsComment: Bool
    ) -> [Int] {
        guard let base = bytes.baseAddress else { return [] }
        var found: [Int] = []
        // Its last byte is one that texts do not have.
        var place = max(0, bytes.count - recordBytes - maxCommentBytes) + 3
        while place < bytes.count, let hit = memchr(base + place, 0x06, bytes.count - place) {
            let start = UnsafeRawPointer(hit) - base - 3
            place = start + 4
            guard bytes.uint32(at: start) == endMagic,
                let commentCount = bytes.uint16(at: start + 20),
                !fitsComment || start + recordBytes + commentCount == bytes.count
            else { continue }
            found.append(start)
        }
        return found.reversed()
    }

    /// - Returns: `nil` when no directory stands where the record says, nor right before it.
    private init?(_ bytes: UnsafeRawBufferPointer, record: Int) {
        guard var count = bytes.uint16(at: record + 10),
            var byteCount = bytes.uint32(at: record + 12),
            var start = bytes.uint32(at: record + 16),
            let commentCount = bytes.uint16(at: record + 20)
        else { return nil }
        var end = record
        var isWide = false
        let commentStart = record + ZipDirectory.recordBytes
        comment = commentStart..<min(bytes.count, commentStart + commentCount)
        var records = [record..<commentStart]
        if bytes.uint32(at: record - 20) == ZipDirectory.locator64Magic,
            let stated = bytes.uint64(at: record - 12),
            // Right before the locator where something stands in front of the file.
            let place = [stated, record - 20 - 56].first(where: {
                bytes.uint32(at: $0) == ZipDirectory.end64Magic
            }), place <= record - 20 - 56, let wideCount = bytes.uint64(at: place + 32),
            let wideByteCount = bytes.uint64(at: place + 40),
            let wideStart = bytes.uint64(at: place + 48)
        {
            end = place
            records += [place..<place + 56, record - 20..<record]
            isWide = count == 0xFFFF
            if isWide { count = wideCount }
            if byteCount == 0xFFFF_FFFF { byteCount = wideByteCount }
            if start == 0xFFFF_FFFF { start = wideStart }
        }
        self.records = records
        func isDirectory(_ place: Int) -> Bool {
            bytes.uint32(at: place) == ZipEntry.centralMagic
                || count == 0 && place == end && byteCount == 0
        }
        if byteCount <= end, end - byteCount >= start, isDirectory(end - byteCount) {
            self.start = end - byteCount
            shift = end - byteCount - start
        } else if isDirectory(start) {
            self.start = start
            shift = 0
        } else {
            return nil
        }
        self.count = count
        self.isWide = isWide
        self.record = record
    }
}
