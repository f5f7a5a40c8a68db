import ScanModel

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The cursor that the lexers of all languages share: it walks the bytes and notes comments.
///
/// Every step moves on, and no search is repeated after it failed once, so that the work is linear
/// on any input. Extensions hold one family of languages each.
struct CommentLexer {
    /// The text, borrowed.
    let bytes: UnsafeRawBufferPointer
    /// Where the lexer stands.
    var offset = 0
    /// The comments so far, in order.
    var comments: [Range<Int>] = []
    /// Whether the code before the cursor ends in a value, so that `/` divides.
    var followsValue = false
    /// Here-documents announced on the current line.
    var pendingHeredocs: [Heredoc] = []
    /// Set when a here-document had no end: none is looked for again.
    var heredocsFailed = false
    /// Before this offset no regular expression starts: one on the line had no end.
    var noRegexBefore = 0
    /// Set when nested comments had no end: from then on they do not nest.
    var nestingFailed = false
    private var absentTerminators: Set<UInt64> = []

    /// A here-document whose body starts on the next line.
    struct Heredoc {
        /// The word that ends it.
        let word: Range<Int>
        /// Whether the last line may be indented.
        let mayIndent: Bool
    }

    /// Most here-documents that one line announces.
    static let maxPendingHeredocCount = 16

