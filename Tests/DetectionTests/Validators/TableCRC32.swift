/// CRC-32 by definition, bit by bit, so that no test leans on what it tests.
enum TableCRC32 {
    static func checksum(of bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    /// Digits 0-9 A-Z a-z or a head of them, padded with 0.
    static func text(_ number: UInt32, radix: UInt32, width: Int, upper: Bool = false) -> String {
        let letters = Array(
            radix == 62
                ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                : upper ? "0123456789ABCDEF" : "0123456789abcdefghijklmnopqrstuvwxyz")
        var rest = number
        var digits = ""
        for _ in 0..<width {
            digits = String(letters[Int(rest % radix)]) + digits
            rest /= radix
        }
        return digits
    }
}
