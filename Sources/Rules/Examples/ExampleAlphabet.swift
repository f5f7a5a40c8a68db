/// The alphabets that a placeholder may name.
package enum ExampleAlphabet: String, CaseIterable, Sendable {
    case hex
    case upperHex = "HEX"
    case mixedHex = "hexi"
    case base62 = "b62"
    case base36 = "b36"
    case upperBase36 = "B36"
    case base64 = "b64"
    case base64URL = "b64u"
    case base32 = "b32"
    case upperBase32 = "B32"
    case digits = "dig"
    case letters = "alpha"
    case lower
    case upper = "UP"
    case word
    case base58 = "b58"
    case urlSafe = "urlsafe"
    case bech32

    /// Its characters, ASCII, each once.
    package var characters: [UInt8] {
        let digits = "0123456789"
        let lower = "abcdefghijklmnopqrstuvwxyz"
        let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let text =
            switch self {
            case .hex: digits + "abcdef"
            case .upperHex: digits + "ABCDEF"
            case .mixedHex: digits + "abcdefABCDEF"
            case .base62: digits + upper + lower
            case .base36: digits + lower
            case .upperBase36: digits + upper
            case .base64: digits + upper + lower + "+/"
            case .base64URL: digits + upper + lower + "-_"
            case .base32: lower + "234567"
            case .upperBase32: upper + "234567"
            case .digits: digits
            case .letters: upper + lower
            case .lower: lower
            case .upper: upper
            case .word: digits + upper + lower + "_"
            // RFC-less but fixed by Bitcoin: no 0, O, I, l.
            case .base58: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
            case .urlSafe: digits + upper + lower + "._-"
            // BIP-173, in upper case as `age` writes its keys.
            case .bech32: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
            }
        return [UInt8](text.utf8)
    }
}
