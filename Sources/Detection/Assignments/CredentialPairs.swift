internal import Rules
internal import ScanModel

/// Finds secrets whose names stand on another line: `name: X` and `value: v` of Kubernetes and
/// Postman, properties of Apple and Windows, headers of recorded traffic.
struct CredentialPairs {
    private let finder: CredentialFinder
    private var text: LineText { finder.reader.text }

    /// Lines before a value in which its name is looked for.
    static let maxLinesBack = 3

    init(_ text: UnsafeRawBufferPointer) { finder = CredentialFinder(text) }

    /// Whether the line of a hit may be half of a pair; it looks at this line alone, so that few
    /// hits need be kept for a look at others.
    func isHalf(at hit: Int, byteCount: Int) -> Bool {
        if isValueLabel(at: hit) { return labelledValue(at: hit, byteCount: byteCount) != nil }
        return openName(at: hit, byteCount: byteCount) != nil
    }

    /// The secret of the pair of which a hit is half.
    func hit(at hit: Int, byteCount: Int) -> CredentialFinder.Hit? {
        if isValueLabel(at: hit) {
            guard let value = labelledValue(at: hit, byteCount: byteCount),
                let name = nameNear(value.name.lowerBound)
            else { return nil }
            return judged(value, name)
        }
        guard let name = openName(at: hit, byteCount: byteCount),
            let value = valueBelow(name)
        else { return nil }
        return judged(value, name.range)
    }

    private func judged(_ value: Assignment, _ name: Range<Int>) -> CredentialFinder.Hit? {
        guard let found = finder.judged(value, name: text[name]) else { return nil }
        // Of the pair's own class whatever the name: it looks beyond the line.
        return CredentialFinder.Hit(
            credential: .pair, range: found.range, confidence: found.confidence,
            evidence: found.evidence)
    }

    private func isValueLabel(at hit: Int) -> Bool {
        text.has("value", at: hit) || text.has("<string>", at: hit)
    }

    /// The value behind `value:`, `"value" =`, `<value>`, alone in its line.
    private func labelledValue(at hit: Int, byteCount: Int) -> Assignment? {
        let isElement = text[hit + byteCount - 1] == UInt8(ascii: ">")
        let word = text[hit] == UInt8(ascii: "<") ? hit + 1 : hit
        guard !LineText.isWord(text[word - 1]) else { return nil }
        var found: Assignment?
        if isElement {
            guard text[word - 1] == UInt8(ascii: "<") else { return nil }
            found = finder.reader.elementText(word..<hit + byteCount - 1, from: hit + byteCount)
        } else {
            var place = word + 5
            if LineText.isQuote(text[place]) { place += 1 }
            place = text.skipBlanks(place)
            guard text[place] == UInt8(ascii: ":") || text[place] == UInt8(ascii: "=") else {
                return nil
            }
            place += text[place + 1] == UInt8(ascii: ">") ? 2 : 1
            found = finder.reader.value(of: word..<word + 5, .assigned, from: place)
            // A name before it in the line is the line's affair, unless it is a list's dash.
            guard startsItem(word) else { return nil }
        }
        guard let found, !found.isPart, found.value.count >= 6,
            found.value.count <= CredentialValue.maxBytes,
            text[found.value].contains(where: { LineText.isDigit($0) || !LineText.isWord($0) })
                || found.value.count >= 16
        else { return nil }
        return found
    }

