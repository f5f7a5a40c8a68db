/// Takes lines apart into words as one of the grammars has them.
struct WordReader {
    /// Bytes that quote.
    var quotes: [UInt8] = [0x22]
    /// Whether a quote within a word quotes too.
    var quotesWithin = false
    /// Whether a backslash outside of quotes takes the next byte as it is.
    var escapesOutside = false
    /// Whether `#` at the start of a word starts a comment.
    var hasComments = true
    /// Whether `#` within a word does so too.
    var commentsWithin = false
    /// How a variable starts, such as `${`.
    var variables: [StaticString] = []

    /// The words between two offsets. A quote that is not closed ends where the text does.
    func words(_ text: ConfigText, _ from: Int, _ to: Int) -> (words: [ConfigWord], isOpen: Bool) {
        var words: [ConfigWord] = []
        var index = from
        var isOpen = false
        let bytes = text.bytes
        while index < to {
            let byte = bytes[index]
            if ConfigText.isBlank(byte) {
                index += 1
                continue
            }
            if byte == 0x5C, isJoint(text, index, to) {
                index += 1
                continue
            }
            if hasComments, byte == 0x23 { break }
            let (word, next, open) = word(text, index, to)
            words.append(word)
            isOpen = isOpen || open
            index = next
            if commentsWithin, index < to, bytes[index] == 0x23 { break }
        }
        return (words, isOpen)
    }

    /// Whether a backslash stands at the end of its line.
    private func isJoint(_ text: ConfigText, _ index: Int, _ end: Int) -> Bool {
        let next = index + 1
        guard next < end else { return false }
        return text.bytes[next] == 0x0A
            || (text.bytes[next] == 0x0D && next + 1 < end && text.bytes[next + 1] == 0x0A)
    }

    private func word(
        _ text: ConfigText, _ from: Int, _ to: Int
    ) -> (word: ConfigWord, next: Int, isOpen: Bool) {
        let bytes = text.bytes
        var index = from
        var pieces: [UInt8] = []
        var isQuoted = false
        var quote: UInt8 = 0
        var copied = from
        func copy(to end: Int) {
            if copied < end { pieces.append(contentsOf: bytes[copied..<end]) }
        }
        while index < to {
            let byte = bytes[index]
            if quote != 0 {
                if byte == 0x5C, quote != 0x27, index + 1 < to,
                    bytes[index + 1] == quote || bytes[index + 1] == 0x5C
                {
                    copy(to: index)
                    copied = index + 1
                    index += 2
                } else if byte == quote {
                    // PostgreSQL doubles a quote within quotes.
                    if quote == 0x27, index + 1 < to, bytes[index + 1] == quote {
                        copy(to: index)
                        copied = index + 1
                        index += 2
                        continue
                    }
                    copy(to: index)
                    quote = 0
                    index += 1
                    copied = index
                    if !quotesWithin { break }
                } else {
                    index += 1
                }
                continue
            }
            if quotes.contains(byte), quotesWithin || index == from {
                copy(to: index)
                copied = index + 1
                quote = byte
                isQuoted = true
                index += 1
                continue
            }
            if ConfigText.isBlank(byte) || (commentsWithin && byte == 0x23) { break }
            if byte == 0x5C {
                if isJoint(text, index, to) { break }
                if escapesOutside, index + 1 < to {
                    copy(to: index)
                    copied = index + 1
                    index += 2
                    continue
                }
            }
            index += 1
        }
        copy(to: index)
        let isOpen = quote != 0
        let string = String(decoding: pieces, as: UTF8.self)
        let word = ConfigWord(
            text: string, span: SourceSpan(from, index), isQuoted: isQuoted,
            isExpression: variables.contains { has($0, text, from, index) })
        return (word, index, isOpen)
    }

    private func has(_ variable: StaticString, _ text: ConfigText, _ from: Int, _ to: Int) -> Bool {
        var index = from
        while index < to {
            if text.bytes[index] == variable.utf8Start.pointee,
                text.matches(variable, at: index, before: to)
            {
                let next = index + variable.utf8CodeUnitCount
                // `$` alone ends expressions: a name has to follow it.
                if next < to, WordReader.isName(text.bytes[next]) { return true }
            }
            index += 1
        }
        return false
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x7B || byte == 0x24
    }
}
