/// Tells values that stand for a secret from secrets: `changeme`, `<your-key>`, `${VAR}`, `xxxx`.
enum PlaceholderFilter {
    /// Lowercase substrings that no random value of useful length holds by chance.
    private static let words: [[UInt8]] = [
        "example", "changeme", "change_me", "change-me", "placeholder", "replace", "redacted",
        "your_", "your-", "yourkey", "yourtoken", "yourpass", "yoursecret", "insert", "dummy",
        "sample", "foobar", "xxxxx", "*****", ".....", "-----", "_____", "todo_", "notreal",
        "not-real", "fakekey", "faketoken", "fakesecret", "fake_", "fake-", "1234567890",
        "0123456789", "abcdefgh", "deadbeefdeadbeef", "secret_here", "key_here", "token_here",
        "-here", "goes_here", "<your", "my_secret", "mysecret", "undefined", "lorem", "a1b2c3d4",
        // Values that RFC 5849, 6749 and 6750 print; copied into libraries and their documents.
        "0685bd9184jfhq22", "ad180jjd733klru7", "dpf43f3p2l4k3l03", "kd94hf93k423k",
        "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00", "hh5s93j4hdidpola", "hdhd0244k9j7ao03",
        "j49sk3j29djd", "dh893hdasih9", "2yotnfzfejr1zcsicmwpaa", "tgzv3jokf0xg5qx2tlkwia",
        "splxlobezqqybys6wxsbia", "7fjfp0zbr1ktdrbnfvdmiw", "gx1fbat3bv", "mf_9.b5f-4.1jqm",
        "czzcagrsa3f0mzpnwdfmqmf0m2jw",
    ].map { Array($0.utf8) }

    /// What opens a reference to a value that stands elsewhere.
    private static let openings: [[UInt8]] = [
        "${", "{{", "$(", "#{", "<%", "%(", "%{", "<$", "$[", "@{", "[[", "!{", "{%", "⟦", "«",
    ].map { Array($0.utf8) }

    /// Whether the value is a placeholder.
    ///
    /// - Parameter isRandom: whether openings inside of the value are there by chance.
    static func isPlaceholder(_ value: SecretBytes, isRandom: Bool = false) -> Bool {
        let bytes = value.bytes
        guard let first = bytes.first, let last = bytes.last else { return true }
        // Key blocks: their armour and their zero bytes in base64 look like placeholders.
        if bytes.starts(with: "-----BEGIN".utf8) || bytes.count > 512 { return false }
        if first == UInt8(ascii: "<") && last == UInt8(ascii: ">") { return true }
        if first == UInt8(ascii: "%") && last == UInt8(ascii: "%") { return true }
        if openings.contains(where: {
            bytes.starts(with: $0) || !isRandom && contains(bytes, $0)
        }) {
            return true
        }
        return isRepetitive(bytes) || containsWord(bytes)
    }

    /// One character that fills the value, or a run of it that no random value has.
    private static func isRepetitive(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var run = 1
        var longest = 1
        for index in bytes.indices.dropFirst() {
            run = bytes[index] == bytes[index - 1] ? run + 1 : 1
            longest = max(longest, run)
        }
        return longest >= 8 || longest * 2 > bytes.count && bytes.count >= 4
    }

    private static func containsWord(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let lowered = bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
        return lowered.withUnsafeBytes { lowered in words.contains { contains(lowered, $0) } }
    }

    private static func contains(_ haystack: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
        guard haystack.count >= needle.count else { return false }
        return (0...(haystack.count - needle.count)).contains { start in
            needle.indices.allSatisfy { haystack[start + $0] == needle[$0] }
        }
    }
}
