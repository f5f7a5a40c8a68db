/// The texts of the rows of a SQLite database.
///
/// - Source: sqlite.org, "Database File Format", §1.3, §1.6, §2.1.
enum SQLiteFile {
    private static let magic = Array("SQLite format 3\0".utf8)
    /// Most columns of a row that are looked at.
    private static let maxColumns = 2000

    static func isDatabase(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 512 && bytes.starts(with: magic)
    }

    /// Whether texts are written in UTF-16, and with the low byte first: the number at offset 56.
    static func wideEncoding(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        switch number(bytes, 56) {
        case 2: .utf16LittleEndian
        case 3: .utf16BigEndian
        default: nil
        }
    }

    /// Hands over where each text stands: one piece, and one more for each overflow page.
    ///
    /// - Returns: false when rows overlap and only some were read: more of them cannot be told from
    ///   rows without end.
    static func forEachText(
        _ bytes: UnsafeRawBufferPointer, _ body: ([Range<Int>]) -> Void
    ) -> Bool {
        let stated = Int(bytes[16]) << 8 | Int(bytes[17])
        let size = stated == 1 ? 65_536 : stated
        let usable = size - Int(bytes[20])
        guard size >= 512, usable >= 480 else { return true }
        // No byte stands in two rows; some room is left for the pieces of small ones.
        var work = bytes.count * 2
        for page in 0..<bytes.count / size {
            let start = page * size
            let header = start + (page == 0 ? 100 : 0)
            // Leaves of tables: only they hold rows.
            guard bytes[header] == 0x0D else { continue }
            let count = Int(bytes[header + 3]) << 8 | Int(bytes[header + 4])
            for cell in 0..<count {
                let pointer = header + 8 + 2 * cell
                guard pointer + 2 <= start + size else { break }
                let offset = Int(bytes[pointer]) << 8 | Int(bytes[pointer + 1])
                guard offset < usable else { continue }
                row(bytes, at: start + offset, page: start, size: size, usable: usable, &work, body)
                if work < 0 { return false }
            }
        }
        return true
    }

    private static func row(
        _ bytes: UnsafeRawBufferPointer, at cell: Int, page: Int, size: Int, usable: Int,
        _ work: inout Int, _ body: ([Range<Int>]) -> Void
    ) {
        var offset = cell
        let end = page + usable
        guard let payload = varint(bytes, &offset, end), varint(bytes, &offset, end) != nil,
            payload > 0, payload <= bytes.count
        else { return }
        let maxLocal = usable - 35
        let minLocal = (usable - 12) * 32 / 255 - 23
        let spilled = minLocal + (payload - minLocal) % (usable - 4)
        let local = payload <= maxLocal ? payload : spilled <= maxLocal ? spilled : minLocal
        guard local > 0, offset + local <= end else { return }
        var pieces = [offset..<offset + local]
        work -= local
        var rest = payload - local
        var next = rest > 0 ? number(bytes, offset + local) : 0
        // Every page takes something off the rest.
        while rest > 0, next > 0, work >= 0, (next - 1) * size + usable <= bytes.count {
            let start = (next - 1) * size
            let taken = min(rest, usable - 4)
            pieces.append(start + 4..<start + 4 + taken)
            rest -= taken
            work -= taken
            next = number(bytes, start)
        }
        // The header of a record stands on its first page in all but absurd tables.
        var place = pieces[0].lowerBound
        let headEnd = pieces[0].upperBound
        guard let headerBytes = varint(bytes, &place, headEnd), headerBytes <= local else { return }
        let types = pieces[0].lowerBound + headerBytes
        var column = headerBytes
        for _ in 0..<maxColumns {
            guard place < types, let type = varint(bytes, &place, types) else { return }
            let length = byteCount(ofType: type)
            if type >= 13, type & 1 == 1, length >= 8 {
                work -= pieces.count
                guard work >= 0 else { return }
                body(parts(of: pieces, column..<column + length))
            }
            guard length <= payload - column else { return }
            column += length
        }
    }

    private static func byteCount(ofType type: Int) -> Int {
        switch type {
        case 1...4: type
        case 5: 6
        case 6, 7: 8
        case 12...: (type - (type & 1 == 1 ? 13 : 12)) / 2
        default: 0
        }
    }

    /// Where a stretch of the payload stands.
    private static func parts(of pieces: [Range<Int>], _ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var offset = 0
        for piece in pieces {
            let part = range.clamped(to: offset..<offset + piece.count)
            if !part.isEmpty {
                let start = piece.lowerBound + part.lowerBound - offset
                parts.append(start..<start + part.count)
            }
            offset += piece.count
        }
        return parts
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
        guard offset >= 0, offset + 4 <= bytes.count else { return 0 }
        return (0..<4).reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    }

    /// Numbers of up to seven bytes; longer ones are no sizes.
    private static func varint(
        _ bytes: UnsafeRawBufferPointer, _ offset: inout Int, _ end: Int
    ) -> Int? {
        var value = 0
        for count in 0..<9 {
            guard offset < end, offset < bytes.count else { return nil }
            let byte = bytes[offset]
            offset += 1
            // Row ids may be negative and then take nine bytes; nobody asks for their value.
            if count < 7 { value = value << 7 | Int(byte & 0x7F) }
            if byte < 0x80 { return value }
        }
        return value
    }
}
