/// Reads tar files: POSIX ustar and pax, GNU's long names, and the old form without a magic.
///
/// - Source: POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
enum TarReader {
    private static let blockBytes = 512
    /// Longest pax header or long name that is read.
    private static let maxHeaderBytes = 1 << 20

    /// Whether the first block is a header: its checksum holds.
    static func isTar(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= blockBytes, bytes[0] != 0 else { return false }
        // The magic, or NULs where old headers have nothing.
        let magic = bytes[257..<262]
        guard magic.elementsEqual("ustar".utf8) || magic.allSatisfy({ $0 == 0 }) else {
            return false
        }
        return isHeader(bytes, at: 0)
    }

    static func read(
        _ bytes: UnsafeRawBufferPointer, _ budget: inout ArchiveBudget,
        _ visit: (ArchiveReader.Member, inout ArchiveBudget) -> Void
    ) -> [(member: String?, error: ArchiveError)] {
        var offset = 0
        var longName: String?
        var longSize: Int?
        while offset <= bytes.count - blockBytes {
            if bytes[offset..<offset + blockBytes].allSatisfy({ $0 == 0 }) { return [] }
            guard isHeader(bytes, at: offset) else {
                return [(nil, ArchiveError(.damaged, "a header is damaged; the rest was not read"))]
            }
            let kind = bytes[offset + 156]
            let isFile = kind == 0 || (0x30...0x37).contains(kind) && kind != 0x35
            guard let stated = number(bytes, offset + 124, 12) else {
                return [(nil, ArchiveError(.damaged, "a size is damaged; the rest was not read"))]
            }
            let size = isFile ? longSize ?? stated : stated
            let start = offset + blockBytes
            let name = longName ?? name(bytes, at: offset)
            // Links and folders have no data, whatever they say.
            let hasData = ![0x31, 0x32, 0x33, 0x34, 0x35, 0x36].contains(kind)
            let byteCount = hasData ? size : 0
            guard let data = bytes.part(start, byteCount) else {
                if isFile, let rest = bytes.part(start, bytes.count - start) {
                    budget.bytes -= rest.count
                    visit(ArchiveReader.Member(name: name, bytes: rest), &budget)
                }
                return [(name, ArchiveError(.damaged, "it is cut off"))]
            }
            switch kind {
            case 0x78 where byteCount <= maxHeaderBytes:
                (longName, longSize) = pax(data)
            case 0x4C where byteCount <= maxHeaderBytes:
                longName = ArchiveReader.name(data.prefix { $0 != 0 })
            case 0, 0x30, 0x37:
                longName = nil
                longSize = nil
                do throws(ArchiveError) {
                    try budget.countMember()
                    guard byteCount <= min(budget.bytes, budget.maxMemberBytes) else {
                        throw Decompression.tooLong(min(budget.bytes, budget.maxMemberBytes))
                    }
                } catch {
                    return [(name, error)]
                }
                budget.bytes -= byteCount
                visit(ArchiveReader.Member(name: name, bytes: data), &budget)
            case 0x67: break
            default:
                longName = nil
                longSize = nil
            }
            let padded = (byteCount + blockBytes - 1) / blockBytes * blockBytes
            offset = start + padded
        }
        return []
    }

    private static func isHeader(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        guard let stated = number(bytes, offset + 148, 8) else { return false }
        var sum = 8 * 0x20
        for place in 0..<blockBytes where !(148..<156).contains(place) {
            sum += Int(bytes[offset + place])
        }
        return sum == stated
    }

    /// Octal digits, or GNU's base 256 where the first bit is set.
    private static func number(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ byteCount: Int
    ) -> Int? {
        guard let field = bytes.part(start, byteCount), let first = field.first else { return nil }
        var value = 0
        if first == 0x80 {
            for byte in field.dropFirst() {
                guard value < 1 << 48 else { return nil }
                value = value << 8 | Int(byte)
            }
            return value
        }
        var digits = 0
        for byte in field {
            if (0x30...0x37).contains(byte) {
                guard value < 1 << 48 else { return nil }
                value = value << 3 | Int(byte - 0x30)
                digits += 1
            } else if byte == 0x20 || byte == 0 {
                if digits > 0 { break }
            } else {
                return nil
            }
        }
        return digits > 0 || field.allSatisfy { $0 == 0 || $0 == 0x20 } ? value : nil
    }

    private static func name(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> String {
        let name = ArchiveReader.name(bytes[offset..<offset + 100].prefix { $0 != 0 })
        guard bytes[offset + 257..<offset + 263].elementsEqual([0x75, 0x73, 0x74, 0x61, 0x72, 0])
        else { return name }
        let prefix = bytes[offset + 345..<offset + 500].prefix { $0 != 0 }
        return prefix.isEmpty ? name : ArchiveReader.name(prefix) + "/" + name
    }

    /// `path` and `size` of a pax header: lines of `LENGTH KEY=VALUE`.
    private static func pax(_ data: UnsafeRawBufferPointer) -> (String?, Int?) {
        var name: String?
        var size: Int?
        for line in data.split(separator: 0x0A) {
            guard let blank = line.firstIndex(of: 0x20) else { continue }
            let item = line[(blank + 1)...]
            if item.starts(with: "path=".utf8) { name = ArchiveReader.name(item.dropFirst(5)) }
            if item.starts(with: "size=".utf8) {
                size = Int(String(decoding: item.dropFirst(5), as: UTF8.self)).flatMap {
                    $0 >= 0 ? $0 : nil
                }
            }
        }
        return (name, size)
    }
}
