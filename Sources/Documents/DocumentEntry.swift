/// A key with its value.
package struct DocumentEntry: Sendable {
    package let key: String
    package let keyPosition: SourcePosition
    package let value: DocumentNode

    package init(key: String, keyPosition: SourcePosition, value: DocumentNode) {
        self.key = key
        self.keyPosition = keyPosition
        self.value = value
    }
}
