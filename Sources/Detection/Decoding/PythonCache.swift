/// The strings of a `.pyc` file.
enum PythonCache {
    /// Longest string that is looked at, in bytes.
    private static let maxStringBytes = 1 << 20

    /// Whether a blob is one: two bytes of the version, then `\r\n` (PEP 552).
    static func isCache(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 24 && bytes[2] == 0x0D && bytes[3] == 0x0A
            && (0x0C...0x0F).contains(bytes[1])
    }

    /// Where strings stand that CPython's marshal module wrote: a type with or without the flag for
    /// references, a length of one or four bytes, the text.
    static func constants(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var offset = 16
        while offset + 5 < bytes.count {
            let start: Int
            let length: Int
            switch bytes[offset] & 0x7F {
            case UInt8(ascii: "z"), UInt8(ascii: "Z"):
                start = offset + 2
                length = Int(bytes[offset + 1])
            case UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "u"), UInt8(ascii: "s"),
                UInt8(ascii: "t"):
                start = offset + 5
                length =
                    Int(bytes[offset + 1]) | Int(bytes[offset + 2]) << 8
                    | Int(bytes[offset + 3]) << 16 | Int(bytes[offset + 4]) << 24
            default:
                offset += 1
                continue
            }
            guard length >= 8, length <= maxStringBytes, length <= bytes.count - start,
                EncodedRun.isText(bytes[start..<start + min(length, 64)])
            else {
                offset += 1
                continue
            }
            ranges.append(start..<start + length)
            offset = start + length
        }
        return ranges
    }
}
