/// Tells values that another program fills in.
enum ValueMark {
    /// Whether a text holds `${name}`, `{{ name }}` or `%(name)s`.
    static func isExpression(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index + 1 < bytes.count {
                switch (bytes[index], bytes[index + 1]) {
                case (UInt8(ascii: "$"), UInt8(ascii: "{")), (UInt8(ascii: "{"), UInt8(ascii: "{")):
                    return true
                case (UInt8(ascii: "%"), UInt8(ascii: "(")):
                    if isNamed(bytes, from: index + 2) { return true }
                default: break
                }
                index += 1
            }
            return false
        }
    }

    /// Whether a line is for the program that fills the file in: `{% if x %}`, `{{ x }}`, `<% x %>`.
    static func isDirective(_ bytes: UnsafeRawBufferPointer, at: Int) -> Bool {
        guard at + 1 < bytes.count else { return false }
        switch (bytes[at], bytes[at + 1]) {
        case (UInt8(ascii: "{"), UInt8(ascii: "%")), (UInt8(ascii: "{"), UInt8(ascii: "{")),
            (UInt8(ascii: "{"), UInt8(ascii: "#")), (UInt8(ascii: "<"), UInt8(ascii: "%")):
            return true
        default: return false
        }
    }

    private static func isNamed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var index = start
        while index < bytes.count, JSONWord.isNamePart(bytes[index]) { index += 1 }
        return index > start && index + 1 < bytes.count && bytes[index] == UInt8(ascii: ")")
            && bytes[index + 1] == UInt8(ascii: "s")
    }
}
