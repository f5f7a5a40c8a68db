extension BlockLanguageReader {
    /// The byte that opens and closes a string.
    var quote: UInt8 { dialect == .hcl ? 0x22 : 0x27 }

    /// Goes over a string that starts here, templates with strings in them included.
    ///
    /// - Returns: whether it has an end, and whether a template stands in it. Without an end the
    ///   reader stands at the end of the line where the string began.
    mutating func skipString() -> (isClosed: Bool, hasTemplate: Bool) {
        let start = at
        // The braces open in each template around this place; a string is open where `inString`.
        var braces: [Int] = []
        var inString = true
        var hasTemplate = false
        at += 1
        while at < end {
            let byte = bytes[at]
            if inString {
                if byte == 0x5C {
                    at += 2
                } else if byte == quote {
                    at += 1
                    if braces.isEmpty { return (true, hasTemplate) }
                    inString = false
                } else if byte == 0x0A {
                    break
                } else if byte == 0x24 || (byte == 0x25 && dialect == .hcl), peek(1) == 0x7B {
                    if at > start, bytes[at - 1] == byte, dialect == .hcl, isEscapedTemplate(start)
                    {
                        at += 2
                        continue
                    }
                    hasTemplate = true
                    guard braces.count < limits.maxDepth else { break }
                    braces.append(1)
                    inString = false
                    at += 2
                } else {
                    at += 1
                }
            } else {
                at += 1
                if byte == quote {
                    inString = true
                } else if byte == 0x7B {
                    braces[braces.count - 1] += 1
                } else if byte == 0x7D {
                    braces[braces.count - 1] -= 1
                    if braces[braces.count - 1] == 0 {
                        braces.removeLast()
                        inString = true
                    }
                }
            }
        }
        fault(.syntax, at: start, "a string without its end")
        at = min(start + 1, end)
        skipLine()
        return (false, hasTemplate)
    }

    /// Whether the `${` here is `$${`: an odd number of the same sign stands before it.
    private func isEscapedTemplate(_ start: Int) -> Bool {
        var index = at
        while index > start, bytes[index - 1] == bytes[at] { index -= 1 }
        return (at - index) % 2 == 1
    }

    /// Reads the string that starts here.
    mutating func string() -> DocumentNode {
        if dialect == .bicep, stands("'''", at: at) { return rawString() }
        let start = at
        let (isClosed, hasTemplate) = skipString()
        let inner = SourceSpan(start + 1, isClosed ? at - 1 : at)
        let scalar = DocumentScalar(
            unescaped(inner, hasTemplate: hasTemplate), hasTemplate ? .expression : .quoted)
        return node(.scalar(scalar), start, at)
    }

    /// Bicep's text between three quotes, without escapes and templates.
    private mutating func rawString() -> DocumentNode {
        let start = at
        at += 3
        var from = at
        if peek() == 0x0D { from += 1 }
        if from < end, bytes[from] == 0x0A { from += 1 } else { from = at }
        while at < end, !stands("'''", at: at) { at += 1 }
        var upper = at
        if at < end {
            at += 3
            // Quotes right before the three that end it belong to the text.
            while peek() == 0x27 {
                at += 1
                upper += 1
            }
        } else {
            fault(.syntax, at: start, "a string without its end")
        }
        let scalar = DocumentScalar(text(SourceSpan(from, upper)), .quoted)
        return node(.scalar(scalar), start, at)
    }

    /// The text between quotes with escapes resolved; templates stand as they are written.
    func unescaped(_ span: SourceSpan, hasTemplate: Bool) -> String {
        guard span.lowerBound < span.upperBound else { return "" }
        var isPlain = true
        for index in span.lowerBound..<span.upperBound
        where bytes[index] == 0x5C
            || (dialect == .hcl && bytes[index] == 0x7B && index >= span.lowerBound + 2
                && bytes[index - 1] == bytes[index - 2])
        {
            isPlain = false
            break
        }
        guard !isPlain else { return text(span) }
        var out: [UInt8] = []
        out.reserveCapacity(span.upperBound - span.lowerBound)
        var index = span.lowerBound
        var depth = 0
        while index < span.upperBound {
            let byte = bytes[index]
            let next = index + 1 < span.upperBound ? bytes[index + 1] : 0
            if depth > 0 {
                if byte == 0x7B { depth += 1 }
                if byte == 0x7D { depth -= 1 }
                out.append(byte)
                index += 1
            } else if byte == 0x5C {
                index = unescape(from: index, to: span.upperBound, into: &out)
            } else if dialect == .hcl, byte == 0x24 || byte == 0x25, next == byte,
                index + 2 < span.upperBound, bytes[index + 2] == 0x7B
            {
                out.append(byte)
                out.append(0x7B)
                index += 3
            } else if byte == 0x24 || (byte == 0x25 && dialect == .hcl), next == 0x7B, hasTemplate {
                depth = 1
                out.append(byte)
                out.append(next)
                index += 2
            } else {
                out.append(byte)
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private func unescape(from start: Int, to upper: Int, into out: inout [UInt8]) -> Int {
        guard start + 1 < upper else {
            out.append(0x5C)
            return start + 1
        }
        let sign = bytes[start + 1]
        switch sign {
        case 0x6E: out.append(0x0A)
        case 0x72: out.append(0x0D)
        case 0x74: out.append(0x09)
        case 0x22, 0x27, 0x5C, 0x24: out.append(sign)
        case 0x75, 0x55:
            // \uNNNN and \UNNNNNNNN of HCL, \u{…} of Bicep.
            var index = start + 2
            let isBraced = index < upper && bytes[index] == 0x7B
            if isBraced { index += 1 }
            let most = isBraced ? 8 : (sign == 0x75 ? 4 : 8)
            var value: UInt32 = 0
            var digits = 0
            while digits < most, index < upper, let digit = Self.hexDigit(bytes[index]) {
                value = value << 4 | digit
                digits += 1
                index += 1
            }
            if isBraced, index < upper, bytes[index] == 0x7D { index += 1 }
            let scalar = digits > 0 ? Unicode.Scalar(value) : nil
            out.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
            return index
        default:
            out.append(0x5C)
            out.append(sign)
        }
        return start + 2
    }

    static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    /// Whether a heredoc starts here: `<<WORD` or `<<-WORD`.
    func standsHeredoc() -> Bool {
        guard dialect == .hcl, peek() == 0x3C, peek(1) == 0x3C else { return false }
        return Self.isWordStart(peek(2)) || (peek(2) == 0x2D && Self.isWordStart(peek(3)))
    }

    /// Goes over a heredoc; the span of its lines, and whether its indentation goes.
    mutating func skipHeredoc() -> (body: SourceSpan, isIndented: Bool) {
        let start = at
        at += 2
        let isIndented = peek() == 0x2D
        if isIndented { at += 1 }
        let mark = word() ?? SourceSpan(at, at)
        skipLine()
        at = min(at + 1, end)
        let body = at
        while at < end {
            let line = at
            skipLine()
            var lower = line
            var upper = at
            while lower < upper, Self.isBlank(bytes[lower]) { lower += 1 }
            while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
            if matches(lower, upper, mark) {
                // What follows the mark is not the heredoc's: the line end is left to the reader.
                at = upper
                return (SourceSpan(body, line), isIndented)
            }
            if at >= end { break }
            at += 1
        }
        fault(.syntax, at: start, "a heredoc without its end")
        return (SourceSpan(body, at), isIndented)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private func matches(_ lower: Int, _ upper: Int, _ mark: SourceSpan) -> Bool {
        guard upper - lower == mark.upperBound - mark.lowerBound, upper > lower else {
            return false
        }
        for index in 0..<(upper - lower)
        where bytes[lower + index] != bytes[mark.lowerBound + index] {
            return false
        }
        return true
    }

    /// Reads the heredoc that starts here.
    mutating func heredoc() -> DocumentNode {
        let start = at
        let (body, isIndented) = skipHeredoc()
        var hasTemplate = false
        var index = body.lowerBound
        while index + 1 < body.upperBound {
            if bytes[index] == 0x24 || bytes[index] == 0x25, bytes[index + 1] == 0x7B {
                if index == body.lowerBound || bytes[index - 1] != bytes[index] {
                    hasTemplate = true
                    break
                }
            }
            index += 1
        }
        let content = isIndented ? outdented(body) : text(body)
        let scalar = DocumentScalar(content, hasTemplate ? .expression : .quoted)
        return node(.scalar(scalar), start, at)
    }

    /// The lines of a span without the blanks that all of them begin with.
    private func outdented(_ span: SourceSpan) -> String {
        var common = Int.max
        var index = span.lowerBound
        while index < span.upperBound {
            let line = index
            while index < span.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 {
                index += 1
            }
            if index < span.upperBound, bytes[index] != 0x0A, bytes[index] != 0x0D {
                common = min(common, index - line)
            }
            while index < span.upperBound, bytes[index] != 0x0A { index += 1 }
            index += 1
        }
        guard common > 0, common < Int.max else { return text(span) }
        var out: [UInt8] = []
        out.reserveCapacity(span.upperBound - span.lowerBound)
        var column = 0
        for index in span.lowerBound..<span.upperBound {
            let byte = bytes[index]
            if byte == 0x0A {
                column = 0
                out.append(byte)
            } else {
                if column >= common { out.append(byte) }
                column += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
