/// Tells what a word without quotes is in TOML.
enum TOMLWord {
    /// Whether a byte may stand in a key without quotes.
    static func isBareKeyPart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
    }

    /// A flag, number, date or time.
    static func isValue(_ word: UnsafeRawBufferPointer) -> Bool {
        if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return true }
        return isNumber(word) || isMoment(word)
    }

    private static func isNumber(_ word: UnsafeRawBufferPointer) -> Bool {
        var rest = word[...]
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            rest = rest.dropFirst()
        } else if rest.count > 2, rest.first == UInt8(ascii: "0") {
            let isDigit: ((UInt8) -> Bool)? =
                switch word[1] {
                case UInt8(ascii: "x"): { JSONWord.digit($0) != nil }
                case UInt8(ascii: "o"): { $0 >= 0x30 && $0 <= 0x37 }
                case UInt8(ascii: "b"): { $0 == 0x30 || $0 == 0x31 }
                default: nil
                }
            if let isDigit { return take(&rest, from: 2, isDigit) > 0 && rest.isEmpty }
        }
        if rest.elementsEqual("inf".utf8) || rest.elementsEqual("nan".utf8) { return true }
        let hasZero = rest.first == UInt8(ascii: "0")
        let whole = take(&rest, from: 0, JSONWord.isDigit)
        guard whole > 0, whole == 1 || !hasZero else { return false }
        if rest.first == UInt8(ascii: ".") {
            guard take(&rest, from: 1, JSONWord.isDigit) > 0 else { return false }
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            let sign = rest.dropFirst().first
            let start = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? 2 : 1
            guard take(&rest, from: start, JSONWord.isDigit) > 0 else { return false }
        }
        return rest.isEmpty
    }

    /// Takes digits with single underscores between them; returns how many, 0 for a misplaced one.
    private static func take(
        _ rest: inout Slice<UnsafeRawBufferPointer>, from start: Int, _ isDigit: (UInt8) -> Bool
    ) -> Int {
        rest = rest.dropFirst(start)
        var digits = 0
        var isAfterDigit = false
        while let byte = rest.first {
            if isDigit(byte) {
                digits += 1
                isAfterDigit = true
            } else if byte == UInt8(ascii: "_"), isAfterDigit {
                isAfterDigit = false
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        return isAfterDigit ? digits : 0
    }

    /// A date, a time, or both with an offset or without (RFC 3339 §5.6).
    private static func isMoment(_ word: UnsafeRawBufferPointer) -> Bool {
        var at = 0
        func number(_ digits: Int, in range: ClosedRange<Int>) -> Int? {
            guard at + digits <= word.count else { return nil }
            var value = 0
            for byte in word[at..<at + digits] {
                guard JSONWord.isDigit(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            at += digits
            return range.contains(value) ? value : nil
        }
        func mark(_ bytes: StaticString) -> Bool {
            guard at < word.count else { return false }
            let isThere = bytes.withUTF8Buffer { $0.contains(word[at]) }
            if isThere { at += 1 }
            return isThere
        }
        func time() -> Bool {
            guard number(2, in: 0...23) != nil, mark(":"), number(2, in: 0...59) != nil else {
                return false
            }
            guard mark(":") else { return true }
            guard number(2, in: 0...60) != nil else { return false }
            guard mark(".") else { return true }
            let start = at
            while at < word.count, JSONWord.isDigit(word[at]) { at += 1 }
            return at > start
        }
        guard word.count > 4 else { return false }
        if word[2] == UInt8(ascii: ":") { return time() && at == word.count }
        guard let year = number(4, in: 0...9999), mark("-"), let month = number(2, in: 1...12),
            mark("-"), let day = number(2, in: 1...31), day <= days(month, year)
        else { return false }
        guard at < word.count else { return true }
        guard mark("Tt "), time() else { return false }
        if at == word.count || mark("Zz") { return at == word.count }
        guard mark("+-"), number(2, in: 0...23) != nil, mark(":"), number(2, in: 0...59) != nil
        else { return false }
        return at == word.count
    }

    private static func days(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
