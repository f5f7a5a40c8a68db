/// Makes zlib streams that compress nothing: a fuzzer can reach what stands in them.
///
/// - Source: RFC 1950; RFC 1951, 3.2.4.
enum StoredStream {
    /// A stream of at most 65,535 bytes.
    static func make(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let count = min(bytes.count, 0xFFFF)
        let low = UInt8(count & 0xFF)
        let high = UInt8(count >> 8)
        var stream: [UInt8] = [0x78, 0x01, 0x01, low, high, ~low, ~high]
        stream.append(contentsOf: bytes.prefix(count))
        var first: UInt32 = 1
        var second: UInt32 = 0
        for byte in bytes.prefix(count) {
            first = (first + UInt32(byte)) % 65521
            second = (second + first) % 65521
        }
        return stream + BigEndian.bytes(second << 16 | first)
    }
}
