/// How often each kind of character stands in a value.
struct CharacterTally {
    private(set) var lowers = 0
    private(set) var uppers = 0
    private(set) var digits = 0
    private(set) var marks = 0
    /// Of the marks those that no token has: brackets, quotes, backslashes.
    private(set) var brackets = 0
    private(set) var blanks = 0
    private(set) var controls = 0
    /// Bytes beyond ASCII.
    private(set) var others = 0
    /// Whether all are hexadecimal digits in one case.
    private(set) var isHex = true
    private var seenLow: UInt64 = 0
    private var seenHigh: UInt64 = 0

    init(_ value: UnsafeRawBufferPointer) {
        var hasUpperHex = false
        var hasLowerHex = false
        for byte in value {
            switch byte {
            case 0x61...0x7A:
                lowers += 1
                if byte > 0x66 { isHex = false } else { hasLowerHex = true }
            case 0x41...0x5A:
                uppers += 1
                if byte > 0x46 { isHex = false } else { hasUpperHex = true }
            case 0x30...0x39: digits += 1
            case 0x20: blanks += 1
            case 0..<0x20, 0x7F: controls += 1
            case 0x80...: others += 1
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "\""),
                UInt8(ascii: "'"), UInt8(ascii: "`"):
                marks += 1
                brackets += 1
            default: marks += 1
            }
            if byte < 64 {
                seenLow |= 1 << UInt64(byte)
            } else if byte < 128 {
                seenHigh |= 1 << UInt64(byte - 64)
            }
        }
        if marks + blanks + controls + others > 0 || hasUpperHex && hasLowerHex { isHex = false }
    }

    var letters: Int { lowers + uppers }

    /// Different ASCII characters.
    var distinct: Int { seenLow.nonzeroBitCount + seenHigh.nonzeroBitCount }

    /// Of small letters, capitals, digits and marks how many kinds there are.
    var kinds: Int {
        (lowers > 0 ? 1 : 0) + (uppers > 0 ? 1 : 0) + (digits > 0 ? 1 : 0) + (marks > 0 ? 1 : 0)
    }
}
