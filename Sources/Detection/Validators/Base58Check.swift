/// Bitcoin's Base58Check: bytes, then the first four bytes of their double SHA-256, in base 58.
enum Base58Check {
    /// Longest text that is decoded: the cost grows with the square.
    static let maxLength = 640

    /// The payload when the checksum fits, `[]` when it does not, `nil` for foreign characters.
    static func payload(of text: UnsafeRawBufferPointer) -> [UInt8]? {
        guard let bytes = decode(text), bytes.count >= 5 else { return nil }
        let payload = Array(bytes.dropLast(4))
        let digest = SHA256Checksum.digest(of: SHA256Checksum.digest(of: payload))
        return digest.prefix(4).elementsEqual(bytes.suffix(4)) ? payload : []
    }

    private static func decode(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        guard text.count <= maxLength else { return nil }
        // Least significant byte first.
        var number: [UInt8] = []
        var leadingZeros = 0
        for byte in text {
            guard let digit = digit(byte) else { return nil }
            if digit == 0, number.isEmpty { leadingZeros += 1 }
            var carry = UInt32(digit)
            for index in number.indices {
                carry += UInt32(number[index]) * 58
                number[index] = UInt8(truncatingIfNeeded: carry)
                carry >>= 8
            }
            if carry > 0 { number.append(UInt8(truncatingIfNeeded: carry)) }
        }
        return [UInt8](repeating: 0, count: leadingZeros) + number.reversed()
    }

    /// Place in `1-9A-HJ-NP-Za-km-z`.
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "1")...UInt8(ascii: "9"): byte - 49
        case UInt8(ascii: "A")...UInt8(ascii: "H"): byte - 56
        case UInt8(ascii: "J")...UInt8(ascii: "N"): byte - 57
        case UInt8(ascii: "P")...UInt8(ascii: "Z"): byte - 58
        case UInt8(ascii: "a")...UInt8(ascii: "k"): byte - 64
        case UInt8(ascii: "m")...UInt8(ascii: "z"): byte - 65
        default: nil
        }
    }
}
