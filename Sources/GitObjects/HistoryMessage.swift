package import ScanModel

/// A commit or annotated tag whose text is to be scanned.
package struct HistoryMessage: Hashable, Sendable {
    package let id: ObjectID
    /// `.commit` or `.tag`.
    package let kind: ObjectKind

    package init(id: ObjectID, kind: ObjectKind) {
        self.id = id
        self.kind = kind
    }
}
