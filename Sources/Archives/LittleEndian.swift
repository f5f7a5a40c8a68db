extension UnsafeRawBufferPointer {
    /// Little-endian numbers of two, four and eight bytes; `nil` beyond the end.
    func uint16(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 2 else { return nil }
        return Int(self[offset]) | Int(self[offset + 1]) << 8
    }

    func uint32(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 4 else { return nil }
        return (0..<4).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }

    /// Numbers beyond `Int.max` are no sizes.
    func uint64(at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - 8, self[offset + 7] < 0x80 else { return nil }
        return (0..<8).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }

    /// Part of the bytes; `nil` when it does not lie within.
    func part(_ start: Int, _ byteCount: Int) -> UnsafeRawBufferPointer? {
        guard start >= 0, byteCount >= 0, start <= count, byteCount <= count - start else {
            return nil
        }
        return UnsafeRawBufferPointer(rebasing: self[start..<start + byteCount])
    }
}
