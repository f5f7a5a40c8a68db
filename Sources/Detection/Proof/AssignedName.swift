/// A name with a plain value after it, as settings in most languages have it: `name = "value"`,
/// `name: value`, `"name": "value"`.
struct AssignedName {
    /// Lowercase letters and digits of the name.
    let name: String
    /// The words of the name, lowercase.
    let stem: [String]
    /// Half-open byte range of the value, without quotes.
    let value: Range<Int>

    /// Longest name that is looked at, in bytes.
    private static let maxNameBytes = 64

    /// All of them in a part of a text, in order; values that are plainly no literals are left out.
    static func all(in window: Range<Int>, of text: UnsafeRawBufferPointer) -> [AssignedName] {
        var found: [AssignedName] = []
        var index = window.lowerBound
        while index < window.upperBound {
            guard isName(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < window.upperBound, isName(text[index]) { index += 1 }
            guard index - start <= maxNameBytes,
                let value = value(after: index, in: window, of: text)
            else { continue }
            let words = words(of: UnsafeRawBufferPointer(rebasing: text[start..<index]))
            found.append(AssignedName(name: words.joined(), stem: words, value: value))
        }
        return found
    }

    /// The value after a quote, an operator and blanks.
    private static func value(
        after end: Int, in window: Range<Int>, of text: UnsafeRawBufferPointer
    ) -> Range<Int>? {
        var index = end
        func at(_ index: Int) -> UInt8? { index < window.upperBound ? text[index] : nil }
        if at(index) == UInt8(ascii: "\"") || at(index) == UInt8(ascii: "'") { index += 1 }
        while at(index) == 0x20 || at(index) == 0x09 { index += 1 }
        guard at(index) == UInt8(ascii: "=") || at(index) == UInt8(ascii: ":") else { return nil }
        index += 1
        if at(index) == UInt8(ascii: ">") || at(index) == UInt8(ascii: "=") { index += 1 }
        while at(index) == 0x20 || at(index) == 0x09 { index += 1 }
        var quote: UInt8?
        if let byte = at(index), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
            index += 1
        }
        let start = index
        while let byte = at(index), byte != 0x0A, byte != 0x0D, byte != quote {
            if quote == nil, byte == 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
            {
                break
            }
            index += 1
        }
        guard index > start, let first = at(start) else { return nil }
        let openers = Array("${%<([@*".utf8)
        return openers.contains(first) ? nil : start..<index
    }

    /// Splits at `_`, `-`, `.` and where a capital follows a small letter.
    private static func words(of name: UnsafeRawBufferPointer) -> [String] {
        var words: [[UInt8]] = [[]]
        var wasSmall = false
        for byte in name {
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                words.append([])
            } else {
                if isCapital, wasSmall { words.append([]) }
                words[words.count - 1].append(isCapital ? byte + 32 : byte)
            }
            wasSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        }
        return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
