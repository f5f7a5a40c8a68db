/// How many objects a repository holds, and how many of them were read.
package struct ObjectLedger: Hashable, Sendable {
    /// Number and bytes of objects of one kind.
    package struct Count: Hashable, Sendable {
        package var objects = 0
        /// Bytes of the objects themselves, not of how they are stored.
        package var bytes = 0

        package init() {}

        mutating func add(_ byteCount: Int) {
            objects += 1
            bytes += byteCount
        }

        mutating func add(_ other: Count) {
            objects += other.objects
            bytes += other.bytes
        }
    }

    /// Different objects that the pack indexes and loose folders name.
    package var expectedObjects = 0
    package var commits = Count()
    package var trees = Count()
    package var blobs = Count()
    package var tags = Count()
    /// Bytes of all packs and loose files that were read.
    package var storedBytes = 0

    package init() {}

    /// Objects read.
    package var readObjects: Int { commits.objects + trees.objects + blobs.objects + tags.objects }
    /// Bytes of the objects read.
    package var readBytes: Int { commits.bytes + trees.bytes + blobs.bytes + tags.bytes }

    mutating func add(_ kind: ObjectKind, byteCount: Int) {
        switch kind {
        case .commit: commits.add(byteCount)
        case .tree: trees.add(byteCount)
        case .blob: blobs.add(byteCount)
        case .tag: tags.add(byteCount)
        }
    }

    mutating func add(_ other: ObjectLedger) {
        storedBytes += other.storedBytes
        commits.add(other.commits)
        trees.add(other.trees)
        blobs.add(other.blobs)
        tags.add(other.tags)
    }
}
