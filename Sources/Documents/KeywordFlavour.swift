/// Tells grammars of keywords apart by how their lines end.
enum KeywordFlavour {
    /// Whether statements end with `;` and blocks are in braces, as in named.conf.
    static func hasSemicolons(_ text: ConfigText) -> Bool {
        var ended = 0
        var others = 0
        var blocks = 0
        var index = text.start
        var isInComment = false
        var looked = 0
        while index < text.count, looked < 2_000 {
            let end = text.lineEnd(from: index)
            let start = text.skippingBlanks(index, before: end)
            let stop = text.trimmedEnd(start, end)
            index = end + 1
            looked += 1
            guard start < stop else { continue }
            let first = text.bytes[start]
            if isInComment || (first == 0x2F && start + 1 < stop && text.bytes[start + 1] == 0x2A) {
                isInComment = !text.string(max(start, stop - 2), stop).hasPrefix("*/")
                continue
            }
            if first == 0x23 || first == 0x3B || first == 0x2F {
                continue
            }
            switch statementEnd(text, start, stop) {
            case 0x3B: ended += 1
            case 0x7B: blocks += 1
            case 0x7D: break
            default: others += 1
            }
        }
        return ended > 0 && blocks > 0 && ended > others
    }

    /// The last byte of a line before a comment behind it.
    private static func statementEnd(_ text: ConfigText, _ start: Int, _ stop: Int) -> UInt8 {
        var index = start
        while index + 1 < stop {
            let byte = text.bytes[index]
            if ConfigText.isBlank(byte),
                text.bytes[index + 1] == 0x23
                    || (text.bytes[index + 1] == 0x2F && index + 2 < stop
                        && (text.bytes[index + 2] == 0x2F || text.bytes[index + 2] == 0x2A))
            {
                let end = text.trimmedEnd(start, index)
                return end > start ? text.bytes[end - 1] : 0
            }
            index += 1
        }
        return text.bytes[stop - 1]
    }
}
