import ScanModel

/// Reads the primitives of the index format; every member is `nil` or false at the end.
struct IndexCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// How many bytes there are in all.
    var byteCount: Int { bytes.count }
    var remaining: Int { bytes.count - position }

    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= remaining else { return false }
        position += count
        return true
    }

    mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
        let start = position
        guard skip(count) else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
    }

    mutating func word() -> UInt32? {
        take(4).map { UInt32(bigEndian: $0.loadUnaligned(as: UInt32.self)) }
    }

    mutating func half() -> UInt16? {
        take(2).map { UInt16(bigEndian: $0.loadUnaligned(as: UInt16.self)) }
    }

    mutating func id(_ byteCount: Int) -> ObjectID? {
        take(byteCount).flatMap { ObjectID(rawBytes: $0) }
    }

    /// The bytes up to the next NUL, which is passed.
    mutating func terminated() -> UnsafeRawBufferPointer? {
        var end = position
        while end < bytes.count, bytes[end] != 0 { end += 1 }
        guard end < bytes.count else { return nil }
        let result = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
        position = end + 1
        return result
    }

    /// Git's offset encoding: seven bits a byte, one added for each continuation.
    mutating func variableLength() -> Int? {
        guard var byte = take(1)?.first else { return nil }
        var value = Int(byte & 0x7F)
        while byte & 0x80 != 0 {
            guard value < 1 << 40, let next = take(1)?.first else { return nil }
            byte = next
            value = (value + 1) << 7 | Int(byte & 0x7F)
        }
        return value
    }

    /// A decimal number, `-1` allowed, and the byte that ends it.
    mutating func decimal(endedBy end: UInt8) -> Int? {
        var isNegative = false
        var value = 0
        var digits = 0
        while let byte = take(1)?.first {
            if byte == end { return digits > 0 ? (isNegative ? -value : value) : nil }
            if byte == UInt8(ascii: "-"), digits == 0, !isNegative {
                isNegative = true
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 10 else {
                return nil
            }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            digits += 1
        }
        return nil
    }
}
