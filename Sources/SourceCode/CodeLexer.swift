internal import ScanModel

/// Bytes of one source file to tokens: one pass, nothing read twice without a bound.
struct CodeLexer {
    /// What a byte may begin.
    enum Class: UInt8 { case other, space, newline, letter, digit, open, close, special }

    /// A string whose text goes on after an expression in it.
    struct Mode {
        var form: StringForm
        var start: Int
        var holeDepth: Int
        var closer: UInt8
    }

    let bytes: UnsafeRawBufferPointer
    let syntax: LanguageSyntax
    let limits: SourceLimits
    var symbols: SymbolTable
    var wordOf: [CodeWord]
    var tokens: [CodeToken] = []
    var position: Int
    let endPosition: Int
    var breaksLine = true
    var isSpaced = true
    var modes: [Mode] = []
    var depth = 0
    /// Where the bodies of the line's heredocs end; 0 when it has none.
    var heredocEnd = 0
    /// Searches for an end that did not come; each may have read far.
    private(set) var failedSearches = 0
    /// What is not read as it should be for a limit.
    var faults: Set<SourceFault> = []
    var lineEndCache = 0
    private var classes: [Class]

    static let maxFailedSearches = 16
    static let maxModes = 32

    init(
        _ bytes: UnsafeRawBufferPointer, syntax: LanguageSyntax, limits: SourceLimits
    ) {
        self.bytes = bytes
        self.syntax = syntax
        self.limits = limits
        position = 0
        endPosition = bytes.count
        symbols = SymbolTable(foldsCase: syntax.traits.contains(.foldsCase))
        wordOf = [.none]
        classes = CodeLexer.classes(syntax)
        for (name, word) in syntax.orderedWords {
            let symbol = symbols.intern(name)
            while wordOf.count <= Int(symbol) { wordOf.append(.none) }
            wordOf[Int(symbol)] = word
        }
        tokens.reserveCapacity(bytes.count / 4 + 16)
    }

    /// Counts a search for an end that did not come.
    mutating func noteFailedSearch() {
        failedSearches += 1
        if failedSearches >= CodeLexer.maxFailedSearches { faults.insert(.tooManyOpenTexts) }
    }

