/// A lowercase word of at most 16 bytes; of longer ones the end.
struct CredentialWord: Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    private(set) var count = 0

    /// An empty word.
    init() {}

    init(_ text: String) { for byte in text.utf8 { append(byte) } }

    /// Adds a byte at the end, in lower case.
    mutating func append(_ byte: UInt8) {
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(LineText.lowered(byte))
        count = min(16, count + 1)
    }

    /// The word without its last bytes.
    func dropping(_ byteCount: Int) -> CredentialWord {
        var word = self
        for _ in 0..<min(byteCount, count) {
            word.low = word.low >> 8 | word.high << 56
            word.high >>= 8
            word.count -= 1
        }
        return word
    }

    /// The last bytes alone.
    func suffix(_ byteCount: Int) -> CredentialWord {
        var word = self
        if byteCount < 8 {
            word.high = 0
            word.low &= 1 << UInt64(byteCount * 8) - 1
        } else if byteCount < 16 {
            word.high &= 1 << UInt64((byteCount - 8) * 8) - 1
        }
        word.count = min(count, byteCount)
        return word
    }

    /// The words of a text, parted by blanks.
    static func set(_ text: String) -> Set<CredentialWord> {
        Set(
            text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map {
                CredentialWord(String($0))
            })
    }
}
