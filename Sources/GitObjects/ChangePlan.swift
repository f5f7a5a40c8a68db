package import ScanModel

/// What a merge of one revision into another would bring.
package struct ChangePlan: Sendable {
    /// One commit that the merge would bring, with what it adds.
    package struct Commit: Hashable, Sendable {
        package let id: ObjectID
        /// Blobs that none of the commit's parents has at that path, in a fixed order.
        package let added: [Addition]

        package init(id: ObjectID, added: [Addition]) {
            self.id = id
            self.added = added
        }
    }

    /// A blob that a commit adds.
    package struct Addition: Hashable, Sendable {
        package let blob: ObjectID
        /// Bytes that are not UTF-8 are replaced.
        package let path: String

        package init(blob: ObjectID, path: String) {
            self.blob = blob
            self.path = path
        }
    }

    /// The resolved base revision.
    package let base: ObjectID
    /// The resolved head revision.
    package let head: ObjectID
    /// The best common ancestors, newest first; more than one after criss-cross merges.
    package let mergeBases: [ObjectID]
    /// The commits of head that base does not have, parents first. Their own texts are to be
    /// scanned, too.
    package let commits: [Commit]
    /// Paths of head's tree whose content none of the merge bases has there, and paths that the
    /// newest merge base has and head has not; sorted.
    package let changedPaths: [ChangedPath]
    package let notices: [GitNotice]

    package init(
        base: ObjectID, head: ObjectID, mergeBases: [ObjectID], commits: [Commit],
        changedPaths: [ChangedPath], notices: [GitNotice]
    ) {
        self.base = base
        self.head = head
        self.mergeBases = mergeBases
        self.commits = commits
        self.changedPaths = changedPaths
        self.notices = notices
    }
}
