import ScanModel

/// Where walks over commits learn what an object is and what it names.
protocol HistorySource: Sendable {
    /// Tree, parents and date of a commit.
    /// - Throws: `missingObject`; `corruptObject` when it is no commit or does not parse.
    func links(ofCommit id: ObjectID) throws(GitError) -> CommitLinks

    /// What an object is.
    /// - Throws: `missingObject` or `corruptObject`.
    func kind(of id: ObjectID) throws(GitError) -> ObjectKind

    /// What an annotated tag names.
    /// - Throws: `missingObject`; `corruptObject` when it is no tag or does not parse.
    func target(ofTag id: ObjectID) throws(GitError) -> ObjectID
}
