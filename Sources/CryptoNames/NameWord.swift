/// A word of a list with its place; the words keep their case.
struct NameWord {
    let text: String
    let span: WordSpan

    /// The word without its first bytes.
    func dropping(_ count: Int) -> NameWord {
        NameWord(
            text: String(decoding: text.utf8.dropFirst(count), as: UTF8.self),
            span: WordSpan(
                offset: span.offset + count, length: max(0, span.length - count)))
    }

    var lowercased: String { text.lowercased() }

    /// More words than any program writes: what is beyond them is not read.
    static let maxWords = 2_000

    /// The words between any of `separators`; at most `maxWords` of them.
    static func split(_ text: String, at separators: StaticString) -> [NameWord] {
        var isSeparator = [Bool](repeating: false, count: 256)
        separators.withUTF8Buffer { for byte in $0 { isSeparator[Int(byte)] = true } }
        var words: [NameWord] = []
        var current: [UInt8] = []
        var start = 0
        var offset = 0
        func finish() {
            guard !current.isEmpty, words.count < maxWords else { return }
            words.append(
                NameWord(
                    text: String(decoding: current, as: UTF8.self),
                    span: WordSpan(offset: start, length: current.count)))
        }
        for byte in text.utf8 {
            if isSeparator[Int(byte)] {
                finish()
                current.removeAll(keepingCapacity: true)
            } else {
                if current.isEmpty { start = offset }
                current.append(byte)
            }
            offset += 1
        }
        finish()
        return words
    }
}
