internal import Detection
internal import ScanModel

/// A blob of the object database to be scanned.
struct BlobRequest: Sendable {
    let id: ObjectID
    let paths: [String]
    let includesMisuse: Bool
}

/// What scanning it came to.
struct ScannedBlob: Sendable {
    let request: BlobRequest
    let result: BlobScanResult
}
