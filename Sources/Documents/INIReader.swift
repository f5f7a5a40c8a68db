/// Reads files of sections and keys: ini, gitconfig, systemd units, `.npmrc`, `pip.conf`, `my.cnf`,
/// `.editorconfig`, yum repositories.
///
/// Enters: bytes. Leaves: one mapping, with the keys before any section and an entry for each
/// section; what stands several times is several entries. A key without a value has an empty one.
package struct INIReader {
    /// The sections by which the dialect is guessed.
    private static let dialectSections = 8

    let bytes: UnsafeRawBufferPointer
    let limits: DocumentLimits
    /// The next byte to read.
    var at = 0
    var lines: LineCursor
    var dialect = INIDialect(sections: [])
    private var log = FaultLog()
    private var nodeCount = 0
    private var root: [DocumentEntry] = []
    private var section: Section?
    private var entries: [DocumentEntry] = []
    private var end = 0

    private struct Section {
        let name: String
        let nameSpan: SourceSpan
        let start: Int
    }

    /// Reads all that can be read.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        if let fault = limits.fault(ofByteCount: bytes.count) {
            return Document(format: .ini, roots: [], faults: [fault])
        }
        var reader = INIReader(bytes, limits)
        reader.dialect = reader.guess()
        reader.readLines()
        reader.closeSection()
        let node = DocumentNode(root: reader.root, byteCount: bytes.count)
        return Document(format: .ini, roots: [node], faults: reader.log.faults)
    }

    private init(_ bytes: UnsafeRawBufferPointer, _ limits: DocumentLimits) {
        self.bytes = bytes
        self.limits = limits
        lines = LineCursor(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    private func guess() -> INIDialect {
        var names: [String] = []
        var index = at
        while index < bytes.count, names.count < INIReader.dialectSections {
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
            let end = lineEnd(from: index)
            if index < end, bytes[index] == UInt8(ascii: "["),
                let close = headerEnd(from: index, to: end)
            {
                names.append(text(SourceSpan(index + 1, close)))
            }
            index = end + 1
        }
        return INIDialect(sections: names)
    }

    private mutating func readLines() {
        while at < bytes.count {
            let lineStart = at
            while at < bytes.count, isBlank(bytes[at]) { at += 1 }
            let end = lineEnd(from: at)
            guard at < end else {
                at = end + 1
                continue
            }
            switch bytes[at] {
            case UInt8(ascii: "#"), UInt8(ascii: ";"): at = end + 1
            case UInt8(ascii: "["): header(to: end)
            case UInt8(ascii: "!"): directive(to: end)
            case UInt8(ascii: "{") where ValueMark.isDirective(bytes, at: at),
                UInt8(ascii: "<") where ValueMark.isDirective(bytes, at: at):
                at = end + 1
            default: key(indent: at - lineStart, to: end)
            }
        }
    }

    private mutating func header(to lineEnd: Int) {
        guard let close = headerEnd(from: at, to: lineEnd) else {
            fault(.syntax, at: at, "the header of a section is not closed")
            at = lineEnd + 1
            return
        }
        guard count(at: at) else { return }
        closeSection()
        let span = trimmed(SourceSpan(at + 1, close))
        section = Section(name: text(span), nameSpan: span, start: at)
        end = close + 1
        at = close + 1
        while at < lineEnd, isBlank(bytes[at]) { at += 1 }
        if at < lineEnd, !"#;".utf8.contains(bytes[at]) {
            if dialect == .git {
                key(indent: 0, to: lineEnd)
                return
            }
            fault(.syntax, at: at, "the line should end after the header")
        }
        at = lineEnd + 1
    }

    /// Where the bracket of a header is closed: outside of quotes, best at the end of the line.
    private func headerEnd(from start: Int, to end: Int) -> Int? {
        var first: Int?
        var isQuoted = false
        var index = start + 1
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\\") where isQuoted: index += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "]") where !isQuoted:
                if dialect == .git { return index }
                first = first ?? index
                var after = index + 1
                while after < end, isBlank(bytes[after]) { after += 1 }
                if after == end || "#;".utf8.contains(bytes[after]) { return index }
            default: break
            }
            index += 1
        }
        return first
    }

    /// `!include` and its like.
    private mutating func directive(to lineEnd: Int) {
        var index = at
        while index < lineEnd, !isBlank(bytes[index]) { index += 1 }
        let span = SourceSpan(at, index)
        let value = trimmed(SourceSpan(index, lineEnd))
        add(text(span), span, DocumentScalar(text(value), .plain), value)
        at = lineEnd + 1
    }

    /// Ends the section that is open, if one is.
    private mutating func closeSection() {
        defer { entries = [] }
        guard let section else {
            root = entries
            return
        }
        let node = DocumentNode(
            content: .mapping(entries), span: SourceSpan(section.start, end),
            position: lines.position(of: section.start))
        root.append(
            DocumentEntry(
                key: section.name, keySpan: section.nameSpan,
                keyPosition: lines.position(of: section.nameSpan.lowerBound), value: node))
    }

    /// Adds a key with its value to the section that is open.
    mutating func add(
        _ key: String, _ keySpan: SourceSpan, _ value: DocumentScalar, _ span: SourceSpan
    ) {
        guard count(at: keySpan.lowerBound) else { return }
        end = max(end, span.upperBound)
        entries.append(
            DocumentEntry(
                key: key, keySpan: keySpan, keyPosition: lines.position(of: keySpan.lowerBound),
                value: DocumentNode(
                    content: .scalar(value), span: span,
                    position: lines.position(of: span.lowerBound))))
    }

    /// Counts a value or section; false beyond the limit, which ends the reading.
    private mutating func count(at offset: Int) -> Bool {
        guard nodeCount < limits.maxNodes else {
            fault(.limit, at: offset, "more than \(limits.maxNodes) values")
            at = bytes.count
            return false
        }
        nodeCount += 1
        return true
    }

    mutating func fault(_ code: DocumentError.Code, at offset: Int, _ message: String) {
        guard log.takes(code) else { return }
        log.add(code, at: lines.position(of: offset), message)
    }

    func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0C || byte == 0x0B || byte == 0x0D
    }

    /// The line feed that ends a line, or the end of the file.
    func lineEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return index
    }

    /// A span without the blanks around it.
    func trimmed(_ span: SourceSpan) -> SourceSpan {
        var start = span.lowerBound
        var end = span.upperBound
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return SourceSpan(start, end)
    }

    func text(_ span: SourceSpan) -> String {
        String(decoding: bytes[span.lowerBound..<span.upperBound], as: UTF8.self)
    }
}
