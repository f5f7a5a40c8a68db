/// One value of a structured document with the place where it stands.
package struct DocumentNode: Sendable {
    /// What the value is.
    package indirect enum Content: Sendable {
        case scalar(DocumentScalar)
        case sequence([DocumentNode])
        /// Entries in the order of the document. A key may stand here more than once: as a repeated
        /// block or directive, or because the document repeats it.
        case mapping([DocumentEntry])
    }

    package let content: Content
    /// The bytes of the value in the source; those of the definition, where it is an alias.
    package let span: SourceSpan
    /// Where it starts, for messages to people.
    package let position: SourcePosition
    /// The type that the document gives it, such as `!Ref` of CloudFormation or `!vault`.
    package let tag: String?
    /// Where an alias or a merge brings the value in, if one does.
    package let useSpan: SourceSpan?

    package init(
        content: Content, span: SourceSpan, position: SourcePosition, tag: String? = nil,
        useSpan: SourceSpan? = nil
    ) {
        self.content = content
        self.span = span
        self.position = position
        self.tag = tag
        self.useSpan = useSpan
    }

    /// The one mapping of a file.
    init(root entries: [DocumentEntry], byteCount: Int) {
        self.init(
            content: .mapping(entries), span: SourceSpan(0, byteCount), position: .start)
    }

    /// The text of a scalar.
    package var text: String? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar.text
    }

    /// The word for error messages: `text`, `list` or `mapping`.
    package var kindWord: String {
        switch content {
        case .scalar: "text"
        case .sequence: "list"
        case .mapping: "mapping"
        }
    }
}