    private static func classes(_ syntax: LanguageSyntax) -> [Class] {
        var table = [Class](repeating: .other, count: 256)
        for byte in 0..<256 {
            switch UInt8(byte) {
            case 9, 11, 12, 32: table[byte] = .space
            case 10, 13: table[byte] = .newline
            case 65...90, 97...122, 95, 128...255: table[byte] = .letter
            case 48...57: table[byte] = .digit
            case 40, 91, 123: table[byte] = .open
            case 41, 93, 125: table[byte] = .close
            default: break
            }
        }
        func special(_ byte: UInt8) {
            if table[Int(byte)] == .other || table[Int(byte)] == .open {
                table[Int(byte)] = .special
            }
        }
        for mark in syntax.lineComments { special(mark.first) }
        for mark in syntax.blockComments { special(mark.open.first) }
        for form in syntax.strings { special(form.open.first) }
        for byte in syntax.sigils { special(byte) }
        if syntax.traits.contains(.slashExpressions) { special(47) }
        if syntax.traits.contains(.preprocessor) { special(35) }
        if syntax.extras.contains(.rubyHeredoc) || syntax.extras.contains(.phpHeredoc) {
            special(60)
        }
        if syntax.extras.contains(.percentQuotes) { special(37) }
        if syntax.extras.contains(.luaBrackets) { special(91) }
        if syntax.extras.contains(.hashStrings) { special(35) }
        if syntax.extras.contains(.symbols) { special(58) }
        if syntax.extras.contains(.tildeSigils) { special(126) }
        if syntax.extras.contains(.dollarQuotes) { special(36) }
        if syntax.extras.contains(.objcStrings) { special(64) }
        if syntax.extras.contains(.hereStrings) { special(64) }
        for byte in syntax.nameBytes where byte != 45 { table[Int(byte)] = .letter }
        return table
    }

    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index < endPosition ? bytes[index] : 0 }

    @inline(__always)
    func matches(_ mark: [UInt8], at index: Int) -> Bool {
        guard index + mark.count <= endPosition else { return false }
        for offset in 0..<mark.count where bytes[index + offset] != mark[offset] { return false }
        return true
    }

    @inline(__always)
    func matches(_ mark: ShortMark, at index: Int) -> Bool {
        guard index + mark.count <= endPosition else { return false }
        var code = mark.code
        for offset in 0..<mark.count {
            if bytes[index + offset] != UInt8(truncatingIfNeeded: code) { return false }
            code >>= 8
        }
        return true
    }

    /// Reads bytes `range` of the file as code.
    mutating func read(_ range: Range<Int>) {
        position = range.lowerBound
        while position < range.upperBound, position < endPosition { readToken() }
        while let mode = modes.popLast() { closeTemplate(mode, at: position, length: 0) }
        depth = 0
        heredocEnd = 0
        breaksLine = true
    }

    /// Puts the last token there, which has no place in the file.
    mutating func finish() {
        add(.end, from: endPosition, to: endPosition, payload: 0)
        while wordOf.count < symbols.count { wordOf.append(.none) }
    }

    @inline(__always)
    private mutating func readToken() {
        let start = position
        let byte = bytes[start]
        switch classes[Int(byte)] {
        case .space:
            position += 1
            isSpaced = true
        case .newline: passNewline()
        case .letter: readName(start, sigil: false)
        case .digit: readNumber()
        case .open: open(byte)
        case .close: close(byte)
        case .special: if !readSpecial(byte) { readOperator(byte) }
        case .other: readOperator(byte)
        }
    }

    private mutating func passNewline() {
        position += 1
        breaksLine = true
        isSpaced = true
        if heredocEnd > position {
            position = heredocEnd
            heredocEnd = 0
        }
    }

    @inline(__always)
    mutating func add(
        _ kind: CodeToken.Kind, from start: Int, to end: Int, payload: UInt32, sigil: Bool = false
    ) {
        tokens.append(
            CodeToken(
                kind: kind, breaksLine: breaksLine, isSpaced: isSpaced, hasSigil: sigil,
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                payload: payload))
        breaksLine = false
        isSpaced = false
    }

    mutating func open(_ byte: UInt8) {
        depth += 1
        position += 1
        add(.open, from: position - 1, to: position, payload: UInt32(byte))
    }

    private mutating func close(_ byte: UInt8) {
        if let mode = modes.last {
            if byte == mode.closer, depth <= mode.holeDepth {
                position += 1
                add(.holeClose, from: position - 1, to: position, payload: 0)
                modes.removeLast()
                depth = mode.holeDepth
                resumeString(mode)
                return
            }
        }
        if depth > 0 { depth -= 1 }
        position += 1
        add(.close, from: position - 1, to: position, payload: UInt32(byte))
    }

    private mutating func readNumber() {
        let start = position
        var end = start + 1
        while end < endPosition {
            let byte = bytes[end]
            let kind = classes[Int(byte)]
            if kind == .digit || kind == .letter {
                end += 1
            } else if byte == 46, classes[Int(self.byte(end + 1))] == .digit {
                end += 1
            } else if byte == 39, syntax.extras.contains(.cppRaw),
                classes[Int(self.byte(end + 1))] == .digit
            {
                end += 1
            } else {
                break
            }
        }
        position = end
        add(.number, from: start, to: end, payload: 0)
    }

    @inline(__always)
    func nameEnd(_ start: Int) -> Int {
        var end = start
        while end < endPosition {
            let kind = classes[Int(bytes[end])]
            if kind == .letter || kind == .digit {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    mutating func readName(_ start: Int, sigil: Bool) {
        var end = nameEnd(start)
        if end < endPosition {
            let next = bytes[end]
            if next == 45, !sigil, syntax.nameBytes.first == 45 {
                // `Invoke-WebRequest` is one name, `$a-$b` is not.
                while byte(end) == 45, classes[Int(byte(end + 1))] == .letter {
                    end = nameEnd(end + 1)
                }
            } else if next == 34 || next == 39 || next == 35 || next == 96, !sigil,
                !syntax.prefixes.isEmpty
                    || !syntax.extras.isDisjoint(with: [.cppRaw, .rustStrings]),
                end - start <= 3, readPrefixed(start, end)
            {
                return
            } else if !syntax.nameEnds.isEmpty, syntax.nameEnds.contains(next),
                byte(end + 1) != 61 || byte(end + 2) == 61
            {
                end += 1
            } else if syntax.extras.contains(.perlQuotes), !sigil, readPerlQuote(start, end) {
                return
            }
        }
        position = end
        let name = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        add(
            .identifier, from: start, to: end, payload: symbols.intern(name), sigil: sigil)
    }

    mutating func readOperator(_ first: UInt8) {
        if first == 92, syntax.traits.contains(.backslashJoins), passLineJoin() { return }
        let start = position
        var code = UInt32(first)
        var length = 1
        let second = byte(start + 1)
        if second > 32, second < 127,
            classes[Int(second)] == .other
                || classes[Int(second)] == .special
        {
            let pair = code | UInt32(second) << 8
            let triple = pair | UInt32(byte(start + 2)) << 16
            if CodeOperator.isTriple(triple) {
                code = triple
                length = 3
            } else if CodeOperator.isPair(pair) {
                code = pair
                length = 2
            }
        }
        position = min(start + length, endPosition)
        add(.op, from: start, to: position, payload: code)
    }

    /// Passes a backslash and the line break that it hides; `false` when none follows.
    private mutating func passLineJoin() -> Bool {
        var end = position + 1
        if byte(end) == 13, byte(end + 1) == 10 { end += 1 }
        guard byte(end) == 10 else { return false }
        let brokeLine = breaksLine
        position = end
        passNewline()
        breaksLine = brokeLine
        return true
    }
}
