internal import Detection
internal import ScanModel

/// A blob of the object database to be scanned.
struct BlobRequest: Sendable {
    let id: ObjectID
    let paths: [String]
    let includesMisuse: Bool
    /// Whether `id` is a commit or tag whose text is to be scanned.
    let isMessage: Bool
    private let isTag: Bool

    init(id: ObjectID, paths: [String], includesMisuse: Bool) {
        self.id = id
        self.paths = paths
        self.includesMisuse = includesMisuse
        isMessage = false
        isTag = false
    }

    /// The text of a commit or tag: names, ids and message.
    init(message id: ObjectID, isTag: Bool = false) {
        self.id = id
        paths = []
        includesMisuse = false
        isMessage = true
        self.isTag = isTag
    }

    /// What a finding in it is called by, before its place within a message is known.
    var placeKind: Provenance.Kind {
        isTag ? .tagMessage : isMessage ? .commitMessage : .gitBlob
    }
}

/// What scanning it came to.
struct ScannedBlob: Sendable {
    let request: BlobRequest
    let result: BlobScanResult
}
