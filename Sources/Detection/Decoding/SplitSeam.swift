/// Reads what stands between two literals that make one text: operators, calls, line ends,
/// comments, and the name of the text that grows.
struct SplitSeam {
    let text: UnsafeRawBufferPointer
    /// What stands before the first literal on its line: its words may come again.
    let head: Range<Int>
    /// The quote or the sign at which a literal ended.
    let end: Int

    /// What a seam leads to.
    enum Next {
        /// Where the content of a literal starts.
        case literal(Int)
        /// A name whose value is put in, or joined; whether it stands within a literal.
        case name(Range<Int>, isWithin: Bool)
    }

    private static let maxByteCount = 240
    private static let maxLines = 4

    /// Calls and types around literals that are joined.
    private static let words: Set<[UInt8]> = Set(
        [
            "append", "Append", "concat", "Concat", "add", "push", "push_back", "String", "string",
            "str", "std", "from", "of", "to_string", "toString", "to_owned", "into", "new",
            "StringBuilder", "StringBuffer", "listOf", "List", "Array", "array", "arrayOf",
            "strcat", "strcpy", "strncat", "let", "const", "c_str", "u8", "unicode", "bytes", "_",
            "paste0", "plus",
        ].map { Array($0.utf8) })

    mutating func next() -> Next? {
        let sign = end < text.count ? text[end] : 0
        let isWithin = ![0x22, 0x27, 0x60].contains(sign) && sign != 0x5C
        if sign <= 0x20 || sign == 0x3B || sign == 0x3C { return nil }
        var place = end
        var feeds = 0
        // A name after an operator may stand for the rest.
        var isOperand = isWithin
        if !isWithin {
            // A quote within another literal is escaped.
            if sign == 0x5C {
                if place + 1 < text.count, text[place + 1] == 0x28 {
                    return name(at: place + 2).map { .name($0, isWithin: true) }
                }
                place += 1
            }
            place += 1
        }
        let limit = min(text.count, end + SplitSeam.maxByteCount)
        while place < limit {
            let byte = text[place]
            let following = place + 1 < text.count ? text[place + 1] : 0x0A
            switch byte {
            case 0x0A:
                feeds += 1
                if feeds > SplitSeam.maxLines { return nil }
                place += 1
            case 0x20, 0x09, 0x0D: place += 1
            case 0x2B, 0x2E, 0x26, 0x7E:
                isOperand = true
                place += 1
            case 0x7B, 0x24: place += 1
            case 0x2C, 0x5E, 0x7C, 0x3C, 0x3E, 0x28, 0x29, 0x5B, 0x5D, 0x3B, 0x3A, 0x2D, 0x3D, 0x7D,
                0x40, 0x21, 0x5C:
                if byte != 0x5C, byte != 0x28 { isOperand = false }
                place += 1
            case 0x23:
                if following == 0x7B { place += 2 } else { place = lineEnd(place) }
            case 0x2F:
                if following == 0x2F {
                    place = lineEnd(place)
                } else if following == 0x2A {
                    place += 2
                    while place + 1 < limit, text[place] != 0x2A || text[place + 1] != 0x2F {
                        place += 1
                    }
                    place += 2
                } else {
                    return nil
                }
            case 0x22, 0x27, 0x60:
                if byte == 0x60, following == 0x0A || following == 0x0D {
                    place += 1
                } else if following == byte {
                    place += 2
                } else {
                    return .literal(place + 1)
                }
            default:
                guard let word = name(at: place) else { return nil }
                place = word.upperBound
                if isPart(word) { continue }
                return isOperand ? .name(word, isWithin: isWithin) : nil
            }
        }
        return nil
    }

    private func lineEnd(_ place: Int) -> Int {
        var end = place
        while end < text.count, text[end] != 0x0A { end += 1 }
        return end
    }

    private func name(at start: Int) -> Range<Int>? {
        var end = start
        while end < text.count, end - start < 64, SplitToken.isWord(text[end]) { end += 1 }
        guard end > start, ByteClass.sets[Int(text[start])] & ByteClass.digit == 0 else {
            return nil
        }
        return start..<end
    }

    /// Whether a word is a part of the seam: one that joins, a prefix of a literal, or one of those
    /// before the first.
    private func isPart(_ word: Range<Int>) -> Bool {
        if word.count <= 2, word.upperBound < text.count,
            text[word.upperBound] == 0x22 || text[word.upperBound] == 0x27
        {
            return true
        }
        let bytes = text[word]
        if SplitSeam.words.contains(Array(bytes)) { return true }
        var place = head.lowerBound
        while place < head.upperBound {
            guard SplitToken.isWord(text[place]) else {
                place += 1
                continue
            }
            let start = place
            while place < head.upperBound, SplitToken.isWord(text[place]) { place += 1 }
            if place - start == word.count, text[start..<place].elementsEqual(bytes) { return true }
        }
        return false
    }
}
