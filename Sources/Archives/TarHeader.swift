/// The header block of one member of a tar file.
///
/// - Source: POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
struct TarHeader {
    static let blockBytes = 512

    /// What the member is, as a byte.
    let kind: UInt8
    /// What is said of its size.
    let size: Int
    let name: String

    /// The header at an offset; `nil` when its checksum or its size is none.
    init?(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        guard TarHeader.holdsChecksum(bytes, at: offset),
            let size = TarHeader.number(bytes, offset + 124, 12)
        else { return nil }
        kind = bytes[offset + 156]
        self.size = size
        let name = ArchiveReader.name(bytes[offset..<offset + 100].prefix { $0 != 0 })
        let isPOSIX = bytes[offset + 257..<offset + 263].elementsEqual("ustar\0".utf8)
        let prefix = bytes[offset + 345..<offset + 500].prefix { $0 != 0 }
        self.name =
            isPOSIX && !prefix.isEmpty ? ArchiveReader.name(prefix) + "/" + name : name
    }

    /// Whether the member is a link, a folder or a device: they have no data, unless writers say so.
    var isSeldomFile: Bool { (0x31...0x36).contains(kind) }

    /// Whether the checksum of the block at an offset holds.
    static func holdsChecksum(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        guard let block = bytes.part(offset, blockBytes),
            let stated = number(bytes, offset + 148, 8)
        else { return false }
        var sum = 8 * 0x20
        var signedSum = sum
        for place in 0..<blockBytes where !(148..<156).contains(place) {
            sum += Int(block[place])
            signedSum += Int(Int8(bitPattern: block[place]))
        }
        // Old writers took characters for signed ones, and readers take both.
        return sum == stated || signedSum == stated
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
}
