package import ScanModel

/// An object as it stands in the database.
package struct StoredObject: Sendable {
    package let kind: ObjectKind
    /// The content, without git's own header.
    package let bytes: Bytes

    package init(kind: ObjectKind, bytes: Bytes) {
        self.kind = kind
        self.bytes = bytes
    }
}
