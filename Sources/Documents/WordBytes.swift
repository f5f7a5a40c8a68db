/// Kinds of bytes in names.
enum WordBytes {
    /// Letters, digits and `_`.
    static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
            || byte == 0x5F
    }

    /// What names of settings are made of.
    static func isKey(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F
    }
}
