/// Steps through bytes that should be UTF-8, without trusting them.
///
/// - Source: The Unicode Standard 15.0, table 3-7, "Well-Formed UTF-8 Byte Sequences".
enum UTF8Decoding {
    /// Length of the well-formed sequence at `offset`, which must lie in `bytes`; 0 when there is
    /// none.
    @inline(__always)
    static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        let lead = bytes[offset]
        if lead < 0x80 { return 1 }
        guard (0xC2...0xF4).contains(lead), offset + 1 < bytes.count else { return 0 }
        let second = bytes[offset + 1]
        guard isSecond(second, after: lead) else { return 0 }
        if lead < 0xE0 { return 2 }
        guard offset + 2 < bytes.count, isContinuation(bytes[offset + 2]) else { return 0 }
        if lead < 0xF0 { return 3 }
        guard offset + 3 < bytes.count, isContinuation(bytes[offset + 3]) else { return 0 }
        return 4
    }

    /// Whether `second` may follow `lead` (0xC2…0xF4).
    @inline(__always)
    static func isSecond(_ second: UInt8, after lead: UInt8) -> Bool {
        switch lead {
        case 0xE0: (0xA0...0xBF).contains(second)
        case 0xED: (0x80...0x9F).contains(second)
        case 0xF0: (0x90...0xBF).contains(second)
        case 0xF4: (0x80...0x8F).contains(second)
        default: isContinuation(second)
        }
    }

    /// Whether a byte continues a sequence.
    @inline(__always)
    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The scalar of the well-formed sequence of `length` bytes at `offset`.
    @inline(__always)
    static func scalar(
        _ bytes: UnsafeRawBufferPointer, at offset: Int, length: Int
    ) -> Unicode.Scalar {
        let value: UInt32
        switch length {
        case 1: value = UInt32(bytes[offset])
        case 2: value = UInt32(bytes[offset] & 0x1F) << 6 | low(bytes[offset + 1])
        case 3:
            value =
                UInt32(bytes[offset] & 0x0F) << 12 | low(bytes[offset + 1]) << 6
                | low(bytes[offset + 2])
        case 4:
            value =
                UInt32(bytes[offset] & 0x07) << 18 | low(bytes[offset + 1]) << 12
                | low(bytes[offset + 2]) << 6 | low(bytes[offset + 3])
        default: value = 0xFFFD
        }
        return Unicode.Scalar(value) ?? replacement
    }

    /// Length of the maximal subpart of an ill-formed sequence at `offset`: what WHATWG decoders
    /// (Node's among them) replace by one U+FFFD. At least 1.
    static func illFormedLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        let lead = bytes[offset]
        guard (0xC2...0xF4).contains(lead), offset + 1 < bytes.count,
            isSecond(bytes[offset + 1], after: lead)
        else { return 1 }
        guard lead >= 0xF0, offset + 2 < bytes.count, isContinuation(bytes[offset + 2]) else {
            return lead >= 0xE0 ? 2 : 1
        }
        return 3
    }

    /// U+FFFD.
    static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// Number of leading bytes from `start` that are ASCII, found eight at a time.
    @inline(__always)
    static func asciiPrefixEnd(
        _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
    ) -> Int {
        var offset = start
        while offset &+ 8 <= end {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard word & 0x8080_8080_8080_8080 == 0 else { break }
            offset &+= 8
        }
        while offset < end, bytes[offset] < 0x80 { offset &+= 1 }
        return offset
    }

    /// Whether all bytes are well-formed UTF-8.
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var offset = 0
        while true {
            offset = asciiPrefixEnd(bytes, from: offset, to: bytes.count)
            guard offset < bytes.count else { return true }
            let length = sequenceLength(bytes, at: offset)
            guard length > 0 else { return false }
            offset &+= length
        }
    }

    private static func low(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }
}
