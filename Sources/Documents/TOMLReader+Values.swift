extension TOMLReader {
    /// The value that starts here; `nil` where none does, with a fault.
    mutating func value(depth: Int) -> DocumentNode? {
        guard count() else { return nil }
        let start = at
        let position = lines.position(of: start)
        guard at < bytes.count else {
            fault(.syntax, "a value was expected")
            return nil
        }
        switch bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let text = string(isKey: false) else { return nil }
            return DocumentNode(
                content: .scalar(DocumentScalar(text, .quoted)), span: SourceSpan(start, at),
                position: position)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            guard depth < limits.maxDepth else {
                fault(.limit, "nested deeper than \(limits.maxDepth)")
                return nil
            }
            guard bytes[at] == UInt8(ascii: "[") else { return inlineTable(depth) }
            guard let items = array(depth) else { return nil }
            return DocumentNode(
                content: .sequence(items), span: SourceSpan(start, at), position: position)
        default: return word(start, position)
        }
    }

    private mutating func word(_ start: Int, _ position: SourcePosition) -> DocumentNode? {
        skipWord()
        // A blank may stand between a date and its time.
        if at - start == 10, at + 2 < bytes.count, bytes[at] == 0x20,
            bytes[start + 4] == UInt8(ascii: "-"), JSONWord.isDigit(bytes[at + 1]),
            JSONWord.isDigit(bytes[at + 2])
        {
            at += 1
            skipWord()
        }
        guard at > start else {
            fault(.syntax, "a value was expected")
            return nil
        }
        let word = UnsafeRawBufferPointer(rebasing: bytes[start..<at])
        if !TOMLWord.isValue(word) {
            fault(.syntax, at: start, "neither a number, a date nor true or false")
        }
        let scalar = DocumentScalar(String(decoding: word, as: UTF8.self), .plain)
        return DocumentNode(
            content: .scalar(scalar), span: SourceSpan(start, at), position: position)
    }

    private mutating func skipWord() {
        while at < bytes.count {
            switch bytes[at] {
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"),
                UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
                return
            default: at += 1
            }
        }
    }

    private mutating func array(_ depth: Int) -> [DocumentNode]? {
        var items: [DocumentNode] = []
        at += 1
        while true {
            skipLines()
            guard at < bytes.count else {
                fault(.syntax, "the list is not closed")
                return items
            }
            if bytes[at] == UInt8(ascii: "]") {
                at += 1
                return items
            }
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
            skipLines()
            guard at < bytes.count, bytes[at] != UInt8(ascii: "]") else { continue }
            guard bytes[at] == UInt8(ascii: ",") else {
                fault(.syntax, "a comma or bracket was expected")
                return items
            }
            at += 1
        }
    }

    private mutating func inlineTable(_ depth: Int) -> DocumentNode? {
        let start = at
        at += 1
        let table = tree.addTable(
            .inline, depth: depth, span: SourceSpan(start, at), position: lines.position(of: start))
        while true {
            skipLines()
            guard at < bytes.count else {
                fault(.syntax, "the table is not closed")
                break
            }
            if bytes[at] == UInt8(ascii: "}") {
                at += 1
                break
            }
            guard assignment(to: table, section: table, depth: depth) else { return nil }
            skipLines()
            guard at < bytes.count, bytes[at] != UInt8(ascii: "}") else { continue }
            guard bytes[at] == UInt8(ascii: ",") else {
                fault(.syntax, "a comma or brace was expected")
                break
            }
            at += 1
        }
        tree.close(table, span: SourceSpan(start, at))
        return tree.takeNode(table)
    }

    /// Skips blanks, line ends and comments.
    private mutating func skipLines() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A: at += 1
            case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: at += 1
            case UInt8(ascii: "#"): skipComment()
            default: return
            }
        }
    }
}
