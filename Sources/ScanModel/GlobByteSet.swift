/// The bytes that a `[…]` of a glob takes as the first of a character.
struct GlobByteSet: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Whether characters beyond ASCII are taken, as by `[!a-z]`.
    private(set) var takesNonASCII = false

    /// Adds ASCII characters.
    mutating func insert(_ range: ClosedRange<UInt8>) {
        for byte in range where byte < 0x80 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
    }

    /// Turns the set into its complement.
    mutating func invert() {
        low = ~low
        high = ~high
        takesNonASCII.toggle()
    }

    /// Whether a character that starts with this byte is taken; `/` never is.
    func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"): false
        case ..<64: low >> UInt64(byte) & 1 == 1
        case ..<128: high >> UInt64(byte - 64) & 1 == 1
        default: takesNonASCII
        }
    }
}
