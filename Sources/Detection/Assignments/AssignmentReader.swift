/// Reads the assignment around the hit of a stem such as `pass` or `key`.
///
/// Enters: a text and a place in it. Leaves: where name and value stand. It looks at one line, at
/// most `maxNameBytes` around the hit and `maxValueBytes` beyond, and says nothing of what names
/// and values mean. Most hits end after the name, for want of an operator: that takes some 20 ns.
struct AssignmentReader {
    let text: LineText
    /// Bytes in which a name must fit; longer runs are data.
    static let maxNameBytes = 96
    /// Bytes in which a value must fit.
    static let maxValueBytes = 1024

    init(_ bytes: UnsafeRawBufferPointer) { text = LineText(bytes) }

    /// The name around a place: letters, digits and `_`, joined by `-` and `.`.
    ///
    /// The same for every place within it; `nil` where it is too long.
    func name(around hit: Int, byteCount: Int) -> Range<Int>? {
        let limit = AssignmentReader.maxNameBytes
        var start = hit
        while hit - start <= limit, isNamePart(start - 1) { start -= 1 }
        var end = hit + byteCount
        while end - start <= limit, isNamePart(end) { end += 1 }
        return end - start <= limit ? start..<end : nil
    }

    private func isNamePart(_ index: Int) -> Bool {
        let byte = text[index]
        if LineText.isWord(byte) { return true }
        // `-` and `.` join only what stands on both sides.
        return (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."))
            && LineText.isWord(text[index - 1]) && LineText.isWord(text[index + 1])
    }

    /// The assignment of the name, if it is one.
    func assignment(of name: Range<Int>) -> Assignment? {
        var end = name.upperBound
        var quote: UInt8 = 0
        let before = text[name.lowerBound - 1]
        if text[end] == UInt8(ascii: "\\"), LineText.isQuote(text[end + 1]) {
            quote = text[end + 1]
            end += 2
        } else if LineText.isQuote(text[end]) {
            quote = text[end]
            end += 1
        } else if text.has("&quot;", at: end) {
            quote = 0x22
            end += 6
        }
        switch text[end] {
        case UInt8(ascii: "]"): end += 1
        case UInt8(ascii: ")") where quote != 0:
            return fallback(name, from: text.skipBlanks(end + 1))
        case UInt8(ascii: "?"), UInt8(ascii: "!"):
            let next = text[end + 1]
            if next == UInt8(ascii: ":") || next == 0x20 && text[end + 2] == UInt8(ascii: "=") {
                end += 1
            }
        case UInt8(ascii: "["):
            var close = end + 1
            while LineText.isDigit(text[close]), close < end + 6 { close += 1 }
            guard text[close] == UInt8(ascii: "]") else { return nil }
            end = close + 1
        default: break
        }
        let place = text.skipBlanks(end, limit: 48)
        switch text[place] {
        case UInt8(ascii: "="): return equals(name, at: place, quote: quote)
        case UInt8(ascii: ":"): return colon(name, at: place, quote: quote)
        case UInt8(ascii: "!"):
            guard text[place + 1] == UInt8(ascii: "=") else { return nil }
            let next = text[place + 2] == UInt8(ascii: "=") ? place + 3 : place + 2
            return value(of: name, .compared, from: next)
        case UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "<"):
            return rareOperator(name, at: place, quote: quote)
        case UInt8(ascii: ">"):
            guard place == end else { return nil }
            if quote != 0 {
                // `<property name="password">v</property>`.
                return text[name.lowerBound - 2] == UInt8(ascii: "=") || isDotted(name)
                    ? elementText(name, from: text.skipBlanks(place + 1)) : nil
            }
            return element(name, from: place + 1)
        case UInt8(ascii: ","):
            if quote == 0 {
                // `{name: X, value: v}` and `strcmp(password, "v")`.
                return pair(name, from: place + 1)
                    ?? (isCompared(name) ? value(of: name, .compared, from: place + 1) : nil)
            }
            if let found = pair(name, from: place + 1) { return found }
            // `auth['password'], [...]` is an argument; `'user:pass', 'utf8'` no name.
            let isWhole =
                LineText.isQuote(before) || before == UInt8(ascii: "#")
                || before == UInt8(ascii: "$") || before == UInt8(ascii: "/")
                || before == UInt8(ascii: "-")
            guard isWhole, text[end - 1] != UInt8(ascii: "]") else { return nil }
            return value(of: name, .listed, from: place + 1)
        case UInt8(ascii: "("), UInt8(ascii: "{"):
            guard quote == 0, place == end else {
                return property(name, accessors: place, quote: quote)
            }
            if let compared = comparison(name) { return compared }
            return value(of: name, .called, from: place + 1)
        default:
            guard place > end else { return nil }
            return spaced(name, from: place, quote: quote, before: before)
        }
    }

