/// Bytes of an example by their hexadecimal digits, for formats that are no text.
enum RawBytes {
    static func read(_ digits: String?) throws(ExampleError) -> [UInt8] {
        let digits = Array((digits ?? "").utf8)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
        }
        guard !bytes.isEmpty, bytes.count * 2 == digits.count else {
            throw ExampleError(
                .unknownPlaceholder,
                "⟦raw⟧ has no pairs of hexadecimal digits; expected ⟦raw:0D0A⟧")
        }
        return bytes
    }
}
