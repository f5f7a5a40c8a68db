import Documents

/// A tree in one line, in which every span shows as the bytes it covers.
///
/// Keys and scalars are `text`, followed by `«source»` where their bytes are others. Quoted scalars
/// stand in apostrophes, expressions in `<>`; a tag precedes its value, and `^` follows with the
/// bytes of the alias that brings it in.
struct DataOutline {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func of(_ format: DocumentFormat, _ bytes: [UInt8]) -> String {
        let document = bytes.withUnsafeBytes { format.read($0) }
        let outline = DataOutline(bytes)
        let faults = document.faults.map { " !\($0.position)" }.joined()
        return visible(document.roots.map(outline.node).joined(separator: " | ") + faults)
    }

    static func of(_ format: DocumentFormat, _ text: String) -> String {
        of(format, Array(text.utf8))
    }

    private static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "⏎"
            case "\r": result += "␍"
            case "\t": result += "→"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func source(_ span: SourceSpan, unless text: String) -> String {
        guard span.lowerBound >= 0, span.upperBound <= bytes.count else { return "«OUTSIDE»" }
        let source = String(decoding: bytes[span.lowerBound..<span.upperBound], as: UTF8.self)
        return source == text ? "" : "«\(source)»"
    }

    private func node(_ node: DocumentNode) -> String {
        var text = node.tag.map { "(\($0))" } ?? ""
        switch node.content {
        case .scalar(let scalar):
            switch scalar.style {
            case .plain: text += scalar.text
            case .quoted: text += "'\(scalar.text)'"
            case .expression: text += "<\(scalar.text)>"
            }
            text += source(node.span, unless: scalar.text)
        case .sequence(let items):
            text += "[" + items.map(self.node).joined(separator: ", ") + "]"
        case .mapping(let entries):
            text +=
                "{"
                + entries.map {
                    $0.key + source($0.keySpan, unless: $0.key) + ": " + self.node($0.value)
                }.joined(separator: ", ") + "}"
        }
        if let use = node.useSpan { text += "^" + source(use, unless: "") }
        return text
    }
}
