/// A set of ASCII characters.
struct CharacterSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Takes the ASCII characters of `text`.
    init(_ text: StaticString) {
        text.withUTF8Buffer { for byte in $0 { insert(byte) } }
    }

    private mutating func insert(_ byte: UInt8) {
        if byte < 64 {
            low |= 1 << UInt64(byte)
        } else if byte < 128 {
            high |= 1 << UInt64(byte - 64)
        }
    }

    /// Whether `byte` is one of them.
    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }

    /// Whether every byte is one of them; true of no bytes.
    func containsAll(of bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.allSatisfy { contains($0) }
    }

    /// 0-9.
    static let digits = CharacterSet("0123456789")
    /// 0-9 a-f.
    static let lowerHex = CharacterSet("0123456789abcdef")
    /// 0-9 a-f A-F.
    static let hex = CharacterSet("0123456789abcdefABCDEF")
    /// 0-9 A-F.
    static let upperHex = CharacterSet("0123456789ABCDEF")
    /// 0-9 A-Z a-z.
    static let base62 = CharacterSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    /// 0-9 A-Z a-z - _.
    static let base64URL = CharacterSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_")
    /// 0-9 A-Z a-z + /.
    static let base64 = CharacterSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/")
    /// A-Z a-z.
    static let letters = CharacterSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
}
