/// Sets of ASCII characters, as one table of bits.
enum ByteClass {
    static let base64: UInt8 = 1
    static let hex: UInt8 = 2
    /// What tokens and passwords in literals are made of: printable without quotes and blanks.
    static let token: UInt8 = 4
    static let digit: UInt8 = 8
    /// Letters, digits, `_`.
    static let word: UInt8 = 16
    /// Tab, line ends and what is printable.
    static let text: UInt8 = 32

    /// One character a byte: 64 and the bits of its sets. A literal, since a computed table would
    /// cost a check at each use.
    private static let table: StaticString = """
        @@@@@@@@@``@@`@@@@@@@@@@@@@@@@@@`d`dddd```de`ede\
        \u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}d``d`ddwwwwwwuuuuuuuuuuuuuuuuuuuud`ddu\
        `wwwwwwuuuuuuuuuuuuuuuuuuuudddd@@@@@@@@@@@@@@@@@\
        @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
        @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
        @@@@@@@@@@@@@@@@
        """

    /// The sets that hold a byte, by the byte.
    @inline(__always)
    static var sets: UnsafePointer<UInt8> { table.utf8Start }

    /// The value of a hexadecimal digit.
    @inline(__always)
    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    /// The value of a character of base64 in either alphabet.
    @inline(__always)
    static func base64Value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 65...90: byte - 65
        case 97...122: byte - 71
        case 48...57: byte + 4
        case 43, 45: 62
        case 47, 95: 63
        default: nil
        }
    }
}
