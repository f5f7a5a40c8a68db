/// Kind and size of an object, known without inflating all of it.
package struct ObjectHeader: Hashable, Sendable {
    package let kind: ObjectKind
    /// Size of the content in bytes, without git's own header.
    package let byteCount: Int

    package init(kind: ObjectKind, byteCount: Int) {
        self.kind = kind
        self.byteCount = byteCount
    }
}
