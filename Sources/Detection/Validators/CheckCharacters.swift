/// Numbers written the way credential formats write their check characters.
enum CheckCharacters {
    /// Digits 0-9 A-Z a-z, left-padded with 0 to `width`; more digits than that are cut off left.
    static func base62(_ number: UInt32, width: Int) -> [UInt8] {
        digits(
            of: number, in: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", width)
    }

    /// Lowercase base 36, left-padded with 0 to `width`.
    static func base36(_ number: UInt32, width: Int) -> [UInt8] {
        digits(of: number, in: "0123456789abcdefghijklmnopqrstuvwxyz", width)
    }

    /// Eight lowercase hexadecimal digits, most significant first.
    static func hex(_ number: UInt32) -> [UInt8] { digits(of: number, in: "0123456789abcdef", 8) }

    /// Eight uppercase hexadecimal digits, most significant first.
    static func upperHex(_ number: UInt32) -> [UInt8] {
        digits(of: number, in: "0123456789ABCDEF", 8)
    }

    /// The first six base64 characters of the four bytes, least significant first.
    static func base64LittleEndian(_ number: UInt32) -> [UInt8] {
        // Six characters hold 36 bits: four bytes and four zero bits.
        let bits = UInt64(number.byteSwapped) << 4
        var text: [UInt8] = []
        alphabetOfBase64.withUTF8Buffer { letters in
            for index in 0..<6 { text.append(letters[Int(bits >> UInt64(30 - 6 * index) & 63)]) }
        }
        return text
    }

    private static let alphabetOfBase64: StaticString =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    private static func digits(
        of number: UInt32, in alphabet: StaticString, _ width: Int
    ) -> [UInt8] {
        var text = [UInt8](repeating: 0, count: width)
        var rest = number
        alphabet.withUTF8Buffer { letters in
            let radix = UInt32(letters.count)
            for index in text.indices.reversed() {
                text[index] = letters[Int(rest % radix)]
                rest /= radix
            }
        }
        return text
    }
}
