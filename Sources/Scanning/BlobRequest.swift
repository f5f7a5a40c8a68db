internal import Detection
internal import ScanModel

/// A blob of the object database to be scanned.
struct BlobRequest: Sendable {
    let id: ObjectID
    let paths: [String]
    let includesMisuse: Bool
    /// Whether `id` is a commit or tag whose text is to be scanned.
    let isMessage: Bool

    init(id: ObjectID, paths: [String], includesMisuse: Bool) {
        self.id = id
        self.paths = paths
        self.includesMisuse = includesMisuse
        isMessage = false
    }

    /// The text of a commit or tag: names, ids and message.
    init(message id: ObjectID) {
        self.id = id
        paths = []
        includesMisuse = false
        isMessage = true
    }
}

/// What scanning it came to.
struct ScannedBlob: Sendable {
    let request: BlobRequest
    let result: BlobScanResult
}
