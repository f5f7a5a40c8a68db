/// Text and numbers of literals.
enum LiteralText {
    /// The text of a string, escapes undone; `nil` when a part of it is not literal.
    static func text(_ value: CodeTables.Value, in bytes: [UInt8]) -> String? {
        guard value.a >> 24 & 1 == 0 else { return nil }
        let start = min(Int(value.start) + Int(value.a & 255), bytes.count)
        let end = max(start, min(Int(value.end) - Int(value.a >> 8 & 255), bytes.count))
        let escape = StringForm.Escape(rawValue: UInt8(value.a >> 16 & 255)) ?? .none
        let text = bytes[start..<end]
        let mark: UInt8
        switch escape {
        case .none: return String(decoding: text, as: UTF8.self)
        case .backslash, .quoteOnly: mark = 92
        case .backtick: mark = 96
        case .doubled: return undoubled(text)
        }
        guard text.contains(mark) else { return String(decoding: text, as: UTF8.self) }
        return String(
            decoding: unescaped(text, mark: mark, quoteOnly: escape == .quoteOnly), as: UTF8.self)
    }

    private static func undoubled(_ text: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            result.append(byte)
            index += 1
            if byte == 34 || byte == 39, index < text.endIndex, text[index] == byte { index += 1 }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func unescaped(
        _ text: ArraySlice<UInt8>, mark: UInt8, quoteOnly: Bool
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            guard byte == mark, index < text.endIndex else {
                result.append(byte)
                continue
            }
            let next = text[index]
            if quoteOnly {
                if next != 92, next != 39 { result.append(byte) }
                result.append(next)
                index += 1
                continue
            }
            index += 1
            switch next {
            case 110: result.append(10)
            case 116: result.append(9)
            case 114: result.append(13)
            case 10: break
            case 13: if index < text.endIndex, text[index] == 10 { index += 1 }
            case 48...55 where mark == 92:
                var code = UInt32(next - 48)
                var digits = 1
                while digits < 3, index < text.endIndex, (48...55).contains(text[index]) {
                    code = code * 8 + UInt32(text[index] - 48)
                    index += 1
                    digits += 1
                }
                append(code, to: &result)
            case 120:
                append(hexadecimal(text, &index, most: 2), to: &result)
            case 117, 85:
                if index < text.endIndex, text[index] == 123 {
                    index += 1
                    append(hexadecimal(text, &index, most: 8), to: &result)
                    if index < text.endIndex, text[index] == 125 { index += 1 }
                } else {
                    append(hexadecimal(text, &index, most: next == 85 ? 8 : 4), to: &result)
                }
            default: result.append(next)
            }
        }
        return result
    }

    private static func hexadecimal(
        _ text: ArraySlice<UInt8>, _ index: inout Int, most: Int
    ) -> UInt32 {
        var code: UInt32 = 0
        var digits = 0
        while digits < most, index < text.endIndex,
            let digit = Character(UnicodeScalar(text[index])).hexDigitValue
        {
            code = code &* 16 &+ UInt32(digit)
            index += 1
            digits += 1
        }
        return code
    }

    private static func append(_ code: UInt32, to result: inout [UInt8]) {
        guard let scalar = UnicodeScalar(code) else {
            result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            return
        }
        result.append(contentsOf: Array(Character(scalar).utf8))
    }

    /// The number that digits are: decimal, hexadecimal, octal, binary, with separators and
    /// suffixes.
    static func number(_ value: CodeTables.Value, in bytes: [UInt8]) -> Double? {
        let start = min(Int(value.start), bytes.count)
        let end = max(start, min(Int(value.end), bytes.count))
        guard end - start <= 64 else { return nil }
        var digits = bytes[start..<end].filter { $0 != 95 && $0 != 39 }.map { $0 | 0x20 }
        digits = digits.map { $0 == 46 | 0x20 ? 46 : $0 }
        var radix = 10
        if digits.count > 2, digits[0] == 48 {
            switch digits[1] {
            case 120: radix = 16
            case 98: radix = 2
            case 111: radix = 8
            default: break
            }
            if radix != 10 { digits.removeFirst(2) }
        }
        if radix != 10 {
            while let last = digits.last, Character(UnicodeScalar(last)).hexDigitValue == nil {
                digits.removeLast()
            }
            return UInt64(String(decoding: digits, as: UTF8.self), radix: radix).map { Double($0) }
        }
        // A type as suffix: `10L`, `1.5f`, `2u32`.
        let known = digits.prefix { (48...57).contains($0) || $0 == 46 }
        let text = String(decoding: digits, as: UTF8.self)
        if let number = Double(text), number.isFinite { return number }
        return Double(String(decoding: known, as: UTF8.self))
    }
}