    /// Borrows `bytes`, which must outlive the lexer.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Walks the whole text.
    mutating func lex(_ language: SourceLanguage) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        switch language {
        case .c, .csharp, .dart, .go, .groovy, .hcl, .java, .json, .kotlin, .rust, .scala, .swift:
            lexCFamily(CFamilySyntax(language))
        case .javascript: lexJavaScript()
        case .python: lexPython()
        case .ruby: lexRuby()
        case .perl: lexPerl()
        case .php: lexPHP()
        case .shell: lexShell()
        case .powershell: lexPowerShell()
        case .lua: lexLua()
        case .sql: lexSQL()
        case .elixir: lexElixir()
        case .yaml: lexYAML()
        case .toml: lexTOML()
        case .ini: lexINI()
        case .xml: lexXML()
        case .batch: lexBatch()
        case .visualbasic: lexVisualBasic()
        case .dockerfile, .apache: lexHashLines(allowsTrailing: false)
        case .makefile, .nginx, .haproxy, .ssh: lexHashLines(allowsTrailing: true)
        }
    }

    // MARK: - Looking

    /// The byte at `position`, 0 outside the text.
    @inline(__always)
    func byte(_ position: Int) -> UInt8 {
        position >= 0 && position < bytes.count ? bytes[position] : 0
    }

    /// Whether the text goes on with `text` at the cursor.
    @inline(__always)
    func isAt(_ text: StaticString) -> Bool { isAt(text, offset) }

    /// Whether the text goes on with `text` at `position`.
    func isAt(_ text: StaticString, _ position: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position >= 0, position <= bytes.count - count else { return false }
        for index in 0..<count where bytes[position + index] != text.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether the word in `range` is `text`.
    func isWord(_ range: Range<Int>, _ text: StaticString) -> Bool {
        range.count == text.utf8CodeUnitCount && isAt(text, range.lowerBound)
    }

    /// Where the line of `position` ends: at its `\n` or `\r` or the end of the text.
    func lineEnd(from position: Int) -> Int {
        var end = position
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    /// Where the line after the line end at `position` starts.
    func afterLineEnd(_ position: Int) -> Int {
        guard position < bytes.count else { return bytes.count }
        return position + (byte(position) == 0x0D && byte(position + 1) == 0x0A ? 2 : 1)
    }

    /// Where `needle` next stands; remembered when it does not.
    mutating func find(_ needle: StaticString, from position: Int) -> Int? {
        var key: UInt64 = 0
        for index in 0..<min(8, needle.utf8CodeUnitCount) {
            key = key << 8 | UInt64(needle.utf8Start[index])
        }
        guard !absentTerminators.contains(key) else { return nil }
        let found = find(
            UnsafeRawBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount),
            from: position)
        if found == nil { absentTerminators.insert(key) }
        return found
    }

    /// Where `needle`, which is short, next stands.
    func find(_ needle: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, let first = needle.first else { return nil }
        var position = max(0, start)
        while position <= bytes.count - needle.count {
            guard
                let hit = memchr(
                    base + position, Int32(first), bytes.count - needle.count + 1 - position)
            else { return nil }
            position = base.distance(to: UnsafeRawPointer(hit))
            if bytes[position..<position + needle.count].elementsEqual(needle) { return position }
            position += 1
        }
        return nil
    }

    /// Whether only blanks stand between the line's start and `position`.
    func isFirstOnLine(_ position: Int) -> Bool {
        var before = position - 1
        while before >= 0, isBlank(bytes[before]) { before -= 1 }
        return before < 0 || isLineEnd(bytes[before]) || (before == 2 && bytes[0] == 0xEF)
    }

    /// Blank or tab.
    @inline(__always)
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// `\n` or `\r`.
    @inline(__always)
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// Blank, line end, or NUL as `byte(_:)` has it outside the text.
    @inline(__always)
    func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || isLineEnd(byte) || byte == 0 }

    /// Letter, digit, `_`, or part of a character beyond ASCII.
    @inline(__always)
    func isIdentifier(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    // MARK: - Moving

    /// Notes a comment and moves behind it.
    mutating func comment(_ range: Range<Int>) {
        if !range.isEmpty { comments.append(range) }
        offset = max(offset, range.upperBound)
    }

    /// The rest of the line is a comment.
    mutating func lineComment() { comment(offset..<lineEnd(from: offset)) }

    /// From the cursor through `close` is a comment; the line alone when there is no `close`.
    mutating func blockComment(openCount: Int, close: StaticString) {
        if let end = find(close, from: offset + openCount) {
            comment(offset..<end + close.utf8CodeUnitCount)
        } else {
            lineComment()
        }
    }

    /// Takes a word and returns where it stood.
    mutating func takeWord() -> Range<Int> {
        let start = offset
        while offset < bytes.count, isIdentifier(bytes[offset]) { offset += 1 }
        return start..<offset
    }

    /// Moves over a string whose opening quote is at the cursor.
    ///
    /// - Parameters:
    ///   - escape: the byte that takes the next one along; 0 for none.
    ///   - isDoubled: whether a doubled quote stands for one.
    ///   - spansLines: whether it may hold line ends; else it ends at one.
    mutating func skipString(escape: UInt8, isDoubled: Bool = false, spansLines: Bool = false) {
        skipDelimited(
            close: byte(offset), escape: escape, isDoubled: isDoubled, spansLines: spansLines)
    }

    /// Moves over a literal that starts with one byte at the cursor and ends with `close`.
    mutating func skipDelimited(
        close: UInt8, escape: UInt8, isDoubled: Bool = false, spansLines: Bool = false
    ) {
        offset += 1
        while offset < bytes.count {
            let current = bytes[offset]
            if escape != 0, current == escape {
                offset = min(bytes.count, afterLineEnd(offset + 1))
            } else if current == close {
                offset += 1
                guard isDoubled, byte(offset) == close else { break }
                offset += 1
            } else if !spansLines, isLineEnd(current) {
                break
            } else {
                offset += 1
            }
        }
        followsValue = true
    }

    /// Moves over a literal in brackets, which nest, whose opening bracket is at the cursor.
    mutating func skipBracketed(open: UInt8, close: UInt8) {
        var depth = 0
        while offset < bytes.count {
            let current = bytes[offset]
            offset += 1
            if current == UInt8(ascii: "\\") {
                offset = min(bytes.count, offset + 1)
            } else if current == open {
                depth += 1
            } else if current == close {
                depth -= 1
                if depth == 0 { break }
            }
        }
        followsValue = true
    }

    /// Moves over a string in `count` or more quotes whose first is at the cursor.
    mutating func skipLongString(quoteCount count: Int, escape: UInt8) {
        let quote = byte(offset)
        offset = min(bytes.count, offset + count)
        var run = 0
        while offset < bytes.count {
            let current = bytes[offset]
            if escape != 0, current == escape {
                run = 0
                offset = min(bytes.count, offset + 2)
                continue
            }
            run = current == quote ? run + 1 : 0
            offset += 1
            if run == count {
                // Quotes beyond the third belong to the content, before those that close.
                while byte(offset) == quote { offset += 1 }
                break
            }
        }
        followsValue = true
    }

    /// How many times `byte` stands from `position` on.
    func runLength(of value: UInt8, from position: Int) -> Int {
        var end = position
        while end < bytes.count, bytes[end] == value { end += 1 }
        return end - position
    }

    /// Moves over a regular expression that starts with `/` at the cursor and ends on its line.
    ///
    /// - Returns: whether there is one; if not, the cursor stays.
    mutating func skipRegex() -> Bool {
        guard offset >= noRegexBefore else { return false }
        var position = offset + 1
        var isInClass = false
        while position < bytes.count, !isLineEnd(bytes[position]) {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                offset = position + 1
                while isIdentifier(byte(offset)) { offset += 1 }
                followsValue = true
                return true
            default: break
            }
            position += 1
        }
        noRegexBefore = min(position, bytes.count)
        return false
    }

    /// Announces a here-document whose `<<` is at the cursor and moves behind its word.
    ///
    /// - Parameter acceptsLowercase: whether a bare word may start with a small letter.
    /// - Returns: whether there is one; if not, the cursor stays.
    mutating func announceHeredoc(acceptsLowercase: Bool) -> Bool {
        guard !heredocsFailed, pendingHeredocs.count < CommentLexer.maxPendingHeredocCount else {
            return false
        }
        var position = offset + 2
        var mayIndent = false
        if byte(position) == UInt8(ascii: "-") || byte(position) == UInt8(ascii: "~") {
            mayIndent = true
            position += 1
        }
        if acceptsLowercase { while isBlank(byte(position)) { position += 1 } }
        var quote = byte(position)
        switch quote {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): position += 1
        case UInt8(ascii: "\\") where acceptsLowercase:
            quote = 0
            position += 1
        default: quote = 0
        }
        let start = position
        while position < bytes.count, isIdentifier(bytes[position]) { position += 1 }
        let first = byte(start)
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) || first == 0x5F
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        guard position > start, !isDigit, isCapital || acceptsLowercase || mayIndent || quote != 0
        else { return false }
        let word = start..<position
        if quote != 0 {
            guard byte(position) == quote else { return false }
            position += 1
        }
        pendingHeredocs.append(Heredoc(word: word, mayIndent: mayIndent))
        offset = position
        followsValue = true
        return true
    }

    /// Moves over a line end and the bodies of the here-documents announced before it.
    mutating func takeLineEnd() {
        offset = afterLineEnd(offset)
        guard !pendingHeredocs.isEmpty else { return }
        for heredoc in pendingHeredocs where !heredocsFailed {
            guard let end = heredocEnd(heredoc, from: offset) else {
                heredocsFailed = true
                break
            }
            offset = end
        }
        pendingHeredocs.removeAll(keepingCapacity: true)
    }

    /// Where the last line of a here-document ends.
    private func heredocEnd(_ heredoc: Heredoc, from start: Int) -> Int? {
        var line = start
        while line < bytes.count {
            let end = lineEnd(from: line)
            var first = line
            if heredoc.mayIndent { while first < end, isBlank(bytes[first]) { first += 1 } }
            if end - first == heredoc.word.count,
                bytes[first..<end].elementsEqual(bytes[heredoc.word])
            {
                return end
            }
            line = afterLineEnd(end)
        }
        return nil
    }
}
