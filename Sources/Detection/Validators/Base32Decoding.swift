/// Base32 of RFC 4648 §6, either case, without padding or with `=`.
enum Base32Decoding {
    /// The decoded bytes, left-over bits dropped; `nil` for a foreign character or over 4 KiB.
    static func decode(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        guard text.count <= 4096 else { return nil }
        var output: [UInt8] = []
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        var padding = 0
        for byte in text {
            let value: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 97
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = UInt32(byte) - 24
            case UInt8(ascii: "="):
                padding += 1
                continue
            default: return nil
            }
            guard padding == 0 else { return nil }
            bits = (bits << 5 | value) & 0xFFFF
            bitCount += 5
            if bitCount >= 8 {
                bitCount -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        return padding <= 6 ? output : nil
    }
}