    private func equals(_ name: Range<Int>, at place: Int, quote: UInt8) -> Assignment? {
        switch text[place + 1] {
        case UInt8(ascii: ">"):
            // `token => …` is a function of JavaScript, unless a text follows.
            let isText = LineText.isQuote(text[text.skipBlanks(place + 2)])
            guard quote != 0 || isText else { return nil }
            return value(of: name, .assigned, from: place + 2)
        case UInt8(ascii: "="):
            let next = text[place + 2] == UInt8(ascii: "=") ? place + 3 : place + 2
            return value(of: name, .compared, from: next)
        case UInt8(ascii: "~"): return nil
        default: return value(of: name, .assigned, from: place + 1)
        }
    }

    private func colon(_ name: Range<Int>, at place: Int, quote: UInt8) -> Assignment? {
        let isExpansion =
            text[name.lowerBound - 1] == UInt8(ascii: "{")
            && text[name.lowerBound - 2] == UInt8(ascii: "$")
        switch text[place + 1] {
        case UInt8(ascii: "="), UInt8(ascii: "-"):
            if isExpansion { return value(of: name, .fallback, from: place + 2) }
            return text[place + 1] == UInt8(ascii: "=")
                ? value(of: name, .assigned, from: place + 2)
                : value(of: name, .assigned, from: place + 1)
        case UInt8(ascii: ":"): return nil
        default:
            if isExpansion { return value(of: name, .fallback, from: place + 1) }
            let start = text.skipBlanks(place + 1)
            if let typed = skipType(start, maxBlanks: 3) {
                return value(of: name, .assigned, from: typed)
            }
            return value(of: name, .assigned, from: place + 1)
        }
    }

    private func rareOperator(
        _ name: Range<Int>, at place: Int, quote: UInt8
    ) -> Assignment? {
        if text.has("<-", at: place) { return value(of: name, .assigned, from: place + 2) }
        if text.has("</", at: place) { return property(name, from: place + 2) }
        if text.has("+=", at: place) || text.has("?=", at: place) {
            return value(of: name, .assigned, from: place + 2)
        }
        if text.has("||=", at: place) || text.has("??=", at: place) {
            return value(of: name, .assigned, from: place + 3)
        }
        return fallback(name, from: place)
    }

    /// `|| "v"`, `?? "v"`, `?: "v"`, `or "v"`.
    private func fallback(_ name: Range<Int>, from place: Int) -> Assignment? {
        for sign: StaticString in ["||", "??", "?:", "or "] where text.has(sign, at: place) {
            return value(of: name, .fallback, from: place + sign.utf8CodeUnitCount)
        }
        return nil
    }

    /// `password.equals("v")`, of which `equals` was read as part of the name.
    private func comparison(_ name: Range<Int>) -> Assignment? {
        for call: StaticString in [
            ".equals", ".equalsignorecase", ".eql", ".isequal", ".compareto",
        ]
        where text.has(call, at: name.upperBound - call.utf8CodeUnitCount) {
            let shorter = name.lowerBound..<name.upperBound - call.utf8CodeUnitCount
            guard !shorter.isEmpty else { return nil }
            return value(of: shorter, .compared, from: name.upperBound + 1)
        }
        return nil
    }

    /// `Password { get; set; } = "v"`.
    private func property(_ name: Range<Int>, accessors place: Int, quote: UInt8) -> Assignment? {
        guard quote == 0, text.has("{ get;", at: place) else { return nil }
        var end = place
        while end < place + 48, text[end] != UInt8(ascii: "}"), text[end] != 0x0A { end += 1 }
        let next = text.skipBlanks(end + 1)
        guard text[end] == UInt8(ascii: "}"), text[next] == UInt8(ascii: "=") else { return nil }
        return value(of: name, .assigned, from: next + 1)
    }

    /// Whether a quoted name is a property's: `="db.password"`.
    private func isDotted(_ name: Range<Int>) -> Bool {
        LineText.isQuote(text[name.lowerBound - 1]) && text[name.lowerBound - 2] == 0x20
    }

    /// Whether the name is the first argument of a comparison: `strcmp(password, …)`.
    private func isCompared(_ name: Range<Int>) -> Bool {
        for call: StaticString in ["strcmp(", "strncmp(", "memcmp(", "equals(", "compare("]
        where text.has(call, at: name.lowerBound - call.utf8CodeUnitCount) {
            return true
        }
        return false
    }

