/// What the words before a name say of how its value is given.
enum AssignmentContext {
    /// Words after which a name takes its value without an operator.
    private static let leads: [StaticString] = [
        "env", "setx", "setenv", "fastcgi_param", "proxy_set_header", "set", "setglobal", "-gx",
        "-x",
    ]
    /// Names that take one so by themselves, at the start of a line.
    private static let directives: [StaticString] = [
        "requirepass", "masterauth", "password", "passwd", "passphrase", "secret", "pass",
        "wpa_psk",
    ]

    /// Whether `name value` is an assignment here.
    static func takesBlank(_ text: LineText, _ name: Range<Int>) -> Bool {
        let end = text.skipBlanksBack(name.lowerBound)
        if text[end] == 0x0A {
            return directives.contains {
                text.hasWord($0, at: name.lowerBound) && $0.utf8CodeUnitCount == name.count
            }
        }
        guard end < name.lowerBound - 1 else { return false }
        var start = end
        while LineText.isWord(text[start]) || text[start] == UInt8(ascii: "-"), start > end - 24 {
            start -= 1
        }
        let count = end - start
        if leads.contains(where: {
            $0.utf8CodeUnitCount == count && text.has($0, at: start + 1)
        }) {
            return true
        }
        // `machine h login u password v`.
        guard text.hasWord("password", at: name.lowerBound) else { return false }
        let before = text.skipBlanksBack(start + 1)
        return text.has("login", at: before - 4)
    }

    /// The words before a value that stands apart from its name.
    static func isValueWord(_ text: LineText, _ word: Range<Int>) -> Bool {
        for known: StaticString in [
            "value", "val", "default", "defaultvalue", "default_value", "content", "text",
            "stringvalue", "plaintext",
        ] where known.utf8CodeUnitCount == word.count && text.has(known, at: word.lowerBound) {
            return true
        }
        return false
    }
}
