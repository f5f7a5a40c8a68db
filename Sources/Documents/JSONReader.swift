/// Reads JSON with what JSONC and JSON5 add, and lines of JSON.
///
/// Enters: bytes. Leaves: a tree for each value at the top. What is well-formed in one of the three
/// is no fault; after what is in none, reading goes on at the next comma or closing bracket. Never
/// goes back: the time is linear in the bytes.
package struct JSONReader {
    let bytes: UnsafeRawBufferPointer
    let limits: DocumentLimits
    /// The next byte to read.
    var at = 0
    private var lines: LineCursor
    private var log = FaultLog()
    private var nodeCount = 0
    /// Whether the limits ended the reading: that brackets are open then is no fault.
    private var isEnded = false

    /// Reads all that can be read.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        if let fault = limits.fault(ofByteCount: bytes.count) {
            return Document(format: .json, roots: [], faults: [fault])
        }
        var reader = JSONReader(bytes, limits)
        let roots = reader.roots()
        return Document(format: .json, roots: roots, faults: reader.log.faults)
    }

    private init(_ bytes: UnsafeRawBufferPointer, _ limits: DocumentLimits) {
        self.bytes = bytes
        self.limits = limits
        lines = LineCursor(bytes)
    }

    private mutating func roots() -> [DocumentNode] {
        var roots: [DocumentNode] = []
        var isOnNewLine = true
        while true {
            isOnNewLine = skipBlank() || isOnNewLine
            guard at < bytes.count else { return roots }
            let start = at
            if !isOnNewLine { fault(.syntax, "a second value stands on this line") }
            if let root = value(depth: 0) { roots.append(root) }
            // What starts no value is a bracket or comma of nothing.
            if at == start { at += 1 }
            isOnNewLine = false
        }
    }

    /// The value that starts here; `nil` where none does, with a fault.
    private mutating func value(depth: Int) -> DocumentNode? {
        guard nodeCount < limits.maxNodes else {
            fault(.limit, "more than \(limits.maxNodes) values")
            at = bytes.count
            isEnded = true
            return nil
        }
        nodeCount += 1
        let start = at
        let position = lines.position(of: start)
        if skipExpression() {
            fault(.syntax, at: start, "an expression of a template")
            let text = String(decoding: bytes[start..<at], as: UTF8.self)
            return DocumentNode(
                content: .scalar(DocumentScalar(text, .expression)), span: SourceSpan(start, at),
                position: position)
        }
        switch bytes[at] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let isMapping = bytes[at] == UInt8(ascii: "{")
            let content: DocumentNode.Content
            if depth > limits.maxDepth {
                fault(.limit, "nested deeper than \(limits.maxDepth)")
                skipNested()
                content = isMapping ? .mapping([]) : .sequence([])
            } else {
                content = isMapping ? .mapping(object(depth)) : .sequence(array(depth))
            }
            return DocumentNode(content: content, span: SourceSpan(start, at), position: position)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let text = string()
            return DocumentNode(
                content: .scalar(DocumentScalar(text, .quoted)), span: SourceSpan(start, at),
                position: position)
        default:
            guard skipWord() else {
                fault(.syntax, "a value was expected")
                return nil
            }
            let word = UnsafeRawBufferPointer(rebasing: bytes[start..<at])
            if !JSONWord.isValue(word) {
                fault(.syntax, at: start, "neither a number nor true, false or null")
            }
            let scalar = DocumentScalar(String(decoding: word, as: UTF8.self), .plain)
            return DocumentNode(
                content: .scalar(scalar), span: SourceSpan(start, at), position: position)
        }
    }

    private mutating func array(_ depth: Int) -> [DocumentNode] {
        var items: [DocumentNode] = []
        readMembers(of: "list", each: "value", closing: UInt8(ascii: "]")) { reader in
            guard let item = reader.value(depth: depth + 1) else { return false }
            items.append(item)
            return true
        }
        return items
    }

    private mutating func object(_ depth: Int) -> [DocumentEntry] {
        var entries: [DocumentEntry] = []
        var keys = KeySet()
        readMembers(of: "object", each: "key", closing: UInt8(ascii: "}")) { reader in
            guard let entry = reader.entry(depth) else { return false }
            if !keys.insert(entry.key, after: entries) {
                reader.fault(
                    .syntax, at: entry.keySpan.lowerBound, "this key stands here twice")
            }
            entries.append(entry)
            return true
        }
        return entries
    }

    /// Reads what stands between brackets.
    ///
    /// - Parameter take: takes one member; false where none stands.
    private mutating func readMembers(
        of whole: StaticString, each member: StaticString, closing: UInt8,
        _ take: (inout JSONReader) -> Bool
    ) {
        at += 1
        while true {
            skipBlank()
            guard at < bytes.count else { break }
            switch bytes[at] {
            case closing:
                at += 1
                return
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                fault(.syntax, "the \(whole) is not closed before this")
                return
            case UInt8(ascii: ","):
                fault(.syntax, "a \(member) was expected before the comma")
                at += 1
                continue
            default: break
            }
            if !take(&self) { skipToSeparator() }
            takeComma(closing: closing)
        }
        fault(.syntax, "the \(whole) is not closed")
    }

    private mutating func entry(_ depth: Int) -> DocumentEntry? {
        let start = at
        let position = lines.position(of: start)
        let key: String
        switch bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): key = string()
        default:
            guard let name = identifier() else {
                fault(.syntax, "a key was expected")
                return nil
            }
            key = name
        }
        let span = SourceSpan(start, at)
        skipBlank()
        guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
            fault(.syntax, "a colon was expected after the key")
            return nil
        }
        at += 1
        skipBlank()
        guard at < bytes.count else { return nil }
        guard let value = value(depth: depth + 1) else { return nil }
        return DocumentEntry(key: key, keySpan: span, keyPosition: position, value: value)
    }

    /// Takes the comma after a value; a missing one is a fault, and what follows is read.
    private mutating func takeComma(closing: UInt8) {
        skipBlank()
        guard at < bytes.count, bytes[at] != closing else { return }
        if bytes[at] == UInt8(ascii: ",") {
            at += 1
            return
        }
        if bytes[at] == UInt8(ascii: "]") || bytes[at] == UInt8(ascii: "}") { return }
        fault(.syntax, "a comma was expected")
        let start = at
        switch bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["): return
        default: skipToSeparator()
        }
        if at == start { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
    }

    mutating func fault(_ code: DocumentError.Code, at offset: Int? = nil, _ message: String) {
        guard !isEnded, log.takes(code) else { return }
        log.add(code, at: lines.position(of: offset ?? at), message)
    }
}
