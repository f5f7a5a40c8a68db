extension AssignmentReader {
    /// The value that begins at `start` or after blanks, in quotes, in a call, or bare.
    func value(of name: Range<Int>, _ link: Assignment.Link, from start: Int) -> Assignment? {
        var place = text.skipBlanks(start)
        if text[place] == UInt8(ascii: "(")
            || text[place] == UInt8(ascii: "[") && text[place + 1] != UInt8(ascii: "]")
        {
            place = text.skipBlanks(place + 1)
        }
        if text[place] == UInt8(ascii: "&"), LineText.isLetter(text[place + 1]) {
            // An anchor of YAML.
            var end = place + 1
            while LineText.isWord(text[end]) || text[end] == UInt8(ascii: "-") { end += 1 }
            if text[end] == 0x20 { place = text.skipBlanks(end) }
        }
        if let found = quoted(name, link, at: afterPrefix(place)) { return found }
        switch link {
        case .listed, .called, .compared: return wrapped(name, link, from: place)
        case .fallback:
            let isExpansion = text[name.lowerBound - 1] == UInt8(ascii: "{")
            return isExpansion ? expansion(name, from: place) : nil
        case .assigned, .spaced, .told:
            if text.has("<![cdata[", at: place) { place += 9 }
            return wrapped(name, link, from: place) ?? bare(name, link, from: place)
        }
    }

    /// Behind the letters of a string literal: `b"`, `rb'`, `@"`, `N'`, `f"`.
    private func afterPrefix(_ place: Int) -> Int {
        let byte = text[place]
        guard LineText.isLetter(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$")
        else { return place }
        if LineText.isQuote(text[place + 1]) { return place + 1 }
        if LineText.isLetter(text[place + 1]) || text[place + 1] == UInt8(ascii: "@"),
            LineText.isQuote(text[place + 2])
        {
            return place + 2
        }
        return place
    }

    /// A value in quotes, escaped quotes, triple quotes or `&quot;`.
    private func quoted(
        _ name: Range<Int>, _ link: Assignment.Link, at place: Int
    ) -> Assignment? {
        guard let inner = quotedRange(at: place) else { return nil }
        var value = inner.value
        // Quotes within quotes: `"\"v\""`.
        if value.count > 4, text[value.lowerBound] == UInt8(ascii: "\\"),
            LineText.isQuote(text[value.lowerBound + 1]),
            text[value.upperBound - 2] == UInt8(ascii: "\\")
        {
            value = value.lowerBound + 2..<value.upperBound - 2
        }
        var found = Assignment(name: name, link: link, value: value, shape: .quoted)
        let next = text.skipBlanks(inner.end)
        switch text[next] {
        case UInt8(ascii: ":"):
            // A key of its own; `"a" ? "b" : "c"` is none of ours either.
            if text[next + 1] != UInt8(ascii: ":"), link != .compared { return nil }
        case UInt8(ascii: "="):
            if text[next + 1] != UInt8(ascii: "=") { return nil }
        case UInt8(ascii: "+"), UInt8(ascii: "%"): found.isPart = true
        case UInt8(ascii: "."):
            found.isPart = text[next + 1] == 0x20 || next > inner.end
            if text.has(".format(", at: next) { return nil }
        default: break
        }
        return found
    }

    /// The inside of quotes that open at `place`, and the end of the closing ones.
    private func quotedRange(at place: Int) -> (value: Range<Int>, end: Int)? {
        if text[place] == UInt8(ascii: "\\"), LineText.isQuote(text[place + 1]) {
            return escapedRange(from: place + 2, quote: text[place + 1])
        }
        if text.has("&quot;", at: place) {
            var end = place + 6
            while end < place + AssignmentReader.maxValueBytes, text[end] != UInt8(ascii: "&"),
                text[end] != 0x0A
            {
                end += 1
            }
            return text.has("&quot;", at: end) ? (place + 6..<end, end + 6) : nil
        }
        let quote = text[place]
        guard LineText.isQuote(quote) else { return nil }
        let isTriple = text[place + 1] == quote && text[place + 2] == quote
        let start = isTriple ? place + 3 : place + 1
        var end = start
        while end < start + AssignmentReader.maxValueBytes {
            let byte = text[end]
            if byte == quote { return (start..<end, end + (isTriple ? 3 : 1)) }
            if byte == 0x0A { return nil }
            end += byte == UInt8(ascii: "\\") && text[end + 1] != 0x0A ? 2 : 1
        }
        return nil
    }

    private func escapedRange(from start: Int, quote: UInt8) -> (value: Range<Int>, end: Int)? {
        var end = start
        while end < start + AssignmentReader.maxValueBytes, text[end] != 0x0A {
            if text[end] == UInt8(ascii: "\\"), text[end + 1] == quote {
                return (start..<end, end + 2)
            }
            // A quote without its backslash ends the text around.
            if text[end] == quote { return nil }
            end += 1
        }
        return nil
    }

    /// Calls that give their argument back: `new String("v")`, `SecretStr("v")`, `Some("v")`.
    private static let transparent: [StaticString] = [
        "string", "str", "secretstr", "secret", "secretstring", "bytes", "byte", "from",
        "fromstring", "of", "buffer", "tochararray", "sensitive", "some", "just", "optional",
        "literal", "quote", "text", "strdup", "string_view", "string-asplaintext",
        "securestring", "password", "apikey", "token", "u8", "unicode", "b", "utf8", "l", "t",
        "_t", "qstring", "qstringliteral", "qbytearray", "pointer", "ptr", "stringptr", "getbytes",
        "encode", "value", "generateiv",
    ]
    /// Calls whose second argument stands in for a setting that is not there.
    private static let lookups: [StaticString] = [
        "getenv", "env", "get", "fetch", "getproperty", "environ", "config", "setting",
        "getstring", "option", "getorelse", "getordefault", "param", "property", "default",
        "getenvordefault", "envordefault", "getvalue", "lookup", "envstr", "get_env",
    ]

    /// The text within a call around the value.
    private func wrapped(
        _ name: Range<Int>, _ link: Assignment.Link, from start: Int
    ) -> Assignment? {
        var place = start
        for skipped: StaticString in ["new ", "&", "(", "await "] where text.has(skipped, at: place)
        {
            place = text.skipBlanks(place + skipped.utf8CodeUnitCount)
        }
        guard
            LineText.isLetter(text[place]) || text[place] == UInt8(ascii: "[")
                || text[place] == UInt8(ascii: "_")
        else { return nil }
        var word = place
        let limit = place + 64
        while place < limit {
            let byte = text[place]
            if LineText.isWord(byte) {
                place += 1
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
                || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "<")
            {
                place += 1
                if LineText.isWord(text[place]) { word = place }
            } else {
                break
            }
        }
        if text[place] == 0x20 || text[place] == 0x09 {
            // `process.env.KEY || "v"`.
            let next = text.skipBlanks(place)
            for sign: StaticString in ["|| ", "?? ", "?: ", "or "]
            where text.has(sign, at: next) {
                return quoted(
                    name, .fallback, at: text.skipBlanks(next + sign.utf8CodeUnitCount))
            }
            return nil
        }
        guard text[place] == UInt8(ascii: "(") else { return nil }
        var end = place
        while end > word, !LineText.isWord(text[end - 1]) { end -= 1 }
        let callee = word..<end
        let argument = text.skipBlanks(place + 1)
        let isNamed: (StaticString) -> Bool = {
            $0.utf8CodeUnitCount == callee.count && self.text.has($0, at: callee.lowerBound)
        }
        if AssignmentReader.transparent.contains(where: isNamed) {
            return quoted(name, link == .assigned ? link : .called, at: afterPrefix(argument))
        }
        guard AssignmentReader.lookups.contains(where: isNamed),
            let first = quotedRange(at: argument)
        else { return nil }
        var next = text.skipBlanks(first.end)
        if text[next] == UInt8(ascii: ")") {
            next = text.skipBlanks(next + 1)
            for sign: StaticString in ["|| ", "?? ", "?: ", "or "]
            where text.has(sign, at: next) {
                return quoted(
                    name, .fallback, at: text.skipBlanks(next + sign.utf8CodeUnitCount))
            }
            return nil
        }
        guard text[next] == UInt8(ascii: ",") else { return nil }
        next = text.skipBlanks(next + 1)
        if text.has("default", at: next) {
            next += 7
            if text[next] == UInt8(ascii: "=") { next += 1 }
        }
        return quoted(name, .fallback, at: afterPrefix(next))
    }

    /// `${NAME:-value}`.
    private func expansion(_ name: Range<Int>, from start: Int) -> Assignment? {
        var end = start
        while end < start + 256, text[end] != UInt8(ascii: "}") {
            let byte = text[end]
            if byte <= 0x20 || LineText.isQuote(byte) || byte == UInt8(ascii: "$") { return nil }
            end += 1
        }
        guard end > start, text[end] == UInt8(ascii: "}") else { return nil }
        return Assignment(name: name, link: .fallback, value: start..<end, shape: .embedded)
    }

    /// A value without quotes.
    private func bare(
        _ name: Range<Int>, _ link: Assignment.Link, from start: Int
    ) -> Assignment? {
        let isAlone = startsLine(name)
        var end = start
        let limit = start + AssignmentReader.maxValueBytes
        while end < limit, !isEndOfBare(text[end], at: end, isAlone: isAlone) { end += 1 }
        guard end > start, end < limit else { return nil }
        while end > start, isTrailing(text[end - 1]) { end -= 1 }
        guard end > start, text[end] != UInt8(ascii: "(") else { return nil }
        var found = Assignment(name: name, link: link, value: start..<end, shape: .bare)
        let next = text.skipBlanks(end)
        let byte = text[next]
        if LineText.isQuote(byte) && next == end || byte == UInt8(ascii: "\\") && next == end
            || byte == UInt8(ascii: "&") && isAddress(name) || byte == UInt8(ascii: "<")
            || isComment(before: name) || isWithinQuotes(name)
        {
            found.shape = .embedded
        }
        let ends =
            text.isLineEnd(next) || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";")
            || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\\")
            || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "*") || text.has("//", at: next)
            || byte == UInt8(ascii: ".") || found.shape == .embedded && next == end
        found.isPart = !ends
        return found
    }

    private func isEndOfBare(_ byte: UInt8, at place: Int, isAlone: Bool) -> Bool {
        if byte <= 0x20 || LineText.isQuote(byte) { return true }
        if isAlone { return false }
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ";"), UInt8(ascii: ","),
            UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "|"),
            UInt8(ascii: "("), UInt8(ascii: "\\"):
            return true
        case UInt8(ascii: "&"):
            var next = place + 1
            while LineText.isWord(text[next]) || text[next] == UInt8(ascii: "-") { next += 1 }
            return next > place + 1
                && (text[next] == UInt8(ascii: "=") || text[next] == UInt8(ascii: ";"))
        default: return false
        }
    }

    private func isTrailing(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: ":") || byte == 0x0D
    }

    /// Whether nothing but `export`, `-`, `ENV` and the like stands before the name.
    private func startsLine(_ name: Range<Int>) -> Bool {
        var place = text.skipBlanksBack(name.lowerBound)
        for _ in 0..<2 {
            if text[place] == 0x0A { return true }
            if text[place] == UInt8(ascii: "-"), place == name.lowerBound - 1 { return false }
            let end = place
            while LineText.isLetter(text[place]) || text[place] == UInt8(ascii: "-"),
                place > end - 12
            {
                place -= 1
            }
            let isLead = ["export", "env", "set", "-", "arg", "-e", "declare", "local"].contains {
                (word: StaticString) in
                word.utf8CodeUnitCount == end - place && text.has(word, at: place + 1)
            }
            guard isLead else { return false }
            place = text.skipBlanksBack(place + 1)
        }
        return text[place] == 0x0A
    }

    /// Whether the name is a parameter of a URL or a form.
    private func isAddress(_ name: Range<Int>) -> Bool {
        let before = text[name.lowerBound - 1]
        return before == UInt8(ascii: "?") || before == UInt8(ascii: "&")
    }

    /// Whether quotes are open where the name begins.
    private func isWithinQuotes(_ name: Range<Int>) -> Bool {
        var place = name.lowerBound
        let floor = max(0, place - 256)
        while place > floor, text[place - 1] != 0x0A { place -= 1 }
        var open: UInt8 = 0
        while place < name.lowerBound {
            let byte = text[place]
            if byte == UInt8(ascii: "\\") {
                place += 1
            } else if open != 0 {
                if byte == open { open = 0 }
            } else if LineText.isQuote(byte), byte != 0x27 || !LineText.isWord(text[place - 1]) {
                open = byte
            }
            place += 1
        }
        return open != 0
    }

    /// Whether the line before the name is a comment.
    func isComment(before name: Range<Int>) -> Bool {
        var place = name.lowerBound
        let floor = max(0, place - 200)
        while place > floor, text[place - 1] != 0x0A { place -= 1 }
        place = text.skipBlanks(place)
        let byte = text[place]
        return byte == UInt8(ascii: "#") || byte == UInt8(ascii: "*") || text.has("//", at: place)
            || text.has("/*", at: place) || text.has("--", at: place)
            || text.has("<!--", at: place)
    }
}
