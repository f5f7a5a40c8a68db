/// Decodes the base64 text in which the build embeds the literal database.
enum StoredDatabase {
    /// The bytes; `nil` when empty or not well-formed base64.
    static func decode(_ text: StaticString) -> [UInt8]? {
        guard text.hasPointerRepresentation, text.utf8CodeUnitCount > 0,
            text.utf8CodeUnitCount % 4 == 0
        else { return nil }
        let source = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return table.withUnsafeBufferPointer { table in
            [UInt8](unsafeUninitializedCapacity: source.count / 4 * 3) { target, count in
                count = 0
                var offset = 0
                while offset < source.count {
                    var group: UInt32 = 0
                    for byte in source[offset..<(offset + 4)] {
                        group = group << 6 | UInt32(table[Int(byte)] & 63)
                    }
                    target[count] = UInt8(truncatingIfNeeded: group >> 16)
                    target[count + 1] = UInt8(truncatingIfNeeded: group >> 8)
                    target[count + 2] = UInt8(truncatingIfNeeded: group)
                    count += 3
                    offset += 4
                }
                count -= source.suffix(2).count { $0 == UInt8(ascii: "=") }
            }
        }
    }

    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, byte) in alphabet.utf8.enumerated() { table[Int(byte)] = UInt8(value) }
        return table
    }()
}
