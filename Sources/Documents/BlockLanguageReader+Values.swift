extension BlockLanguageReader {
    /// Functions whose value is that of their only argument, for all that rules ask.
    private static let transparent: Set<String> = [
        "jsonencode", "yamlencode", "toset", "tolist", "tomap", "tostring", "tonumber", "tobool",
        "sensitive", "nonsensitive", "any",
    ]

    /// Reads one value; the reader stands after it, at what ends it.
    mutating func value(_ ending: Ending, depth: Int) -> DocumentNode {
        skipBlanks()
        if ending == .comma { skipSpace() }
        let start = at
        guard !isExhausted() else { return node(.scalar(DocumentScalar("", .plain)), at, at) }
        guard depth < limits.maxDepth else {
            fault(.limit, at: at, "nested deeper than \(limits.maxDepth)")
            return expression(from: start, ending)
        }
        let literal = self.literal(depth: depth)
        guard let literal else { return expression(from: start, ending) }
        let upper = at
        if isAtEnding(ending) {
            at = upper
            return literal
        }
        at = upper
        return expression(from: start, ending)
    }

    /// Reads what can be read as a literal; nil where an expression starts, with the reader
    /// anywhere in it that is outside of strings.
    private mutating func literal(depth: Int) -> DocumentNode? {
        let byte = peek()
        if at < end, byte == quote { return string() }
        if standsHeredoc() { return heredoc() }
        switch byte {
        case 0x5B: return standsFor(after: 1) ? nil : list(depth: depth)
        case 0x7B: return standsFor(after: 1) ? nil : object(depth: depth)
        case 0x2D, 0x30...0x39: return number()
        default: break
        }
        guard let name = word() else { return nil }
        let word = text(name)
        if peek() == 0x28 {
            return Self.transparent.contains(word) ? argument(word, depth: depth) : nil
        }
        switch word {
        case "true", "false", "null":
            return node(.scalar(DocumentScalar(word, .plain)), name.lowerBound, at)
        default: return nil
        }
    }

    /// The only argument of the call whose bracket opens here.
    private mutating func argument(_ function: String, depth: Int) -> DocumentNode? {
        at += 1
        skipSpace()
        let value = value(.comma, depth: depth + 1)
        skipSpace()
        if peek() == 0x2C {
            at += 1
            skipSpace()
        }
        guard peek() == 0x29 else {
            // More than one argument: the call stays an expression, read from inside its bracket.
            skipExpression(.comma, insideBracket: true)
            if peek() == 0x29 { at += 1 }
            return nil
        }
        at += 1
        return DocumentNode(
            content: value.content, span: value.span, position: value.position, tag: function)
    }

    private mutating func number() -> DocumentNode? {
        let start = at
        let sign = peek() == 0x2D ? 1 : 0
        guard peek(sign) &- 0x30 < 10 else { return nil }
        at += sign
        let digits = at
        while at < end {
            let byte = bytes[at]
            let isExponentSign =
                (byte == 0x2B || byte == 0x2D) && at > digits && bytes[at - 1] | 0x20 == 0x65
            guard byte &- 0x30 < 10 || byte == 0x2E || byte | 0x20 == 0x65 || isExponentSign
            else { break }
            at += 1
        }
        return node(.scalar(DocumentScalar(text(SourceSpan(start, at)), .plain)), start, at)
    }

    /// Whether a `for` expression begins `offset` bytes from here, comments and blanks apart.
    private func standsFor(after offset: Int) -> Bool {
        var probe = self
        probe.log = FaultLog()
        probe.at += offset
        probe.skipSpace()
        guard probe.stands("for", at: probe.at) else { return false }
        probe.at += 3
        guard probe.at < end, Self.isBlank(probe.peek()) || probe.peek() == 0x0A else {
            return dialect == .bicep && probe.peek() == 0x28
        }
        probe.skipSpace()
        return Self.isWordStart(probe.peek()) || probe.peek() == 0x28
    }

    private mutating func list(depth: Int) -> DocumentNode {
        let start = at
        at += 1
        var items: [DocumentNode] = []
        while true {
            skipSpace()
            guard at < end else {
                fault(.syntax, at: start, "a list without its end")
                break
            }
            let byte = bytes[at]
            if byte == 0x5D {
                at += 1
                break
            }
            if byte == 0x2C {
                at += 1
                continue
            }
            if byte == 0x7D || byte == 0x29 {
                fault(.syntax, at: at, "another bracket than the list's")
                break
            }
            if isExhausted() { break }
            let before = at
            items.append(value(dialect == .hcl ? .comma : .lineOrComma, depth: depth + 1))
            if at == before { at += 1 }
        }
        return node(.sequence(items), start, at)
    }

    private mutating func object(depth: Int) -> DocumentNode {
        let start = at
        at += 1
        var entries: [DocumentEntry] = []
        while true {
            skipSpace()
            guard at < end else {
                fault(.syntax, at: start, "an object without its end")
                break
            }
            let byte = bytes[at]
            if byte == 0x7D {
                at += 1
                break
            }
            if byte == 0x2C {
                at += 1
                continue
            }
            if byte == 0x5D || byte == 0x29 {
                fault(.syntax, at: at, "another bracket than the object's")
                break
            }
            if isExhausted() { break }
            if let entry = objectEntry(depth: depth) { entries.append(entry) }
        }
        return node(.mapping(entries), start, at)
    }

    private mutating func objectEntry(depth: Int) -> DocumentEntry? {
        let start = at
        var key = ""
        if at < end, bytes[at] == quote {
            key = string().text ?? ""
        } else if let span = word() ?? number()?.span {
            if dialect == .bicep, stands("resource", at: start), span.upperBound - start == 8 {
                skipBlanks()
                if Self.isWordStart(peek()) { return resource(span, depth: depth) }
            }
            key = text(span)
        } else if dialect == .bicep, peek() == 0x2A {
            // `*: string` of a type.
            key = "*"
            at += 1
        } else if dialect == .bicep, peek() == 0x40 || stands("...", at: at) {
            // A decorator of the nested resource that follows, or entries of another object.
            skipExpression(.line, insideBracket: false)
            return nil
        }
        var keySpan = trimmed(start, at)
        skipBlanks()
        if peek() == 0x7B, dialect == .hcl, !keySpan.isEmpty {
            // A block within an object, as the first HCL had it.
            return entry(key, keySpan, value(.lineOrComma, depth: depth + 1))
        }
        if peek() != 0x3D, peek() != 0x3A, dialect == .hcl {
            // A key such as `(var.a)`: only the tool knows it.
            skipKeyExpression()
            keySpan = trimmed(start, at)
            key = text(keySpan)
        }
        guard peek() == 0x3D || peek() == 0x3A, !keySpan.isEmpty else {
            fault(.syntax, at: at, "a sign between key and value is missing")
            let before = at
            skipExpression(.lineOrComma, insideBracket: false)
            if at == before, at < end, bytes[at] != 0x7D { at += 1 }
            return nil
        }
        at += 1
        let value = value(.lineOrComma, depth: depth + 1)
        return entry(key, keySpan, value)
    }

    /// The span without blanks and line ends at its end.
    func trimmed(_ lower: Int, _ upper: Int) -> SourceSpan {
        var upper = min(upper, end)
        while upper > lower, Self.isBlank(bytes[upper - 1]) || bytes[upper - 1] == 0x0A {
            upper -= 1
        }
        return SourceSpan(lower, upper)
    }

    /// Goes to the sign after a key that is an expression.
    private mutating func skipKeyExpression() {
        var open = 0
        while at < end {
            let byte = bytes[at]
            if byte == quote {
                _ = skipString()
                continue
            }
            switch byte {
            case 0x28, 0x5B, 0x7B: open += 1
            case 0x29, 0x5D, 0x7D:
                if open == 0 { return }
                open -= 1
            case 0x3D, 0x3A, 0x2C, 0x0A:
                if open == 0 { return }
            default: break
            }
            at += 1
        }
    }

    /// Whether what stands here ends an expression; skips the blanks before it.
    mutating func isAtEnding(_ ending: Ending) -> Bool {
        switch ending {
        case .comma: skipSpace()
        case .line, .lineOrComma: skipBlanks()
        }
        guard at < end else { return true }
        switch bytes[at] {
        case 0x0A: return ending != .comma && continuation() == nil
        case 0x2C: return ending != .line
        case 0x5D, 0x7D, 0x29: return true
        default: return false
        }
    }

    /// Where Bicep's expression goes on: the next line that is not blank starts with an operator.
    private func continuation() -> Int? {
        guard dialect == .bicep else { return nil }
        var index = at
        while index < end, Self.isBlank(bytes[index]) || bytes[index] == 0x0A { index += 1 }
        guard index < end else { return nil }
        let goesOn =
            switch bytes[index] {
            case 0x3F, 0x3A, 0x2E: !stands("...", at: index)
            case 0x7C: true
            default: stands("&&", at: index)
            }
        return goesOn ? index : nil
    }

    /// The expression from `start` to where it ends; the reader may stand anywhere in it.
    private mutating func expression(from start: Int, _ ending: Ending) -> DocumentNode {
        skipExpression(ending, insideBracket: false)
        let upper = trimmed(start, at).upperBound
        if upper == start { fault(.syntax, at: start, "a value is missing") }
        let scalar = DocumentScalar(
            text(SourceSpan(start, upper)), upper == start ? .plain : .expression)
        return node(.scalar(scalar), start, upper)
    }

    /// Goes to what ends an expression.
    ///
    /// - Parameter insideBracket: only a bracket ends it.
    mutating func skipExpression(_ ending: Ending, insideBracket: Bool) {
        var open = 0
        while at < end {
            let byte = bytes[at]
            switch byte {
            case quote:
                if dialect == .bicep, stands("'''", at: at) {
                    _ = string()
                } else {
                    _ = skipString()
                }
                continue
            case 0x28, 0x5B, 0x7B: open += 1
            case 0x29, 0x5D, 0x7D:
                if open == 0 { return }
                open -= 1
            case 0x2C:
                if open == 0, ending != .line, !insideBracket { return }
            case 0x0A:
                if open == 0, ending != .comma, !insideBracket {
                    // The lines between are looked at once.
                    guard let next = continuation() else { return }
                    at = next
                    continue
                }
            case 0x23, 0x2F:
                let before = at
                // The expression's span ends before the comment.
                if open == 0, ending != .comma, isLineComment() {
                    let comment = at
                    skipLine()
                    guard let next = continuation() else {
                        at = comment
                        return
                    }
                    at = next
                    continue
                }
                skipBlanks()
                if at != before { continue }
            case 0x3C where standsHeredoc():
                _ = skipHeredoc()
                continue
            default: break
            }
            at += 1
        }
    }

    private func isLineComment() -> Bool {
        peek() == 0x23 || (peek() == 0x2F && peek(1) == 0x2F)
    }
}
