package import ScanModel

/// A blob to scan, named once however many commits hold it.
package struct HistoryBlob: Hashable, Sendable {
    /// How many paths are listed for one blob.
    package static let maxPaths = 8

    package let id: ObjectID
    /// Distinct paths that held it, in the order they were met, at most `maxPaths`; empty when no
    /// tree names it. Bytes that are not UTF-8 are replaced.
    package let paths: [String]
    /// Whether HEAD's tree holds it.
    package let isAtHead: Bool

    package init(id: ObjectID, paths: [String], isAtHead: Bool) {
        self.id = id
        self.paths = paths
        self.isAtHead = isAtHead
    }
}
