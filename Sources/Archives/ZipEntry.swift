/// One member of a zip file as one of its two headers describes it.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3.10, §4.3.7, §4.3.12 and §4.5.3 (Zip64).
struct ZipEntry {
    let name: String
    private let nameBytes: Range<Int>
    let flags: Int
    let method: Int
    let checksum: Int
    var packedSize: Int
    var size: Int
    /// Where its local header starts.
    var header: Int
    /// Where its data starts, of local headers alone.
    var data = 0

    static let localMagic = 0x0403_4B50
    static let centralMagic = 0x0201_4B50

    /// Whether the sizes stand behind the data and not in the local header.
    var hasSizesBehind: Bool { flags & 8 != 0 }
    var isEncrypted: Bool { flags & 1 != 0 }
    var isEmptyFolder: Bool { packedSize == 0 && size == 0 && name.hasSuffix("/") }

    /// The entry of the central directory at an offset, which moves behind it.
    init?(central bytes: UnsafeRawBufferPointer, at offset: inout Int) {
        guard bytes.uint32(at: offset) == ZipEntry.centralMagic,
            let flags = bytes.uint16(at: offset + 8), let method = bytes.uint16(at: offset + 10),
            let checksum = bytes.uint32(at: offset + 16),
            let packedSize = bytes.uint32(at: offset + 20),
            let size = bytes.uint32(at: offset + 24), let nameCount = bytes.uint16(at: offset + 28),
            let extraCount = bytes.uint16(at: offset + 30),
            let commentCount = bytes.uint16(at: offset + 32),
            let header = bytes.uint32(at: offset + 42),
            let name = bytes.part(offset + 46, nameCount),
            let extra = bytes.part(offset + 46 + nameCount, extraCount)
        else { return nil }
        self.name = ArchiveReader.name(name)
        nameBytes = offset + 46..<offset + 46 + nameCount
        self.flags = flags
        self.method = method
        self.checksum = checksum
        self.packedSize = packedSize
        self.size = size
        self.header = header
        offset += 46 + nameCount + extraCount + commentCount
        widen(extra)
    }

    /// The local header at an offset.
    init?(local bytes: UnsafeRawBufferPointer, at offset: Int) {
        guard bytes.uint32(at: offset) == ZipEntry.localMagic,
            let flags = bytes.uint16(at: offset + 6), let method = bytes.uint16(at: offset + 8),
            let checksum = bytes.uint32(at: offset + 14),
            let packedSize = bytes.uint32(at: offset + 18),
            let size = bytes.uint32(at: offset + 22), let nameCount = bytes.uint16(at: offset + 26),
            let extraCount = bytes.uint16(at: offset + 28),
            let name = bytes.part(offset + 30, nameCount),
            let extra = bytes.part(offset + 30 + nameCount, extraCount)
        else { return nil }
        self.name = ArchiveReader.name(name)
        nameBytes = offset + 30..<offset + 30 + nameCount
        self.flags = flags
        self.method = method
        self.checksum = checksum
        self.packedSize = packedSize
        self.size = size
        header = offset
        data = offset + 30 + nameCount + extraCount
        widen(extra)
    }

    /// Whether a local header is what programs write, and no such bytes by chance.
    func isPlausible(in bytes: UnsafeRawBufferPointer) -> Bool {
        !nameBytes.isEmpty && nameBytes.count <= 4096 && (method <= 20 || 93...99 ~= method)
            && bytes[nameBytes].allSatisfy { $0 >= 0x20 }
    }

    /// What the local header says otherwise than the directory; `nil` when they agree.
    func disagreement(with local: ZipEntry, in bytes: UnsafeRawBufferPointer) -> String? {
        if !bytes[nameBytes].elementsEqual(bytes[local.nameBytes]) { return "name" }
        if method != local.method { return "method" }
        if isEncrypted != local.isEncrypted { return "encryption" }
        // What is 0 may follow the data, whatever the flag says.
        if !local.hasSizesBehind, local.packedSize != 0, local.packedSize != packedSize {
            return "size"
        }
        return nil
    }

    /// Takes sizes and offset from the Zip64 field, where those of the header are all ones.
    private mutating func widen(_ extra: UnsafeRawBufferPointer) {
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
            next(&size)
            next(&packedSize)
            next(&header)
            return
        }
    }
}
