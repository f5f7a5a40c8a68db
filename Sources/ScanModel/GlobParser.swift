/// Turns the text of a glob into token lists, one for each combination of its braces.
struct GlobParser {
    /// Whether the glob holds no `/` and so applies to file names.
    let matchesFileNameOnly: Bool
    private let bytes: [UInt8]

    /// Takes a glob; a leading `/` or `./` is dropped, a trailing `/` means everything below.
    init(_ source: String) throws(GlobSyntaxError) {
        var bytes = Array(source.utf8)
        guard bytes.count <= GlobPattern.maxByteCount else { throw .tooLong }
        let slash = UInt8(ascii: "/")
        matchesFileNameOnly = !bytes.contains(slash)
        if bytes.starts(with: [UInt8(ascii: "."), slash]) { bytes.removeFirst(2) }
        if bytes.first == slash { bytes.removeFirst() }
        if bytes.last == slash { bytes += [UInt8(ascii: "*"), UInt8(ascii: "*")] }
        guard !bytes.isEmpty else { throw .empty }
        self.bytes = bytes
    }

    /// The token lists; at least one.
    mutating func parse() throws(GlobSyntaxError) -> [[GlobToken]] {
        var lists: [[GlobToken]] = []
        for text in try GlobParser.expandingBraces(bytes) {
            lists.append(try GlobParser.tokens(of: text))
        }
        return lists
    }

    /// The texts that the braces stand for. Work is bounded by `maxTokenCount` bytes a level.
    private static func expandingBraces(_ bytes: [UInt8]) throws(GlobSyntaxError) -> [[UInt8]] {
        var done: [[UInt8]] = []
        var pending: [[UInt8]] = [bytes]
        var byteCount = 0
        while let text = pending.popLast() {
            byteCount += text.count + 1
            guard byteCount <= GlobPattern.maxTokenCount else { throw .tooComplex }
            guard let brace = try firstBrace(of: text) else {
                done.append(text)
                continue
            }
            // Reversed, so that the alternatives leave the stack in written order.
            for choice in brace.choices.reversed() {
                pending.append(
                    Array(text[..<brace.range.lowerBound]) + text[choice]
                        + text[brace.range.upperBound...])
            }
        }
        return done
    }

    /// The first outermost `{…}` and its alternatives.
    private static func firstBrace(
        of text: [UInt8]
    ) throws(GlobSyntaxError) -> (range: Range<Int>, choices: [Range<Int>])? {
        var index = 0
        var depth = 0
        var open = 0
        var choiceStart = 0
        var choices: [Range<Int>] = []
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["):
                index = try setEnd(in: text, from: index) - 1
            case UInt8(ascii: "{"):
                depth += 1
                guard depth <= GlobPattern.maxBraceDepth else { throw .tooComplex }
                if depth == 1 {
                    open = index
                    choiceStart = index + 1
                }
            case UInt8(ascii: ",") where depth == 1:
                choices.append(choiceStart..<index)
                choiceStart = index + 1
            case UInt8(ascii: "}"):
                guard depth > 0 else { throw .unbalancedBrace }
                depth -= 1
                if depth == 0 {
                    choices.append(choiceStart..<index)
                    return (open..<index + 1, choices)
                }
            default: break
            }
            index += 1
        }
        guard depth == 0 else { throw .unbalancedBrace }
        return nil
    }

    /// The offset after the `]` that closes the set opened at `start`.
    private static func setEnd(in text: [UInt8], from start: Int) throws(GlobSyntaxError) -> Int {
        var index = start + 1
        if index < text.count, isNegation(text[index]) { index += 1 }
        // A `]` in first place stands for itself.
        if index < text.count, text[index] == UInt8(ascii: "]") { index += 1 }
        while index < text.count {
            if text[index] == UInt8(ascii: "]") { return index + 1 }
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        throw .malformedSet
    }

    private static func isNegation(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "!") || byte == UInt8(ascii: "^")
    }

    /// The tokens of a text without braces.
    private static func tokens(of text: [UInt8]) throws(GlobSyntaxError) -> [GlobToken] {
        var tokens: [GlobToken] = []
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\\"):
                guard index + 1 < text.count else { throw .danglingEscape }
                tokens.append(.byte(text[index + 1]))
                index += 2
            case UInt8(ascii: "?"):
                tokens.append(.oneCharacter)
                index += 1
            case UInt8(ascii: "["):
                let end = try setEnd(in: text, from: index)
                tokens.append(.set(try set(of: text[index + 1..<end - 1])))
                index = end
            case UInt8(ascii: "*"):
                let start = index
                while index < text.count, text[index] == UInt8(ascii: "*") { index += 1 }
                if index - start == 1 {
                    tokens.append(.withinComponent)
                    continue
                }
                let startsComponent = start == 0 || text[start - 1] == UInt8(ascii: "/")
                if startsComponent, index < text.count, text[index] == UInt8(ascii: "/") {
                    tokens.append(.folders)
                    index += 1
                } else if startsComponent, start > 0, index == text.count {
                    // `folder/**` is what lies in the folder, not the empty name.
                    tokens += [.oneCharacter, .anything]
                } else {
                    tokens.append(.anything)
                }
            default:
                tokens.append(.byte(text[index]))
                index += 1
            }
        }
        return tokens
    }

    /// The set written between `[` and `]`.
    private static func set(of text: ArraySlice<UInt8>) throws(GlobSyntaxError) -> GlobByteSet {
        var set = GlobByteSet()
        var rest = text
        var isInverted = false
        if let first = rest.first, isNegation(first) {
            isInverted = true
            rest = rest.dropFirst()
        }
        guard !rest.isEmpty else { throw .malformedSet }
        while let low = try nextMember(&rest) {
            var high = low
            if rest.count >= 2, rest.first == UInt8(ascii: "-") {
                rest = rest.dropFirst()
                guard let end = try nextMember(&rest) else { throw .malformedSet }
                high = end
            }
            guard low <= high, high < 0x80 else { throw .malformedSet }
            set.insert(low...high)
        }
        if isInverted { set.invert() }
        return set
    }

    /// Takes one character off a set, unescaped.
    private static func nextMember(_ rest: inout ArraySlice<UInt8>) throws(GlobSyntaxError)
        -> UInt8?
    {
        guard var byte = rest.popFirst() else { return nil }
        if byte == UInt8(ascii: "\\") {
            guard let escaped = rest.popFirst() else { throw .danglingEscape }
            byte = escaped
        }
        return byte
    }
}
