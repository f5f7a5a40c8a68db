package import ScanModel

/// One path whose content differs between two trees, or between a tree and the index.
package struct ChangedPath: Hashable, Comparable, Sendable {
    /// What stands at a path.
    package struct Side: Hashable, Sendable {
        package let blob: ObjectID
        /// The file mode as recorded: type and permission bits.
        package let mode: UInt32

        package init(blob: ObjectID, mode: UInt32) {
            self.blob = blob
            self.mode = mode
        }

        /// Whether the blob holds the target of a symbolic link.
        package var isSymbolicLink: Bool { mode & 0o170000 == 0o120000 }
    }

    /// Bytes that are not UTF-8 are replaced.
    package let path: String
    /// What stood there; `nil` for an added path.
    package let base: Side?
    /// What stands there now; `nil` for a deleted path.
    package let head: Side?
    /// For an added path: a deleted path that held the very same blob.
    package let renamedFrom: String?

    package init(path: String, base: Side?, head: Side?, renamedFrom: String? = nil) {
        self.path = path
        self.base = base
        self.head = head
        self.renamedFrom = renamedFrom
    }

    package static func < (left: ChangedPath, right: ChangedPath) -> Bool {
        left.path < right.path
    }
}
