/// How many terminal columns text takes.
///
/// - Source: Unicode 15.1 `EastAsianWidth.txt` (W and F), rounded to blocks; UAX #11.
enum DisplayWidth {
    /// Columns of one character: 0, 1 or 2.
    static func columns(_ character: Character) -> Int {
        if character.isASCII { return 1 }
        var columns = 0
        for scalar in character.unicodeScalars {
            // The variation selector asks for the emoji form, which is wide.
            if scalar.value == 0xFE0F { return 2 }
            columns = max(columns, self.columns(scalar))
        }
        return columns
    }

    /// Columns of a text without control characters.
    static func columns(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        if scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.value {
        case 0x200D: return 0
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08,
            0x1AFF0...0x1B2FB, 0x1F200...0x1F2FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
