/// The ledger in numbers. `expected` = `scanned` + `skipped`, or the scan has a fault.
package struct ScanStatistics: Hashable, Sendable {
    /// Blobs (files, entries, messages) that the source named.
    package var expectedBlobs = 0
    /// Blobs read and scanned to their end.
    package var scannedBlobs = 0
    /// Bytes of those blobs.
    package var scannedBytes = 0
    /// Blobs left out, each explained by a notification or by the user's own configuration.
    package var skippedBlobs = 0
    /// Commits whose changes or trees were walked.
    package var commits = 0
    /// The object database as a whole; `nil` where it was not read as a whole.
    package var objects: ObjectCounts?

    package init() {}
}
