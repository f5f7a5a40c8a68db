import ScanModel

/// Reads each object when it is asked for.
struct ReaderSource: HistorySource {
    private let repository: GitRepository

    init(_ repository: GitRepository) { self.repository = repository }

    func links(ofCommit id: ObjectID) throws(GitError) -> CommitLinks {
        let object = try repository.reader.read(id, maxBytes: repository.limits.maxBlobBytes)
        let format = repository.reader.objectFormat
        guard object.kind == .commit,
            let links = object.bytes.withUnsafeBytes({ CommitLinks($0, format: format) })
        else {
            throw GitError(
                .corruptObject,
                "Object \(id) was expected to be a commit and does not parse as one.",
                objectID: id)
        }
        return links
    }

    func kind(of id: ObjectID) throws(GitError) -> ObjectKind {
        try repository.reader.header(id).kind
    }

    func target(ofTag id: ObjectID) throws(GitError) -> ObjectID {
        try repository.tagDetails(id).target
    }
}