    /// A type between the name and `=`: `: Optional[str] =`, ` string =`.
    private func skipType(_ start: Int, maxBlanks: Int) -> Int? {
        var place = start
        var blanks = 0
        guard
            LineText.isLetter(text[place]) || text[place] == UInt8(ascii: "&")
                || text[place] == UInt8(ascii: "[") || text[place] == UInt8(ascii: "*")
        else { return nil }
        while place < start + 48 {
            switch text[place] {
            case UInt8(ascii: "="):
                guard text[place + 1] != UInt8(ascii: "="), text[place + 1] != UInt8(ascii: ">")
                else { return nil }
                let value = text.skipBlanks(place + 1)
                let isValue =
                    LineText.isQuote(text[value]) || LineText.isQuote(text[value + 1])
                    || LineText.isLetter(text[value])
                return isValue && place > start ? value : nil
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "&"), UInt8(ascii: "'"),
                UInt8(ascii: "*"), UInt8(ascii: "|"):
                place += 1
            case 0x20:
                // More of them are a sentence.
                blanks += 1
                if blanks > maxBlanks { return nil }
                place += 1
            case let byte where LineText.isWord(byte): place += 1
            default: return nil
            }
        }
        return nil
    }

    /// What follows a name and blanks: a type, a value, or the word that leads to one.
    private func spaced(
        _ name: Range<Int>, from place: Int, quote: UInt8, before: UInt8
    ) -> Assignment? {
        if quote != 0 {
            // `name="password" … value="v"`.
            if let found = pair(name, from: place) { return found }
            return fallback(name, from: place)
        }
        if LineText.isQuote(text[place]) || LineText.isQuote(text[place + 1]) {
            return value(of: name, .spaced, from: place)
        }
        if before == UInt8(ascii: "-") || AssignmentContext.takesBlank(text, name) {
            return value(of: name, .spaced, from: place)
        }
        if isTag(name) { return attributed(name, from: place) }
        if let typed = skipType(place, maxBlanks: 1) {
            return value(of: name, .assigned, from: typed)
        }
        for verb: StaticString in ["is ", "was ", "is: ", "is now ", "set to "]
        where text.has(verb, at: place) {
            return value(of: name, .told, from: place + verb.utf8CodeUnitCount)
        }
        return fallback(name, from: place)
    }

    /// `<password type="x">v</password>`.
    private func attributed(_ name: Range<Int>, from place: Int) -> Assignment? {
        if let found = pair(name, from: place) { return found }
        var end = place
        while end < place + 160, text[end] != UInt8(ascii: ">"), text[end] != 0x0A { end += 1 }
        guard text[end] == UInt8(ascii: ">"), text[end - 1] != UInt8(ascii: "/") else { return nil }
        return element(name, from: end + 1)
    }

    private func isTag(_ name: Range<Int>) -> Bool {
        var start = name.lowerBound - 1
        if text[start] == UInt8(ascii: ":") {
            start -= 1
            while LineText.isWord(text[start]), start > name.lowerBound - 24 { start -= 1 }
        }
        return text[start] == UInt8(ascii: "<")
    }

    /// The text of an element whose opening tag ends before `start`.
    private func element(_ name: Range<Int>, from start: Int) -> Assignment? {
        guard isTag(name) else { return nil }
        var from = text.skipBlanks(start)
        for inner: StaticString in ["<value>", "<plaintext>", "<![cdata[", "<string>"]
        where text.has(inner, at: from) {
            from = text.skipBlanks(from + inner.utf8CodeUnitCount)
        }
        return elementText(name, from: from)
    }

    /// `</key><string>v</string>`, and `</name><value>v</value>`.
    private func property(_ name: Range<Int>, from start: Int) -> Assignment? {
        var place = start
        while LineText.isWord(text[place]), place < start + 24 { place += 1 }
        guard text[place] == UInt8(ascii: ">") else { return nil }
        place = text.skipBlanks(place + 1)
        for tag: StaticString in ["<string>", "<value>", "<data>"] where text.has(tag, at: place) {
            return elementText(name, from: place + tag.utf8CodeUnitCount)
        }
        return nil
    }

    func elementText(_ name: Range<Int>, from: Int) -> Assignment? {
        var end = from
        while end < from + AssignmentReader.maxValueBytes, text[end] != UInt8(ascii: "<"),
            !text.isLineEnd(end)
        {
            end += 1
        }
        if text[end] != UInt8(ascii: "<") { return nil }
        if text.has("]]", at: end - 2) { end -= 2 }
        while end > from, LineText.isBlank(text[end - 1]) { end -= 1 }
        guard end > from else { return nil }
        return Assignment(name: name, link: .assigned, value: from..<end, shape: .element)
    }

    /// A value that is named as such: `"key": "X", "value": "v"`, `name="X" value="v"`.
    private func pair(_ name: Range<Int>, from start: Int) -> Assignment? {
        var place = text.skipBlanks(start)
        for _ in 0..<4 {
            if text[place] == UInt8(ascii: ",") { place = text.skipBlanks(place + 1) }
            if LineText.isQuote(text[place]) { place += 1 }
            let word = place
            while LineText.isWord(text[place]), place < word + 24 { place += 1 }
            guard place > word else { return nil }
            let isValue = AssignmentContext.isValueWord(text, word..<place)
            if LineText.isQuote(text[place]) { place += 1 }
            place = text.skipBlanks(place)
            guard text[place] == UInt8(ascii: ":") || text[place] == UInt8(ascii: "=") else {
                return nil
            }
            place += text[place + 1] == UInt8(ascii: ">") ? 2 : 1
            if isValue { return value(of: name, .assigned, from: place) }
            guard let other = value(of: name, .assigned, from: place) else { return nil }
            place = other.value.upperBound
            if other.shape == .quoted { place += 1 }
            place = text.skipBlanks(place)
        }
        return nil
    }
}
