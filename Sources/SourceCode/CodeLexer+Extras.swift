extension CodeLexer {
    /// Marks that need code of their own: heredocs, `%w[…]`, `[[…]]`, regular expressions.
    mutating func readExtra(_ first: UInt8) -> Bool {
        let extras = syntax.extras
        switch first {
        case 47 where syntax.traits.contains(.slashExpressions): return readRegularExpression()
        case 60 where byte(position + 1) == 60:
            if extras.contains(.phpHeredoc), byte(position + 2) == 60 {
                return readHeredoc(from: position + 3)
            }
            if extras.contains(.rubyHeredoc) { return readHeredoc(from: position + 2) }
        case 37 where extras.contains(.percentQuotes): return readPercentQuote()
        case 91 where extras.contains(.luaBrackets): return readLuaBracket()
        case 45 where extras.contains(.luaBrackets): return false
        case 35 where syntax.traits.contains(.preprocessor): return passDirective()
        case 35 where extras.contains(.hashStrings): return readHashed(position, from: position)
        case 58 where extras.contains(.symbols): return readSymbol()
        case 126 where extras.contains(.tildeSigils): return readTilde()
        case 36 where extras.contains(.dollarQuotes): return readDollarQuote()
        case 64 where extras.contains(.objcStrings) && byte(position + 1) == 34:
            position += 1
            isSpaced = false
            return readSpecial(34)
        case 64 where extras.contains(.hereStrings): return readHereString()
        case 39 where extras.contains(.lifetimes): return readLifetime()
        default: break
        }
        return false
    }

    /// A string whose text is `range` and that ends before `after`.
    private mutating func addText(
        _ start: Int, _ range: Range<Int>, after: Int, escape: StringForm.Escape = .none,
        isOpaque: Bool = false
    ) {
        position = min(max(after, start + 1), endPosition)
        add(
            .string, from: min(start, range.lowerBound), to: position,
            payload: StringForm.packed(
                lead: range.lowerBound - start, trail: position - range.upperBound,
                escape: escape, isOpaque: isOpaque))
    }

    /// Where `mark` stands at or after `index`; `nil` when it does not, which is counted.
    private mutating func find(_ mark: [UInt8], from index: Int) -> Int? {
        guard failedSearches < CodeLexer.maxFailedSearches, let first = mark.first else {
            return nil
        }
        var index = index
        while index + mark.count <= endPosition {
            if bytes[index] == first, matches(mark, at: index) { return index }
            index += 1
        }
        noteFailedSearch()
        return nil
    }

    private mutating func readLuaBracket() -> Bool {
        var index = position + 1
        while byte(index) == 61, index - position < 64 { index += 1 }
        guard byte(index) == 91 else { return false }
        let level = index - position - 1
        let close = [93] + [UInt8](repeating: 61, count: level) + [93]
        guard let end = find(close, from: index + 1) else { return false }
        addText(position, (index + 1)..<end, after: end + close.count)
        return true
    }

    /// `#"…"#` of Swift and `r#"…"#` of Rust.
    mutating func readHashed(_ start: Int, from: Int) -> Bool {
        var index = from
        while byte(index) == 35, index - from < 64 { index += 1 }
        let hashes = index - from
        guard byte(index) == 34 else { return false }
        var quotes = 1
        if syntax.extras.contains(.hashStrings), byte(index + 1) == 34, byte(index + 2) == 34 {
            quotes = 3
        }
        let close =
            [UInt8](repeating: 34, count: quotes) + [UInt8](repeating: 35, count: hashes)
        guard let end = find(close, from: index + quotes) else { return false }
        addText(start, (index + quotes)..<end, after: end + close.count)
        return true
    }

    /// `R"mark(…)mark"`.
    mutating func readDelimited(_ start: Int, _ quote: Int) -> Bool {
        var index = quote + 1
        while index < endPosition, index - quote <= 17, bytes[index] != 40 { index += 1 }
        guard byte(index) == 40 else { return false }
        let close = [41] + Array(bytes[(quote + 1)..<index]) + [34]
        guard let end = find(close, from: index + 1) else { return false }
        addText(start, (index + 1)..<end, after: end + close.count)
        return true
    }

    private mutating func readDollarQuote() -> Bool {
        let end = nameEnd(position + 1)
        guard byte(end) == 36, end - position < 64 else { return false }
        let mark = Array(bytes[position...end])
        guard let close = find(mark, from: end + 1) else { return false }
        // The body of a function is code of the same language: only the mark is passed.
        _ = close
        position = end + 1
        isSpaced = true
        return true
    }

    /// `@"` line `"@` of PowerShell.
    private mutating func readHereString() -> Bool {
        let quote = byte(position + 1)
        guard quote == 34 || quote == 39 else { return false }
        var index = position + 2
        while byte(index) == 32 || byte(index) == 9 || byte(index) == 13 { index += 1 }
        guard byte(index) == 10, let end = find([10, quote, 64], from: index) else { return false }
        let isOpaque = quote == 34 && bytes[index..<end].contains(36)
        addText(position, (index + 1)..<max(end, index + 1), after: end + 3, isOpaque: isOpaque)
        return true
    }

    /// `:name` and `:"name"`.
    private mutating func readSymbol() -> Bool {
        let next = byte(position + 1)
        guard isSpaced || breaksLine || !previousIsOperand, next != 58 else { return false }
        let start = position
        if isNameStart(next) {
            let end = nameEnd(start + 1)
            position = syntax.nameEnds.contains(byte(end)) && byte(end + 1) != 61 ? end + 1 : end
            add(
                .string, from: start, to: position,
                payload: StringForm.packed(lead: 1, trail: 0, escape: .none), sigil: true)
            return true
        }
        guard next == 34 else { return false }
        position += 1
        return readSpecial(34)
    }

    /// A quote that stands for a lifetime (`'a`) or a symbol and not for a character.
    private mutating func readLifetime() -> Bool {
        guard isNameStart(byte(position + 1)), byte(position + 2) != 39 else { return false }
        let end = nameEnd(position + 1)
        guard byte(end) != 39 else { return false }
        position = end
        isSpaced = true
        return true
    }

    private mutating func readTilde() -> Bool {
        var index = position + 1
        guard isNameStart(byte(index)) else { return false }
        index = nameEnd(index)
        guard let end = endOfDelimited(index), index - position < 8 else { return false }
        addText(
            position, (index + 1)..<end, after: nameEnd(end + 1), escape: .backslash,
            isOpaque: bytes[index..<end].contains(35))
        return true
    }

    private mutating func readPercentQuote() -> Bool {
        guard !previousIsOperand || (isSpaced && byte(position + 1) != 32) else { return false }
        var index = position + 1
        if isNameStart(byte(index)) {
            guard "qQwWiIrsx".utf8.contains(byte(index)) else { return false }
            index += 1
        }
        guard [40, 91, 123, 60, 124, 33, 47].contains(byte(index)),
            let end = endOfDelimited(index)
        else { return false }
        addText(
            position, (index + 1)..<end, after: end + 1, escape: .backslash,
            isOpaque: bytes[index..<end].contains(35))
        return true
    }

    /// `q(…)`, `qq{…}`, `qw/…/`, `m{…}`, `s/…/…/`.
    mutating func readPerlQuote(_ start: Int, _ end: Int) -> Bool {
        guard end - start <= 2, let last = tokens.last else { return false }
        let word = String(decoding: bytes[start..<end], as: UTF8.self)
        guard ["q", "qq", "qw", "qr", "m", "s", "y", "tr"].contains(word) else { return false }
        // `->q`, `{s}` and `s => 1` are names.
        if last.kind == .op, last.payload == CodeOperator.arrow { return false }
        let mark = byte(end)
        guard [40, 91, 123, 60, 124, 33, 47, 35, 34, 39].contains(mark), byte(end + 1) != 62 else {
            return false
        }
        guard var close = endOfDelimited(end) else { return false }
        let text = (end + 1)..<close
        if ["s", "y", "tr"].contains(word) {
            var second = close
            if mark != byte(close) {
                second += 1
                while byte(second) == 32 || byte(second) == 10 { second += 1 }
            }
            guard let next = endOfDelimited(second) else { return false }
            close = next
        }
        let isQuote = word.first == "q" && word != "qr"
        addText(
            start, text, after: isQuote ? close + 1 : nameEnd(close + 1), escape: .quoteOnly,
            isOpaque: !isQuote || (word == "qq" && bytes[text].contains(36)))
        return true
    }

    /// The closing mark that belongs to the bracket or mark at `index`.
    private mutating func endOfDelimited(_ index: Int) -> Int? {
        guard failedSearches < CodeLexer.maxFailedSearches else { return nil }
        let open = byte(index)
        let close: UInt8
        switch open {
        case 40: close = 41
        case 91: close = 93
        case 123: close = 125
        case 60: close = 62
        case 33...126 where !isNameStart(open): close = open
        default: return nil
        }
        var depth = 0
        var place = index + 1
        while place < endPosition {
            let byte = bytes[place]
            if byte == 92 {
                place += 2
                continue
            }
            if byte == close {
                if depth == 0 { return place }
                depth -= 1
            } else if byte == open {
                depth += 1
            }
            place += 1
        }
        noteFailedSearch()
        return nil
    }

    /// Whether the token before ends an operand, so that a slash divides.
    var previousIsOperand: Bool {
        guard let last = tokens.last else { return false }
        switch last.kind {
        case .number, .string, .templateEnd, .close: return true
        case .identifier:
            guard Int(last.payload) < wordOf.count else { return true }
            switch wordOf[Int(last.payload)] {
            case .returning, .infix, .disjunction, .prefix, .branch, .elseBranch, .caseLabel,
                .negation, .loop, .raising, .otherwise, .doBlock, .then:
                return last.hasSigil
            default: return true
            }
        case .op:
            return last.payload == CodeOperator.increment || last.payload == CodeOperator.decrement
        default: return false
        }
    }

    private mutating func readRegularExpression() -> Bool {
        let next = byte(position + 1)
        guard
            !previousIsOperand
                || (syntax.traits.contains(.commandCalls) && isSpaced
                    && next != 32 && next != 61 && tokens.last?.kind == .identifier)
        else { return false }
        var index = position + 1
        var isInClass = false
        let bound = min(endPosition, position + 2048)
        while index < bound {
            switch bytes[index] {
            case 10, 13: return false
            case 92: index += 1
            case 91: isInClass = true
            case 93: isInClass = false
            case 47 where !isInClass:
                addText(
                    position, (position + 1)..<index, after: nameEnd(index + 1),
                    isOpaque: true)
                return true
            default: break
            }
            index += 1
        }
        return false
    }

    /// `<<~NAME`, `<<"NAME"`, `<<<NAME`: the text is in the lines below.
    private mutating func readHeredoc(from: Int) -> Bool {
        guard failedSearches < CodeLexer.maxFailedSearches else { return false }
        var index = from
        while byte(index) == 126 || byte(index) == 45
            || (byte(index) == 32 && syntax.extras.contains(.phpHeredoc))
        {
            index += 1
        }
        let quote = byte(index)
        let isQuoted = quote == 34 || quote == 39
        if isQuoted { index += 1 }
        // `a << B` shifts; a mark without quotes is in capitals and follows at once.
        guard isNameStart(byte(index)),
            isQuoted || (65...90).contains(byte(index))
                || syntax.extras.contains(.phpHeredoc)
        else { return false }
        let nameRange = index..<nameEnd(index)
        var after = nameRange.upperBound
        if isQuoted {
            guard byte(after) == quote else { return false }
            after += 1
        }
        let mark = Array(bytes[nameRange])
        if lineEndCache < after {
            lineEndCache = after
            while lineEndCache < endPosition, bytes[lineEndCache] != 10 { lineEndCache += 1 }
        }
        let body = max(heredocEnd, min(lineEndCache + 1, endPosition))
        var line = body
        while line < endPosition {
            var text = line
            while byte(text) == 32 || byte(text) == 9 { text += 1 }
            if matches(mark, at: text), nameEnd(text) == text + mark.count {
                let isOpaque =
                    quote != 39 && bytes[body..<line].contains { $0 == 36 || $0 == 35 }
                let packed = StringForm.packed(
                    lead: 0, trail: line > body ? 1 : 0, escape: .none, isOpaque: isOpaque)
                position = after
                add(.string, from: body, to: line, payload: packed)
                heredocEnd = text + mark.count
                return true
            }
            while line < endPosition, bytes[line] != 10 { line += 1 }
            line += 1
        }
        noteFailedSearch()
        return false
    }

    /// `#if 0` is passed with what it hides; other directives give tokens of their own.
    private mutating func passDirective() -> Bool {
        guard breaksLine else { return false }
        var index = position + 1
        while byte(index) == 32 || byte(index) == 9 { index += 1 }
        let end = nameEnd(index)
        guard String(decoding: bytes[index..<end], as: UTF8.self) == "if" else { return false }
        var value = end
        while byte(value) == 32 || byte(value) == 9 { value += 1 }
        guard byte(value) == 48, !isNameStart(byte(value + 1)), byte(value + 1) != 120 else {
            return false
        }
        var depth = 0
        var line = value
        while line < endPosition {
            while line < endPosition, bytes[line] != 10 { line += 1 }
            line += 1
            var text = line
            while byte(text) == 32 || byte(text) == 9 { text += 1 }
            guard byte(text) == 35 else { continue }
            text += 1
            while byte(text) == 32 || byte(text) == 9 { text += 1 }
            if matches(Array("if".utf8), at: text) {
                depth += 1
            } else if matches(Array("endif".utf8), at: text) {
                if depth == 0 { break }
                depth -= 1
            } else if depth == 0, matches(Array("el".utf8), at: text) {
                break
            }
        }
        position = min(line, endPosition)
        breaksLine = true
        return true
    }
}
