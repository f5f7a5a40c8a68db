/// Base64 for example text (RFC 4648 §4 and §5).
enum ExampleBase64 {
    /// Standard alphabet, padded.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let text = encode(bytes, last: "+/")
        return text + [UInt8](repeating: UInt8(ascii: "="), count: (4 - text.count % 4) % 4)
    }

    /// URL-safe alphabet, unpadded.
    static func encodeURLSafe(_ bytes: [UInt8]) -> [UInt8] { encode(bytes, last: "-_") }

    private static func encode(_ bytes: [UInt8], last: String) -> [UInt8] {
        let letters = Array(
            ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + last).utf8)
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in bytes {
            bits = (bits << 8 | UInt32(byte)) & 0xFFFF
            bitCount += 8
            while bitCount >= 6 {
                bitCount -= 6
                text.append(letters[Int(bits >> UInt32(bitCount) & 63)])
            }
        }
        if bitCount > 0 { text.append(letters[Int(bits << UInt32(6 - bitCount) & 63)]) }
        return text
    }
}
