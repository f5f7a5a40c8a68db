/// Reads a delta: how a target is made of pieces of a base and of new bytes.
///
/// - Source: git, Documentation/gitformat-pack.txt, "Deltified representation".
struct DeltaReader {
    /// One piece of the target.
    enum Piece {
        /// So many bytes of the base from an offset on; inside the base.
        case copy(baseStart: Int, byteCount: Int)
        /// New bytes; borrowed from the delta.
        case insert(UnsafeRawBufferPointer)
    }

    /// Size in bytes that the base must have.
    let baseByteCount: Int
    /// Size in bytes of the target.
    let targetByteCount: Int
    private let bytes: UnsafeRawBufferPointer
    private var position: Int
    /// Whether the reader met bytes that are no delta.
    private(set) var isCorrupt = false

    /// Reads the two sizes at the start; `nil` when they are not there.
    init?(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        var position = 0
        guard let base = DeltaReader.size(bytes, &position),
            let target = DeltaReader.size(bytes, &position)
        else { return nil }
        baseByteCount = base
        targetByteCount = target
        self.position = position
    }

    /// The next piece; `nil` at the end and at a fault.
    mutating func next() -> Piece? {
        guard !isCorrupt, position < bytes.count else { return nil }
        let command = bytes[position]
        position += 1
        if command & 0x80 == 0 {
            let count = Int(command)
            // 0 is reserved.
            guard count > 0, bytes.count - position >= count else { return fail() }
            defer { position += count }
            return .insert(UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
        }
        var start = 0
        var count = 0
        for bit in 0..<7 where command & (1 << UInt8(bit)) != 0 {
            guard position < bytes.count else { return fail() }
            let byte = Int(bytes[position])
            position += 1
            if bit < 4 { start |= byte << (8 * bit) } else { count |= byte << (8 * (bit - 4)) }
        }
        if count == 0 { count = 0x10000 }
        guard start <= baseByteCount, count <= baseByteCount - start else { return fail() }
        return .copy(baseStart: start, byteCount: count)
    }

    private mutating func fail() -> Piece? {
        isCorrupt = true
        return nil
    }

    private static func size(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Int? {
        var size: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard position < bytes.count, shift <= 56 else { return nil }
            let byte = bytes[position]
            position += 1
            size |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return Int(exactly: size) }
            shift += 7
        }
    }
}
