/// Reads XML into one tree: attributes are `@name`, text `#text`, children stand under their names
/// without prefix; an element of text alone is a scalar.
///
/// Enters: the bytes of one file. Leaves: what could be read, with faults. Entities are never
/// expanded but for the five of XML and numbers, so a document cannot outgrow its size.
package struct XMLReader {
    /// An element that is still open.
    private struct Element {
        let name: String
        let nameSpan: SourceSpan
        let start: Int
        var entries: [DocumentEntry] = []
        var text: [UInt8] = []
        /// From the first to the last byte of text that is no blank.
        var textSpan: SourceSpan?
        var isQuoted = false
    }

    private let bytes: UnsafeRawBufferPointer
    private let lines: LineTable
    private let limits: DocumentLimits
    private var faults = FaultLog()
    private var at = 0
    private var nodeCount = 0
    private var open: [Element] = []
    /// Elements open beyond the depth that is read.
    private var skipped = 0

    /// Reads a file as far as it goes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        var reader = XMLReader(bytes, limits: limits)
        reader.readAll()
        let entries = reader.open.first?.entries ?? []
        let root = DocumentNode(root: entries, byteCount: reader.bytes.count)
        return Document(format: .xml, roots: [root], faults: reader.faults.faults)
    }

    private init(_ bytes: UnsafeRawBufferPointer, limits: DocumentLimits) {
        let length = min(bytes.count, limits.maxBytes)
        self.bytes = UnsafeRawBufferPointer(rebasing: bytes[..<length])
        self.limits = limits
        lines = LineTable(self.bytes)
        if bytes.count > length { fault(.limit, length, "only the first \(length) bytes are read") }
    }

    private mutating func fault(_ code: DocumentError.Code, _ offset: Int, _ message: String) {
        faults.add(code, at: lines.position(of: offset), message)
    }

    private mutating func readAll() {
        open = [Element(name: "", nameSpan: SourceSpan(0, 0), start: 0)]
        if bytes.count >= 2,
            bytes[0] == 0 || bytes[1] == 0 || (bytes[0] >= 0xFE && bytes[1] >= 0xFE)
        {
            fault(.unsupported, 0, "UTF-16 is not read")
            return
        }
        if stands("\u{FEFF}") { at = 3 }
        while at < bytes.count {
            if bytes[at] == 0x3C {
                readMarkup()
            } else {
                readText()
            }
            if nodeCount >= limits.maxNodes {
                fault(.limit, at, "more than \(limits.maxNodes) values: the rest is not read")
                break
            }
        }
        if open.count > 1 || skipped > 0 {
            fault(.syntax, bytes.count, "an element without its end")
        }
        while open.count > 1 { close(at: bytes.count) }
    }

    private func stands(_ word: StaticString) -> Bool {
        guard at + word.utf8CodeUnitCount <= bytes.count else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[at + index] != word.utf8Start[index] {
            return false
        }
        return true
    }

    /// Goes beyond the next `word`; to the end with a fault, if there is none.
    private mutating func skip(past word: StaticString, _ what: String) -> SourceSpan {
        let start = at
        let count = word.utf8CodeUnitCount
        while at + count <= bytes.count {
            if stands(word) {
                at += count
                return SourceSpan(start, at - count)
            }
            at += 1
        }
        at = bytes.count
        fault(.syntax, start, "\(what) without its end")
        return SourceSpan(start, at)
    }

    private mutating func readMarkup() {
        if stands("<!--") {
            at += 4
            _ = skip(past: "-->", "a comment")
        } else if stands("<![CDATA[") {
            at += 9
            let span = skip(past: "]]>", "a CDATA section")
            add(text: bytes[span.lowerBound..<span.upperBound], span, isQuoted: true)
        } else if stands("<?") {
            at += 2
            _ = skip(past: "?>", "a processing instruction")
        } else if stands("<!") {
            skipDeclaration()
        } else if stands("</") {
            readEndTag()
        } else if at + 1 < bytes.count, Self.isNameStart(bytes[at + 1]) {
            readStartTag()
        } else {
            fault(.syntax, at, "a sign that must be written as an entity")
            add(text: bytes[at..<(at + 1)], SourceSpan(at, at + 1), isQuoted: false)
            at += 1
        }
    }

    /// Skips `<!DOCTYPE …>` with what it declares inside of its brackets.
    private mutating func skipDeclaration() {
        let start = at
        var brackets = 0
        var hasEntities = false
        at += 2
        while at < bytes.count {
            switch bytes[at] {
            case 0x5B: brackets += 1
            case 0x5D: brackets = max(0, brackets - 1)
            case 0x22, 0x27:
                let quote = bytes[at]
                at += 1
                while at < bytes.count, bytes[at] != quote { at += 1 }
            case 0x3C:
                if stands("<!ENTITY") { hasEntities = true }
                if stands("<!--") {
                    at += 4
                    _ = skip(past: "-->", "a comment")
                    continue
                }
            case 0x3E where brackets == 0:
                at += 1
                if hasEntities { fault(.unsupported, start, "declared entities are not expanded") }
                return
            default: break
            }
            at += 1
        }
        at = min(at, bytes.count)
        fault(.syntax, start, "a declaration without its end")
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x3A || byte >= 0x80
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private mutating func skipBlanks() {
        while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
    }

    /// Reads a name; its span is that of the whole, its text that behind the prefix.
    private mutating func name() -> (text: String, span: SourceSpan, prefix: SourceSpan) {
        let start = at
        var local = at
        while at < bytes.count {
            let byte = bytes[at]
            guard Self.isNameStart(byte) || byte == 0x2D || byte == 0x2E || byte &- 0x30 < 10 else {
                break
            }
            at += 1
            if byte == 0x3A { local = at }
        }
        return (
            String(decoding: bytes[local..<at], as: UTF8.self), SourceSpan(start, at),
            SourceSpan(start, local)
        )
    }

    private mutating func readStartTag() {
        let start = at
        at += 1
        let (name, span, _) = name()
        var element = Element(name: name, nameSpan: span, start: start)
        var isEmpty = false
        while true {
            let before = at
            skipBlanks()
            guard at < bytes.count else {
                fault(.syntax, start, "a tag without its end")
                break
            }
            let byte = bytes[at]
            if byte == 0x3E {
                at += 1
                break
            }
            if byte == 0x2F, at + 1 < bytes.count, bytes[at + 1] == 0x3E {
                at += 2
                isEmpty = true
                break
            }
            if byte == 0x3C {
                fault(.syntax, start, "a tag without its end")
                break
            }
            guard Self.isNameStart(byte) else {
                fault(.syntax, at, "an attribute was expected")
                at += 1
                continue
            }
            if before == at { fault(.syntax, at, "a blank before an attribute is missing") }
            guard let entry = attribute() else { continue }
            element.entries.append(entry)
            // What ends the reading says so.
            if nodeCount >= limits.maxNodes { break }
        }
        // The bottom of the stack is the document itself.
        guard open.count <= limits.maxDepth, skipped == 0 else {
            if skipped == 0 { fault(.limit, start, "nested deeper than \(limits.maxDepth)") }
            if !isEmpty { skipped += 1 }
            return
        }
        open.append(element)
        if isEmpty { close(at: at) }
    }

    private mutating func attribute() -> DocumentEntry? {
        let (name, span, prefix) = name()
        skipBlanks()
        guard at < bytes.count, bytes[at] == 0x3D else {
            fault(.syntax, span.lowerBound, "an attribute without a value")
            return nil
        }
        at += 1
        skipBlanks()
        let start = at
        guard at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 else {
            fault(.syntax, at, "a value without quotes")
            while at < bytes.count, !Self.isBlank(bytes[at]), bytes[at] != 0x3E, bytes[at] != 0x3C {
                at += 1
            }
            return entry("@" + name, span, scalar(start, at, SourceSpan(start, at), .plain))
        }
        let quote = bytes[at]
        at += 1
        while at < bytes.count, bytes[at] != quote, bytes[at] != 0x3C { at += 1 }
        let inner = SourceSpan(start + 1, at)
        if at < bytes.count, bytes[at] == quote {
            at += 1
        } else {
            fault(.syntax, start, "a value without its end")
        }
        // Declarations of namespaces are no settings.
        let isNamespace =
            name == "xmlns"
            || String(decoding: bytes[prefix.lowerBound..<prefix.upperBound], as: UTF8.self)
                == "xmlns:"
        guard !isNamespace else { return nil }
        return entry("@" + name, span, scalar(start, at, inner, .quoted))
    }

    private mutating func scalar(
        _ lower: Int, _ upper: Int, _ inner: SourceSpan, _ style: DocumentScalar.Style
    ) -> DocumentNode {
        var out: [UInt8] = []
        XMLEntities.decode(bytes[inner.lowerBound..<inner.upperBound], into: &out)
        return scalar(String(decoding: out, as: UTF8.self), style, SourceSpan(lower, upper))
    }

    /// A value; an expression, where it holds a place that a build or a server fills.
    private mutating func scalar(
        _ text: String, _ style: DocumentScalar.Style, _ span: SourceSpan
    ) -> DocumentNode {
        nodeCount += 1
        let isFilled = text.holds("${") || text.holds("#{") || text.holds("$(")
        return DocumentNode(
            content: .scalar(DocumentScalar(text, isFilled ? .expression : style)), span: span,
            position: lines.position(of: span.lowerBound))
    }

    private func entry(_ key: String, _ span: SourceSpan, _ value: DocumentNode) -> DocumentEntry {
        DocumentEntry(
            key: key, keySpan: span, keyPosition: lines.position(of: span.lowerBound), value: value)
    }

    private mutating func readText() {
        let start = at
        while at < bytes.count, bytes[at] != 0x3C { at += 1 }
        var out: [UInt8] = []
        XMLEntities.decode(bytes[start..<at], into: &out)
        var lower = start
        var upper = at
        while lower < upper, Self.isBlank(bytes[lower]) { lower += 1 }
        while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
        guard skipped == 0 else { return }
        if open.count == 1 {
            if lower < upper { fault(.syntax, lower, "text outside of elements") }
            return
        }
        open[open.count - 1].text.append(contentsOf: out)
        if lower < upper { widen(SourceSpan(lower, upper)) }
    }

    private mutating func add(
        text: Slice<UnsafeRawBufferPointer>, _ span: SourceSpan, isQuoted: Bool
    ) {
        guard skipped == 0, open.count > 1 else { return }
        open[open.count - 1].text.append(contentsOf: text)
        if isQuoted { open[open.count - 1].isQuoted = true }
        if !span.isEmpty { widen(span) }
    }

    private mutating func widen(_ span: SourceSpan) {
        let lower = open[open.count - 1].textSpan?.lowerBound ?? span.lowerBound
        open[open.count - 1].textSpan = SourceSpan(lower, span.upperBound)
    }

    private mutating func readEndTag() {
        let start = at
        at += 2
        let (name, _, _) = name()
        skipBlanks()
        if at < bytes.count, bytes[at] == 0x3E {
            at += 1
        } else {
            fault(.syntax, start, "a tag without its end")
            while at < bytes.count, bytes[at] != 0x3E, bytes[at] != 0x3C { at += 1 }
            if at < bytes.count, bytes[at] == 0x3E { at += 1 }
        }
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let index = open.lastIndex(where: { $0.name == name }), index > 0 else {
            fault(.syntax, start, "a tag that ends nothing")
            return
        }
        if index < open.count - 1 { fault(.syntax, start, "a tag that ends an outer element") }
        while open.count - 1 > index { close(at: start) }
        close(at: at)
    }

    /// Ends the innermost element and puts it into the one around it.
    private mutating func close(at upper: Int) {
        guard open.count > 1, var element = open.popLast() else { return }
        let style: DocumentScalar.Style = element.isQuoted ? .quoted : .plain
        let text = element.isQuoted ? element.text[...] : Self.trimmed(element.text)
        let value: DocumentNode
        if element.entries.isEmpty {
            let inner = min(upper, element.nameSpan.upperBound)
            let span = element.textSpan ?? SourceSpan(inner, inner)
            value = scalar(
                element.textSpan == nil ? "" : String(decoding: text, as: UTF8.self), style, span)
        } else {
            if let span = element.textSpan {
                let text = scalar(String(decoding: text, as: UTF8.self), style, span)
                element.entries.append(entry("#text", span, text))
            }
            nodeCount += 1
            value = DocumentNode(
                content: .mapping(element.entries), span: SourceSpan(element.start, upper),
                position: lines.position(of: element.start))
        }
        open[open.count - 1].entries.append(entry(element.name, element.nameSpan, value))
    }

    private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
        var slice = text[...]
        while let first = slice.first, isBlank(first) { slice.removeFirst() }
        while let last = slice.last, isBlank(last) { slice.removeLast() }
        return slice
    }
}
