/// How many objects a repository holds, and how many of them a history scan read.
///
/// `expected` = `read` + `skipped`, or the scan has a fault. What an earlier scan read and the
/// cache knows counts as read, and in `known`. Bytes are those of the objects, not
/// of how they are stored; the sums are those of `git cat-file --batch-all-objects`.
package struct ObjectCounts: Hashable, Sendable {
    /// Number and bytes of objects of one kind.
    package struct Count: Hashable, Sendable {
        package let objects: Int
        package let bytes: Int

        package init(objects: Int, bytes: Int) {
            self.objects = objects
            self.bytes = bytes
        }
    }

    /// Different objects that the pack indexes and loose folders name.
    package let expected: Int
    package let commits: Count
    package let trees: Count
    package let blobs: Count
    package let tags: Count
    /// Objects that could not be read, each explained by a notification if the scan is about it.
    package let skipped: Int
    /// Blobs, among `blobs`, that were read and scanned by an earlier scan and not by this one.
    package let known: Int

    package init(
        expected: Int, commits: Count, trees: Count, blobs: Count, tags: Count, skipped: Int,
        known: Int = 0
    ) {
        self.expected = expected
        self.commits = commits
        self.trees = trees
        self.blobs = blobs
        self.tags = tags
        self.skipped = skipped
        self.known = known
    }

    /// Objects read.
    package var read: Int { commits.objects + trees.objects + blobs.objects + tags.objects }
    /// Bytes of the objects read.
    package var bytes: Int { commits.bytes + trees.bytes + blobs.bytes + tags.bytes }
}
