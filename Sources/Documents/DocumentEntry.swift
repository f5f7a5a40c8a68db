/// A key with its value.
package struct DocumentEntry: Sendable {
    package let key: String
    /// The bytes of the key in the source: the word of a directive, the header of a block.
    package let keySpan: SourceSpan
    package let keyPosition: SourcePosition
    package let value: DocumentNode

    package init(
        key: String, keySpan: SourceSpan, keyPosition: SourcePosition, value: DocumentNode
    ) {
        self.key = key
        self.keySpan = keySpan
        self.keyPosition = keyPosition
        self.value = value
    }
}
