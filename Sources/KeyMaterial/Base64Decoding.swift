/// Strict, bounded base64 (RFC 4648 §4 and §5).
package enum Base64Decoding {
    /// Which characters stand for 62 and 63.
    package enum Alphabet: Sendable {
        /// `+` and `/`.
        case standard
        /// `-` and `_`.
        case urlSafe
        /// Either pair, not mixed within one text.
        case either
    }

    /// What is expected of `=` at the end.
    package enum Padding: Sendable {
        case required
        case forbidden
        case optional
    }

    /// The decoded bytes; `nil` for a foreign character, a wrong length or padding, non-zero bits
    /// after the last byte (RFC 4648 §3.5), or more than `maxOutputBytes`.
    package static func decode(
        _ text: UnsafeRawBufferPointer, alphabet: Alphabet = .standard,
        padding: Padding = .required, maxOutputBytes: Int = 1 << 20
    ) -> [UInt8]? {
        var length = text.count
        var padCount = 0
        while padCount < 2, length > 0, text[length - 1] == UInt8(ascii: "=") {
            length -= 1
            padCount += 1
        }
        let remainder = length % 4
        guard remainder != 1, length / 4 <= maxOutputBytes / 3 else { return nil }
        let expectedPadding = remainder == 0 ? 0 : 4 - remainder
        switch padding {
        case .required: guard padCount == expectedPadding else { return nil }
        case .forbidden: guard padCount == 0 else { return nil }
        case .optional: guard padCount == 0 || padCount == expectedPadding else { return nil }
        }
        var output: [UInt8] = []
        output.reserveCapacity(length / 4 * 3 + 2)
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        var sawStandard = false
        var sawURLSafe = false
        for index in 0..<length {
            let value: UInt32
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
            case UInt8(ascii: "+"), UInt8(ascii: "/"):
                sawStandard = true
                value = byte == UInt8(ascii: "+") ? 62 : 63
            case UInt8(ascii: "-"), UInt8(ascii: "_"):
                sawURLSafe = true
                value = byte == UInt8(ascii: "-") ? 62 : 63
            default: return nil
            }
            bits = (bits << 6 | value) & 0xFFFF
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        switch alphabet {
        case .standard: guard !sawURLSafe else { return nil }
        case .urlSafe: guard !sawStandard else { return nil }
        case .either: guard !(sawStandard && sawURLSafe) else { return nil }
        }
        guard bits & ((1 << bitCount) - 1) == 0, output.count <= maxOutputBytes else { return nil }
        return output
    }

    /// The same for an array.
    package static func decode(
        _ text: [UInt8], alphabet: Alphabet = .standard, padding: Padding = .required,
        maxOutputBytes: Int = 1 << 20
    ) -> [UInt8]? {
        text.withUnsafeBytes {
            decode($0, alphabet: alphabet, padding: padding, maxOutputBytes: maxOutputBytes)
        }
    }
}
