/// One word of a directive.
struct ConfigWord {
    /// The word with its quotes and escapes resolved.
    var text: String
    let span: SourceSpan
    let isQuoted: Bool
    /// Whether a variable stands in it that the document does not tell.
    var isExpression: Bool

    /// Several words as the value of a directive: single blanks between them.
    static func joined(_ words: some Collection<ConfigWord>) -> DocumentScalar {
        let text = words.map(\.text).joined(separator: " ")
        if words.contains(where: \.isExpression) { return DocumentScalar(text, .expression) }
        return DocumentScalar(text, words.contains(where: \.isQuoted) ? .quoted : .plain)
    }

    /// From the first byte of the first to the last of the last; empty at `offset` without words.
    static func span(_ words: some BidirectionalCollection<ConfigWord>, or offset: Int)
        -> SourceSpan
    {
        guard let first = words.first, let last = words.last else {
            return SourceSpan(offset, offset)
        }
        return SourceSpan(first.span.lowerBound, last.span.upperBound)
    }
}
