/// Reads TOML 1.0, and what 1.1 adds.
///
/// Enters: bytes. Leaves: one tree, in which headers and dotted keys are nested mappings. A line
/// that cannot be read is a fault, and reading goes on at the next one.
package struct TOMLReader {
    let bytes: UnsafeRawBufferPointer
    let limits: DocumentLimits
    /// The next byte to read.
    var at = 0
    var lines: LineCursor
    var log = FaultLog()
    var tree = DottedTree()
    private var nodeCount = 0

    /// Reads all that can be read.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        if let fault = limits.fault(ofByteCount: bytes.count) {
            return Document(format: .toml, roots: [], faults: [fault])
        }
        var reader = TOMLReader(bytes, limits)
        reader.readLines()
        let root = reader.tree.node(0)
        return Document(format: .toml, roots: [root], faults: reader.log.faults)
    }

    private init(_ bytes: UnsafeRawBufferPointer, _ limits: DocumentLimits) {
        self.bytes = bytes
        self.limits = limits
        lines = LineCursor(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        tree.addTable(
            .header, depth: 0, span: SourceSpan(0, bytes.count), position: lines.position(of: 0))
    }

    private mutating func readLines() {
        var section = 0
        while at < bytes.count {
            skipBlank()
            guard at < bytes.count else { return }
            switch bytes[at] {
            case 0x0A, 0x0D, UInt8(ascii: "#"): break
            case UInt8(ascii: "["):
                guard let table = header() else {
                    // What follows belongs to no table that is known.
                    section = tree.addTable(
                        .header, depth: 0, span: SourceSpan(at, at),
                        position: lines.position(of: at))
                    skipLine()
                    continue
                }
                section = table
            default:
                guard assignment(to: section, section: section, depth: tree.depth(section)) else {
                    skipLine()
                    continue
                }
            }
            endLine()
        }
    }

    /// Takes a key with its value into a table; false where there is none.
    mutating func assignment(to table: Int, section: Int, depth: Int) -> Bool {
        guard let path = keyPath() else { return false }
        skipBlank()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
            fault(.syntax, "an equals sign was expected after the key")
            return false
        }
        at += 1
        skipBlank()
        guard depth + path.count <= limits.maxDepth else {
            fault(.limit, "nested deeper than \(limits.maxDepth)")
            return false
        }
        guard count(path.count - 1), let value = value(depth: depth + path.count) else {
            return false
        }
        if let trouble = tree.assign(value, at: path, in: table, section: section) {
            fault(.syntax, at: path[0].span.lowerBound, trouble)
        }
        return true
    }

    /// Takes a header, and tells the table that it opens.
    private mutating func header() -> Int? {
        let start = at
        let isArray = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "[")
        at += isArray ? 2 : 1
        skipBlank()
        guard let path = keyPath() else { return nil }
        skipBlank()
        let closing = isArray ? 2 : 1
        guard at + closing <= bytes.count,
            bytes[at..<at + closing].allSatisfy({ $0 == UInt8(ascii: "]") })
        else {
            fault(.syntax, "the header is not closed")
            return nil
        }
        at += closing
        guard path.count <= limits.maxDepth else {
            fault(.limit, at: start, "nested deeper than \(limits.maxDepth)")
            return nil
        }
        guard count(path.count) else { return nil }
        let (table, trouble) = tree.open(
            path, isArray: isArray, span: SourceSpan(start, at), position: lines.position(of: start)
        )
        if let trouble { fault(.syntax, at: start, trouble) }
        return table
    }

    /// Takes the names of a key, with dots between them.
    private mutating func keyPath() -> [DottedKey]? {
        var path: [DottedKey] = []
        while true {
            let start = at
            let position = lines.position(of: start)
            let name: String
            switch at < bytes.count ? bytes[at] : 0 {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let text = string(isKey: true) else { return nil }
                name = text
            default:
                while at < bytes.count, TOMLWord.isBareKeyPart(bytes[at]) { at += 1 }
                guard at > start else {
                    fault(.syntax, "a key was expected")
                    return nil
                }
                name = String(decoding: bytes[start..<at], as: UTF8.self)
            }
            path.append(DottedKey(name: name, span: SourceSpan(start, at), position: position))
            let end = at
            skipBlank()
            guard at < bytes.count, bytes[at] == UInt8(ascii: ".") else {
                at = end
                return path
            }
            at += 1
            skipBlank()
        }
    }

    /// Counts values; false beyond the limit, which ends the reading.
    mutating func count(_ values: Int = 1) -> Bool {
        nodeCount += values
        guard nodeCount > limits.maxNodes else { return true }
        fault(.limit, "more than \(limits.maxNodes) values")
        at = bytes.count
        return false
    }

    /// Skips blanks within a line.
    mutating func skipBlank() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
        at = min(bytes.count, at + 1)
    }

    /// Takes the comment and the line end after what was read.
    private mutating func endLine() {
        skipBlank()
        if at < bytes.count, bytes[at] == UInt8(ascii: "#") { skipComment() }
        guard at < bytes.count else { return }
        if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
        if bytes[at] != 0x0A { fault(.syntax, "the line should end here") }
        skipLine()
    }

    /// Takes a comment up to the line end.
    mutating func skipComment() {
        while at < bytes.count, bytes[at] != 0x0A {
            let byte = bytes[at]
            if byte < 0x20 && byte != 0x09 || byte == 0x7F {
                if byte == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { return }
                fault(.syntax, "a control character in a comment")
            }
            at += 1
        }
    }

    mutating func fault(_ code: DocumentError.Code, at offset: Int? = nil, _ message: String) {
        guard log.takes(code) else { return }
        log.add(code, at: lines.position(of: offset ?? at), message)
    }
}
