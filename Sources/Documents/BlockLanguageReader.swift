/// What readers of block languages share: HCL and Bicep are made of the same words, strings with
/// templates, lists, objects and expressions that only the tool can work out.
///
/// Enters: the bytes of one file. Leaves: nodes with spans, and faults; it never throws and never
/// recurses beyond the limits' depth.
struct BlockLanguageReader {
    /// The language whose quotes and separators hold.
    enum Dialect {
        case hcl, bicep
    }

    /// What ends an expression besides a closing bracket.
    enum Ending {
        /// A line end: attributes.
        case line
        /// A comma: elements of lists and arguments.
        case comma
        /// Either: entries of objects.
        case lineOrComma
    }

    let bytes: UnsafeRawBufferPointer
    let end: Int
    let lines: LineTable
    let limits: DocumentLimits
    let dialect: Dialect
    var at = 0
    var log = FaultLog()
    var nodeCount = 0

    init(_ bytes: UnsafeRawBufferPointer, dialect: Dialect, limits: DocumentLimits) {
        let length = min(bytes.count, limits.maxBytes)
        self.bytes = UnsafeRawBufferPointer(rebasing: bytes[..<length])
        self.end = length
        self.dialect = dialect
        self.limits = limits
        lines = LineTable(self.bytes)
        if bytes.count > limits.maxBytes {
            fault(.limit, at: length, "only the first \(length) bytes are read")
        }
        if length >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
    }

    mutating func fault(_ code: DocumentError.Code, at offset: Int, _ message: String) {
        guard log.takes(code) else { return }
        let position = lines.position(of: offset)
        // What is looked at ahead and then read is told once.
        if let last = log.faults.last, last.code == code, last.position == position { return }
        log.add(code, at: position, message)
    }

    /// The byte `ahead` of here; 0 beyond the end.
    func peek(_ ahead: Int = 0) -> UInt8 {
        let index = at + ahead
        return index < end ? bytes[index] : 0
    }

    /// The text of a span, with replacement for what is no UTF-8.
    func text(_ span: SourceSpan) -> String {
        let upper = min(span.upperBound, end)
        guard span.lowerBound < upper else { return "" }
        return String(decoding: bytes[span.lowerBound..<upper], as: UTF8.self)
    }

    /// Counts a node against the limits; none, once they are used up.
    mutating func node(
        _ content: DocumentNode.Content, _ lower: Int, _ upper: Int, tag: String? = nil
    ) -> DocumentNode {
        nodeCount += 1
        return DocumentNode(
            content: content, span: SourceSpan(lower, upper), position: lines.position(of: lower),
            tag: tag)
    }

    mutating func entry(_ key: String, _ span: SourceSpan, _ value: DocumentNode) -> DocumentEntry {
        DocumentEntry(
            key: key, keySpan: span, keyPosition: lines.position(of: span.lowerBound), value: value)
    }

    /// Whether no more nodes are read; says so the first time.
    mutating func isExhausted() -> Bool {
        guard nodeCount >= limits.maxNodes else { return false }
        if at < end {
            fault(.limit, at: at, "more than \(limits.maxNodes) values: the rest is not read")
            at = end
        }
        return true
    }

    static func isWordStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
    }

    static func isWord(_ byte: UInt8, _ dialect: Dialect) -> Bool {
        isWordStart(byte) || byte &- 0x30 < 10 || (byte == 0x2D && dialect == .hcl)
    }

    /// Reads a name; nil, and nothing read, where none stands.
    mutating func word() -> SourceSpan? {
        guard at < end, Self.isWordStart(bytes[at]) else { return nil }
        let start = at
        while at < end, Self.isWord(bytes[at], dialect) { at += 1 }
        return SourceSpan(start, at)
    }

    /// Whether the bytes here are these.
    func stands(_ word: StaticString, at offset: Int) -> Bool {
        guard offset + word.utf8CodeUnitCount <= end else { return false }
        for index in 0..<word.utf8CodeUnitCount
        where bytes[offset + index] != word.utf8Start[index] {
            return false
        }
        return true
    }

    /// Skips blanks and comments up to a line end.
    mutating func skipBlanks() {
        while at < end {
            switch bytes[at] {
            case 0x20, 0x09, 0x0D, 0x0C: at += 1
            // Bicep's `#disable-next-line` says nothing to us.
            case 0x23: skipLine()
            case 0x2F:
                if peek(1) == 0x2F {
                    skipLine()
                } else if peek(1) == 0x2A {
                    skipBlockComment()
                } else {
                    return
                }
            default: return
            }
        }
    }

    /// Skips blanks, comments and line ends.
    mutating func skipSpace() {
        while true {
            skipBlanks()
            guard at < end, bytes[at] == 0x0A else { return }
            at += 1
        }
    }

    /// Goes to the line feed that ends this line.
    mutating func skipLine() {
        while at < end, bytes[at] != 0x0A { at += 1 }
    }

    private mutating func skipBlockComment() {
        let start = at
        at += 2
        while at + 1 < end {
            if bytes[at] == 0x2A, bytes[at + 1] == 0x2F {
                at += 2
                return
            }
            at += 1
        }
        at = end
        fault(.syntax, at: start, "a comment without its end")
    }
}
