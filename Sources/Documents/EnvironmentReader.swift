/// Reads `KEY=value` lines for an environment: `.env` files, those of docker and of systemd.
///
/// Enters: bytes. Leaves: one mapping. References to keys above are resolved, others make an
/// expression of the value.
package struct EnvironmentReader {
    private let bytes: UnsafeRawBufferPointer
    private let limits: DocumentLimits
    private var at = 0
    private var lines: LineCursor
    private var log = FaultLog()
    private var entries: [DocumentEntry] = []
    private var resolver: ReferenceResolver

    /// Reads all that can be read.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        if let fault = limits.fault(ofByteCount: bytes.count) {
            return Document(format: .env, roots: [], faults: [fault])
        }
        var reader = EnvironmentReader(bytes, limits)
        reader.readLines()
        let node = DocumentNode(root: reader.entries, byteCount: bytes.count)
        return Document(format: .env, roots: [node], faults: reader.log.faults)
    }

    private init(_ bytes: UnsafeRawBufferPointer, _ limits: DocumentLimits) {
        self.bytes = bytes
        self.limits = limits
        lines = LineCursor(bytes)
        resolver = ReferenceResolver(budget: limits.maxBytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    private mutating func readLines() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "{") where ValueMark.isDirective(bytes, at: at),
                UInt8(ascii: "<") where ValueMark.isDirective(bytes, at: at):
                skipLine()
            default: line()
            }
        }
    }

    private mutating func line() {
        let start = at
        var keySpan = word()
        let isExport = bytes[keySpan.lowerBound..<keySpan.upperBound].elementsEqual("export".utf8)
        skipBlank()
        if isExport, at < bytes.count, JSONWord.isNamePart(bytes[at]) {
            keySpan = word()
            skipBlank()
        }
        guard at < bytes.count, !keySpan.isEmpty,
            bytes[at] == UInt8(ascii: "=") || isColonSeparator()
        else {
            // A name alone is handed on from the environment there is.
            let isName = at >= bytes.count || bytes[at] == 0x0A || bytes[at] == 0x0D
            if keySpan.isEmpty || !(isName || isExport) {
                fault(start, "a name and an equals sign were expected")
            }
            skipLine()
            return
        }
        at += 1
        skipBlank()
        guard entries.count < limits.maxNodes else {
            log.add(.limit, at: lines.position(of: start), "more than \(limits.maxNodes) values")
            at = bytes.count
            return
        }
        let key = text(keySpan)
        let (scalar, span) = value()
        if scalar.style != .expression { resolver.values[key] = scalar.text }
        entries.append(
            DocumentEntry(
                key: key, keySpan: keySpan, keyPosition: lines.position(of: keySpan.lowerBound),
                value: DocumentNode(
                    content: .scalar(scalar), span: span,
                    position: lines.position(of: span.lowerBound))))
    }

    /// Some readers of such files take `KEY: value` too.
    private func isColonSeparator() -> Bool {
        bytes[at] == UInt8(ascii: ":") && at + 1 < bytes.count && bytes[at + 1] == 0x20
    }

    private mutating func value() -> (DocumentScalar, SourceSpan) {
        let start = at
        if at < bytes.count, let quoted = quotedValue() {
            let span = SourceSpan(start, at)
            skipBlank()
            if at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: "#") {
                // A shell joins what follows: `"a"b`. Further lines belong to another quote.
                if bytes[start..<at].contains(0x0A) { fault(start, "the quotes are not closed") }
                at = start
            } else {
                skipLine()
                return (quoted, span)
            }
        }
        skipLine()
        var end = at
        var index = start
        while index < at {
            if bytes[index] == UInt8(ascii: "#"), index == start || bytes[index - 1] <= 0x20 {
                end = index
                break
            }
            index += 1
        }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        let span = SourceSpan(start, end)
        return (scalar(text(span), .plain), span)
    }

    /// A value in quotes, of several lines perhaps; `nil` where they are not closed.
    private mutating func quotedValue() -> DocumentScalar? {
        let quote = bytes[at]
        guard
            quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`")
        else { return nil }
        let start = at
        at += 1
        let first = at
        while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "\\"),
            bytes[at] != UInt8(ascii: "$"), bytes[at] != UInt8(ascii: "`")
        {
            at += 1
        }
        var text = Array(bytes[first..<at])
        // Whether something is filled in, and whether a dollar sign is none.
        var isOpen = false
        var hasEscapedDollar = false
        while at < bytes.count, bytes[at] != quote {
            let byte = bytes[at]
            if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") { isOpen = true }
            guard byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), at + 1 < bytes.count
            else {
                text.append(byte)
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`"):
                if bytes[at + 1] == UInt8(ascii: "$") { hasEscapedDollar = true }
                text.append(bytes[at + 1])
            case 0x0A: break
            default: text.append(contentsOf: [byte, bytes[at + 1]])
            }
            at += 2
        }
        guard at < bytes.count else {
            // Read as a line, so that what follows is not lost to one quote.
            at = start
            fault(start, "the quotes are not closed")
            return nil
        }
        at += 1
        let result = String(decoding: text, as: UTF8.self)
        guard quote != UInt8(ascii: "'"), isOpen || ValueMark.isExpression(result) else {
            return DocumentScalar(result, .quoted)
        }
        // Which of the dollar signs was escaped is not told any more.
        return hasEscapedDollar
            ? DocumentScalar(result, .expression) : scalar(result, .quoted)
    }

    /// The value with references resolved, or as an expression.
    private mutating func scalar(_ text: String, _ style: DocumentScalar.Style) -> DocumentScalar {
        if text.utf8.contains(UInt8(ascii: "`")) || hasCommand(text) {
            return DocumentScalar(text, .expression)
        }
        guard hasReference(text) else { return DocumentScalar(text, style) }
        guard let resolved = resolver.resolve(text, takesBare: true) else {
            return DocumentScalar(text, .expression)
        }
        return DocumentScalar(resolved, style)
    }

    private func hasCommand(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if last == UInt8(ascii: "$"), byte == UInt8(ascii: "(") { return true }
            last = byte
        }
        return false
    }

    private func hasReference(_ text: String) -> Bool {
        ValueMark.isExpression(text) || ReferenceResolver.hasBareReference(text)
    }

    private mutating func word() -> SourceSpan {
        let start = at
        while at < bytes.count, JSONWord.isNamePart(bytes[at]) || ".-".utf8.contains(bytes[at]) {
            at += 1
        }
        return SourceSpan(start, at)
    }

    private mutating func skipBlank() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    }

    private func text(_ span: SourceSpan) -> String {
        String(decoding: bytes[span.lowerBound..<span.upperBound], as: UTF8.self)
    }

    private mutating func fault(_ offset: Int, _ message: String) {
        guard log.takes(.syntax) else { return }
        log.add(.syntax, at: lines.position(of: offset), message)
    }
}