    /// Whether only blanks, quotes, braces and dashes stand before a place in its line.
    private func startsItem(_ place: Int) -> Bool {
        var start = place - 1
        while start > place - 80, text[start] != 0x0A {
            switch text[start] {
            case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "{"), UInt8(ascii: "\""),
                UInt8(ascii: "'"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "#"):
                start -= 1
            default: return false
            }
        }
        return text[start] == 0x0A
    }

    private static let labels: [StaticString] = [
        "name", "key", "header", "id", "field", "variable", "property", "parameter", "param",
        "attribute", "env", "envvar", "envname", "env_var",
    ]

    /// The name that a line near a value gives.
    private func nameNear(_ place: Int) -> Range<Int>? {
        var start = lineStart(place)
        for _ in 0..<CredentialPairs.maxLinesBack {
            guard start > 0 else { break }
            start = lineStart(start - 1)
            if let name = labelledName(start) { return name }
            let first = text[text.skipBlanks(start)]
            if first == UInt8(ascii: "-") || first == UInt8(ascii: "}")
                || first == UInt8(ascii: "{")
            {
                break
            }
        }
        // Some write the value first.
        var end = place
        let limit = place + AssignmentReader.maxValueBytes
        while end < limit, text[end] != 0x0A { end += 1 }
        guard end < limit else { return nil }
        let isItem = text[text.skipBlanks(end + 1)] == UInt8(ascii: "-")
        return isItem ? nil : labelledName(end + 1)
    }

    private func lineStart(_ place: Int) -> Int {
        var start = place
        let floor = max(0, place - 512)
        while start > floor, text[start - 1] != 0x0A { start -= 1 }
        return start
    }

    /// `name: X`, `"key": "X"`, `<key>X</key>`, `<X>`.
    private func labelledName(_ line: Int) -> Range<Int>? {
        var place = text.skipBlanks(line)
        if text[place] == UInt8(ascii: "-") { place = text.skipBlanks(place + 1) }
        if text[place] == UInt8(ascii: "{") { place = text.skipBlanks(place + 1) }
        let isTag = text[place] == UInt8(ascii: "<")
        if isTag || LineText.isQuote(text[place]) { place += 1 }
        let word = place
        while LineText.isWord(text[place]) || text[place] == UInt8(ascii: ":") && isTag,
            place < word + 40
        {
            place += 1
        }
        guard place > word else { return nil }
        let isLabel = CredentialPairs.labels.contains {
            $0.utf8CodeUnitCount == place - word && text.has($0, at: word)
        }
        if isTag {
            if LineText.isBlank(text[place]) { return attribute(after: place) }
            guard text[place] == UInt8(ascii: ">") else { return nil }
            if isLabel { return finder.reader.elementText(word..<place, from: place + 1)?.value }
            return text.isLineEnd(text.skipBlanks(place + 1)) ? word..<place : nil
        }
        guard isLabel else { return nil }
        if LineText.isQuote(text[place]) { place += 1 }
        place = text.skipBlanks(place)
        guard text[place] == UInt8(ascii: ":") || text[place] == UInt8(ascii: "=") else {
            return nil
        }
        let next = text[place + 1] == UInt8(ascii: ">") ? place + 2 : place + 1
        return finder.reader.value(of: word..<place, .assigned, from: next)?.value
    }

    /// `name="X"` within a tag that ends its line.
    private func attribute(after place: Int) -> Range<Int>? {
        let start = text.skipBlanks(place)
        for label: StaticString in ["name=\"", "key=\""] where text.has(label, at: start) {
            let from = start + label.utf8CodeUnitCount
            var end = from
            while LineText.isWord(text[end]) || text[end] == UInt8(ascii: "."), end < from + 64 {
                end += 1
            }
            return text[end] == UInt8(ascii: "\"") && end > from ? from..<end : nil
        }
        return nil
    }

    /// A name at the end of its line, whose value is on the next.
    private struct OpenName {
        let range: Range<Int>
        /// Where the line ends.
        let end: Int
        /// Whether the next line may be the value itself, without quotes.
        let takesBare: Bool
    }

    /// `X-Api-Key:` or `password =` or `"token": [` at the end of a line.
    private func openName(at hit: Int, byteCount: Int) -> OpenName? {
        guard let name = finder.reader.name(around: hit, byteCount: byteCount) else { return nil }
        var place = name.upperBound
        if LineText.isQuote(text[place]) { place += 1 }
        if text[place] == UInt8(ascii: "]") { place += 1 }
        let isTag = text[place] == UInt8(ascii: ">")
        place = text.skipBlanks(place)
        var takesBare = isTag
        switch text[place] {
        case UInt8(ascii: ":"):
            takesBare = true
            place += text[place + 1] == UInt8(ascii: "=") ? 2 : 1
        case UInt8(ascii: "="):
            place += text[place + 1] == UInt8(ascii: ">") ? 2 : 1
        case UInt8(ascii: ">") where isTag && text[name.lowerBound - 1] == UInt8(ascii: "<"):
            place += 1
        default: return nil
        }
        place = text.skipBlanks(place)
        switch text[place] {
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            guard takesBare else { return nil }
            place += text[place + 1] == UInt8(ascii: "-") ? 2 : 1
        case UInt8(ascii: "["), UInt8(ascii: "("):
            takesBare = false
            place += 1
        case UInt8(ascii: "\\"):
            takesBare = false
            place += 1
        default: break
        }
        place = text.skipBlanks(place)
        guard text.isLineEnd(place), place < text.bytes.count,
            CredentialName(text[name]) != nil
        else { return nil }
        return OpenName(
            range: name, end: text[place] == 0x0D ? place + 1 : place, takesBare: takesBare)
    }

    /// The value on the line after an open name.
    private func valueBelow(_ name: OpenName) -> Assignment? {
        var place = text.skipBlanks(name.end + 1)
        let isItem = text[place] == UInt8(ascii: "-") && LineText.isBlank(text[place + 1])
        if isItem { place = text.skipBlanks(place + 1) }
        guard let found = finder.reader.value(of: name.range, .assigned, from: place) else {
            return nil
        }
        switch found.shape {
        case .quoted: return found
        case .element, .embedded: return nil
        case .bare:
            // A bare line below a key is a key of its own, unless it is nothing but the value.
            let next = text.skipBlanks(found.value.upperBound)
            let isWhole = text.isLineEnd(next) || text.has("</", at: next)
            let isData =
                found.value.count >= 10
                && text[found.value].contains(where: { LineText.isDigit($0) })
            return name.takesBare && isWhole && !found.isPart && isData ? found : nil
        }
    }
}
