@testable import GitObjects

/// Makes a pack index; the object of number `n` has an id of bytes `n`, but for the first, `4n`.
struct MadeIndex {
    private struct Entry {
        var id: [UInt8]
        var offset: UInt64
        var checksum: UInt32
        /// Where its bytes end; at the next larger offset when `nil`.
        var end: Int?
    }

    private let format: ObjectFormat
    private var entries: [Entry] = []

    init(format: ObjectFormat) { self.format = format }

    /// How many objects there are.
    var count: Int { entries.count }

    /// The id of an object by its number.
    static func id(_ number: Int, _ format: ObjectFormat) -> [UInt8] {
        let number = UInt8(number & 63)
        return [number * 4] + [UInt8](repeating: number, count: format.idByteCount - 1)
    }

    /// Adds an object.
    /// - Parameters:
    ///   - number: of whom it has the id; its own when `nil`.
    ///   - end: where its bytes end; at the next larger offset when `nil`.
    mutating func add(offset: UInt64, number: Int? = nil, end: Int? = nil) {
        let id = MadeIndex.id(number ?? entries.count, format)
        entries.append(Entry(id: id, offset: offset, checksum: 0, end: end))
    }

    /// Lets the checksums be right, each of the bytes up to the next larger offset.
    /// - Parameter wrong: an object that gets a wrong one.
    mutating func fillChecksums(of pack: [UInt8], wrong: Int? = nil) {
        let end = UInt64(pack.count - format.idByteCount)
        let offsets = Set(entries.map { min($0.offset, end) }).sorted() + [end]
        pack.withUnsafeBytes { pack in
            for (number, entry) in entries.enumerated() {
                let next = offsets.first { $0 > entry.offset } ?? end
                guard entry.offset < next else { continue }
                let stored = pack[Int(entry.offset)..<(entry.end ?? Int(next))]
                entries[number].checksum = Inflater.crc32(UnsafeRawBufferPointer(rebasing: stored))
                if number == wrong { entries[number].checksum ^= 1 }
            }
        }
    }

    /// The file, of version 2 or 1.
    func file(packTrailer: ArraySlice<UInt8>, isVersion1: Bool = false) -> [UInt8] {
        let sorted = entries.sorted { $0.id.lexicographicallyPrecedes($1.id) }
        var bytes: [UInt8] = isVersion1 ? [] : [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]
        var fanout = [UInt32](repeating: 0, count: 256)
        for entry in sorted { fanout[Int(entry.id[0])] += 1 }
        var total: UInt32 = 0
        for count in fanout {
            total += count
            bytes += BigEndian.bytes(total)
        }
        if isVersion1 {
            for entry in sorted {
                bytes += BigEndian.bytes(UInt32(truncatingIfNeeded: entry.offset)) + entry.id
            }
        } else {
            for entry in sorted { bytes += entry.id }
            for entry in sorted { bytes += BigEndian.bytes(entry.checksum) }
            var long: [UInt8] = []
            for entry in sorted {
                if entry.offset < 0x8000_0000 {
                    bytes += BigEndian.bytes(UInt32(entry.offset))
                } else {
                    bytes += BigEndian.bytes(0x8000_0000 | UInt32(long.count / 8))
                    long += BigEndian.bytes(entry.offset)
                }
            }
            bytes += long
        }
        return bytes + packTrailer + [UInt8](repeating: 0, count: format.idByteCount)
    }
}
