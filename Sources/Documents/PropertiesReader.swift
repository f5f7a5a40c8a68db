/// Reads Java's properties.
///
/// Enters: bytes. Leaves: one mapping, in which dotted keys are nested: `a.b=1` and `a.b.c=2` both
/// hold, as two entries `b` of `a`. A comment `#---` starts another document, as Spring reads it.
package struct PropertiesReader {
    private struct Item {
        let path: [DottedKey]
        let text: String
        let span: SourceSpan
    }

    private let bytes: UnsafeRawBufferPointer
    private let limits: DocumentLimits
    private var at = 0
    private var lines: LineCursor
    private var log = FaultLog()
    private var nodeCount = 0
    private var resolver: ReferenceResolver

    /// Reads all that can be read.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        if let fault = limits.fault(ofByteCount: bytes.count) {
            return Document(format: .properties, roots: [], faults: [fault])
        }
        var reader = PropertiesReader(bytes, limits)
        var roots: [DocumentNode] = []
        var start = 0
        while true {
            let items = reader.readItems()
            let end = reader.at
            if !items.isEmpty || end >= bytes.count && roots.isEmpty {
                roots.append(reader.tree(items, SourceSpan(start, end)))
            }
            guard end < bytes.count else { break }
            start = end
        }
        return Document(format: .properties, roots: roots, faults: reader.log.faults)
    }

    private init(_ bytes: UnsafeRawBufferPointer, _ limits: DocumentLimits) {
        self.bytes = bytes
        self.limits = limits
        lines = LineCursor(bytes)
        resolver = ReferenceResolver(budget: limits.maxBytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// Takes keys and values up to the end of a document.
    private mutating func readItems() -> [Item] {
        var items: [Item] = []
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0C, 0x0A, 0x0D: at += 1
            case UInt8(ascii: "#"), UInt8(ascii: "!"):
                let start = at
                skipLine()
                let line = bytes[start + 1..<at]
                if line.starts(with: "---".utf8), line.dropFirst(3).allSatisfy({ $0 <= 0x20 }) {
                    return items
                }
            default:
                guard nodeCount < limits.maxNodes else {
                    log.add(
                        .limit, at: lines.position(of: at), "more than \(limits.maxNodes) values")
                    at = bytes.count
                    return items
                }
                items.append(item())
            }
        }
        return items
    }

    private mutating func item() -> Item {
        let path = keyPath()
        nodeCount += path.count
        skipBlank()
        if at < bytes.count, bytes[at] == UInt8(ascii: "=") || bytes[at] == UInt8(ascii: ":") {
            at += 1
            skipBlank()
        }
        let start = at
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D, bytes[at] != 0x5C { at += 1 }
        var text = Array(bytes[start..<at])
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D {
            if bytes[at] == UInt8(ascii: "\\") {
                escape(into: &text)
            } else {
                takeByte(into: &text)
            }
        }
        return Item(
            path: path, text: String(decoding: text, as: UTF8.self), span: SourceSpan(start, at))
    }

    /// Takes a key without escapes, as nearly all are; `nil`, and nothing taken, for any other.
    private mutating func plainKeyPath() -> [DottedKey]? {
        var path: [DottedKey] = []
        var start = at
        var index = at
        while true {
            let byte = index < bytes.count ? bytes[index] : 0x0A
            switch byte {
            case UInt8(ascii: "\\"): return nil
            case UInt8(ascii: "."), 0x20, 0x09, 0x0C, 0x0A, 0x0D, UInt8(ascii: "="),
                UInt8(ascii: ":"):
                guard index > start, path.count < limits.maxDepth - 1 else { return nil }
                path.append(
                    DottedKey(
                        name: String(decoding: bytes[start..<index], as: UTF8.self),
                        span: SourceSpan(start, index), position: lines.position(of: start)))
                guard byte == UInt8(ascii: ".") else {
                    at = index
                    return path
                }
                start = index + 1
            default: break
            }
            index += 1
        }
    }

    /// Takes a key, split at its dots; one with an empty part stays whole.
    private mutating func keyPath() -> [DottedKey] {
        if let path = plainKeyPath() { return path }
        let start = at
        var path: [DottedKey] = []
        var whole: [UInt8] = []
        var part: [UInt8] = []
        var partStart = at
        func key(_ text: [UInt8], _ start: Int, _ end: Int) -> DottedKey {
            DottedKey(
                name: String(decoding: text, as: UTF8.self), span: SourceSpan(start, end),
                position: lines.position(of: start))
        }
        loop: while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0C, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: ":"): break loop
            case UInt8(ascii: "\\"):
                let count = part.count
                escape(into: &part)
                whole.append(contentsOf: part[count...])
            case UInt8(ascii: ".") where path.count < limits.maxDepth - 1:
                path.append(key(part, partStart, at))
                part = []
                takeByte(into: &whole)
                partStart = at
            default:
                part.append(bytes[at])
                takeByte(into: &whole)
            }
        }
        path.append(key(part, partStart, at))
        if path.contains(where: \.name.isEmpty) { return [key(whole, start, at)] }
        return path
    }

    private mutating func takeByte(into text: inout [UInt8]) {
        text.append(bytes[at])
        at += 1
    }

    /// Takes an escape, or a line end with the blanks after it.
    private mutating func escape(into text: inout [UInt8]) {
        let start = at
        at += 1
        guard at < bytes.count else { return }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "f"): text.append(0x0C)
        case 0x0D, 0x0A:
            if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
            skipBlank()
        case UInt8(ascii: "u"): codeUnit(from: start, into: &text)
        default: text.append(byte)
        }
    }

    private mutating func codeUnit(from start: Int, into text: inout [UInt8]) {
        guard let first = hexadecimal() else {
            log.add(
                .syntax, at: lines.position(of: start), "four hexadecimal digits were expected")
            return
        }
        var scalar = Unicode.Scalar(first)
        let after = at
        if first >= 0xD800, first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        {
            at += 2
            if let second = hexadecimal(), second >= 0xDC00, second < 0xE000 {
                scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
            } else {
                at = after
            }
        }
        text.append(contentsOf: (scalar ?? "\u{FFFD}").utf8)
    }

    private mutating func hexadecimal() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for index in at..<at + 4 {
            guard let digit = JSONWord.digit(bytes[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        at += 4
        return value
    }

    private mutating func skipBlank() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0C {
            at += 1
        }
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    }

    private mutating func tree(_ items: [Item], _ span: SourceSpan) -> DocumentNode {
        resolver.values = [:]
        let hasReferences = items.contains { ValueMark.isExpression($0.text) }
        for item in items where hasReferences {
            resolver.values[item.path.map(\.name).joined(separator: ".")] = item.text
        }
        var tree = DottedTree()
        tree.addTable(.header, depth: 0, span: span, position: lines.position(of: span.lowerBound))
        for item in items {
            var scalar = DocumentScalar(item.text, .plain)
            if ValueMark.isExpression(item.text) {
                scalar =
                    resolver.resolve(item.text).map { DocumentScalar($0, .plain) }
                    ?? DocumentScalar(item.text, .expression)
            }
            let value = DocumentNode(
                content: .scalar(scalar), span: item.span,
                position: lines.position(of: item.span.lowerBound))
            // What would be a fault of TOML is none here: a value may also have keys below it.
            _ = tree.assign(value, at: item.path, in: 0, section: 0)
        }
        return tree.node(0)
    }
}
