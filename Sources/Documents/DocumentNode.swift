/// One value of a structured document with the place where it starts.
package struct DocumentNode: Sendable {
    /// What the value is.
    package indirect enum Content: Sendable {
        /// Text as written, with quoting and escapes resolved. `isPlain` when it stood unquoted.
        case scalar(String, isPlain: Bool)
        case sequence([DocumentNode])
        /// Entries in the order of the document; keys are unique.
        case mapping([DocumentEntry])
    }

    package let content: Content
    package let position: SourcePosition

    package init(content: Content, position: SourcePosition) {
        self.content = content
        self.position = position
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
