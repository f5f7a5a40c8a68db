import GitObjects

/// Assembles a pack of entries whose contents a fuzzer writes: streams and sizes come out right,
/// unless an option says otherwise, and so what lies behind them is reached.
///
/// Input: an entry is a byte of options, for deltas a byte for the base, a length and so many bytes.
/// Options: the low three bits are the type; 8 keeps a delta's own two sizes; then in the next two
/// bits nothing, a wrong size, the offset of the entry before, or a wild offset; 32 and 64 the id
/// of another; 128 a wrong checksum.
struct PackAssembly {
    private(set) var index: MadeIndex
    private let format: ObjectFormat
    private var pack: [UInt8] = Array("PACK".utf8) + [0, 0, 0, 2, 0, 0, 0, 0]
    private var offsets: [Int] = []
    /// How long each object is; `nil` when nothing says so.
    private var lengths: [Int?] = []
    private var wrong: Int?
    private let padding: [UInt8]

    /// - Parameter isHeavy: whether each entry is followed by bytes that nothing reads, so that
    ///   families are heavy enough to be shared between threads.
    init(_ input: inout FuzzInput, format: ObjectFormat, isHeavy: Bool) {
        self.format = format
        padding = [UInt8](repeating: 0x5A, count: isHeavy ? 1 << 14 : 0)
        index = MadeIndex(format: format)
        while !input.rest.isEmpty, offsets.count < 64 { add(&input) }
    }

    /// The pack, and its checksums in the index.
    mutating func finish() -> [UInt8] {
        pack.replaceSubrange(8..<12, with: BigEndian.bytes(UInt32(index.count)))
        pack += [UInt8](repeating: 0x5A, count: format.idByteCount)
        index.fillChecksums(of: pack, wrong: wrong)
        return pack
    }

    private mutating func add(_ input: inout FuzzInput) {
        let options = input.byte()
        let type = options & 7
        let number = offsets.count
        var head: [UInt8] = []
        var baseLength: Int?
        if type == 6 || type == 7 {
            let choice = Int(input.byte())
            if type == 7 {
                head = MadeIndex.id(choice, format)
                if choice < number { baseLength = lengths[choice] }
            } else if number > 0 {
                let base = number - 1 - choice % number
                head = PackAssembly.distance(pack.count - offsets[base])
                baseLength = lengths[base]
            } else {
                head = PackAssembly.distance(choice)
            }
        }
        var content = [UInt8](input.take(Int(input.byte())))
        var length: Int? = content.count
        if type == 6 || type == 7 {
            length = nil
            if options & 8 == 0, let baseLength {
                let count = PlainDelta.targetByteCount(ofCommands: content[...])
                content = PlainDelta.size(baseLength) + PlainDelta.size(count) + content
                length = count
            }
        }
        let isWrongSize = options & 0x18 == 0x10
        let size = content.count + (isWrongSize ? 1 : 0)
        let isWild = type & 1 == 1 && options & 0x18 == 0x18
        let isRepeated = type & 1 == 0 && options & 0x18 == 0x18
        if options & 0x80 != 0 { wrong = number }
        let start = pack.count
        pack += PackAssembly.size(size, type: type) + head
        pack += content.withUnsafeBytes { StoredStream.make($0) }
        let isElsewhere = isWild || isRepeated
        index.add(
            offset: isWild
                ? UInt64(truncatingIfNeeded: number) << 40 | 13
                : UInt64(isRepeated ? offsets.last ?? 0 : start),
            number: options & 0x60 == 0x60 ? number / 2 : nil,
            end: isElsewhere ? nil : pack.count)
        pack += padding
        offsets.append(start)
        lengths.append(length)
    }

    /// Type and size as heads of entries write them.
    private static func size(_ size: Int, type: UInt8) -> [UInt8] {
        let first = type << 4 | UInt8(size & 15)
        return size < 16 ? [first] : [first | 0x80] + PlainDelta.size(size >> 4)
    }

    /// A distance as OFS_DELTA writes it.
    private static func distance(_ distance: Int) -> [UInt8] {
        var bytes = [UInt8(distance & 0x7F)]
        var rest = distance >> 7
        while rest > 0 {
            rest -= 1
            bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
            rest >>= 7
        }
        return bytes
    }
}
