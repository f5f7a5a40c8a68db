import Documents

/// A tree in one line, with every span that is not just what it should be made visible.
///
/// `"x"` is quoted text that stands so in the source, `x` plain text, `<x>` an expression; where
/// the source differs it follows in `@…@`. Keys show the source of their span if it differs.
struct TreeOutline {
    let source: [UInt8]

    init(_ source: String) { self.source = Array(source.utf8) }

    func callAsFunction(_ node: DocumentNode) -> String {
        let tag = node.tag.map { "!\($0) " } ?? ""
        switch node.content {
        case .scalar(let scalar):
            let slice = slice(node.span)
            switch scalar.style {
            case .plain:
                return tag + (slice == scalar.text ? scalar.text : "\(scalar.text)@\(slice)@")
            case .quoted:
                if slice == "\"\(scalar.text)\"" || slice == "'\(scalar.text)'" {
                    return tag + "\"\(scalar.text)\""
                }
                return tag + "\"\(scalar.text)\"@\(slice)@"
            case .expression:
                return tag + (slice == scalar.text ? "<\(slice)>" : "<\(scalar.text)>@\(slice)@")
            }
        case .sequence(let items):
            return tag + "[" + items.map { self($0) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            return tag + "{"
                + entries.map { entry in
                    let slice = slice(entry.keySpan)
                    let key =
                        slice == entry.key || slice == "\"\(entry.key)\""
                        ? entry.key : "\(entry.key)@\(slice)@"
                    return "\(key): \(self(entry.value))"
                }.joined(separator: ", ") + "}"
        }
    }

    func slice(_ span: SourceSpan) -> String {
        guard span.lowerBound >= 0, span.upperBound <= source.count else { return "OUTSIDE" }
        return String(decoding: source[span.lowerBound..<span.upperBound], as: UTF8.self)
    }

    /// Spans within their parents' and in order, which every tree without resolved values holds.
    func isNested(_ node: DocumentNode) -> Bool {
        let children: [DocumentNode]
        switch node.content {
        case .scalar: return true
        case .sequence(let items): children = items
        case .mapping(let entries): children = entries.map(\.value)
        }
        return children.allSatisfy { child in
            child.span.lowerBound >= node.span.lowerBound
                && child.span.upperBound <= node.span.upperBound && isNested(child)
        }
    }
}

/// Reads text, with bytes that are freed right after.
func read(
    _ text: String, limits: DocumentLimits = DocumentLimits(),
    _ reader: (UnsafeRawBufferPointer, DocumentLimits) -> Document
) -> Document {
    Array(text.utf8).withUnsafeBytes { reader($0, limits) }
}
