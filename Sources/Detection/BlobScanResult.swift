package import ScanModel

/// What scanning one blob came to.
package struct BlobScanResult: Sendable {
    /// In order of offset, then rule.
    package var findings: [BlobFinding] = []
    package var suppressions: [InlineSuppression] = []
    /// Limits that were hit and other reasons for which the blob was not fully judged.
    package var problems: [Problem] = []

    /// Public keys and certificates, for the private keys of other blobs; in order of offset.
    package var keyTraces: [KeyTrace] = []

    /// Whether there is nothing to tell.
    package var isSilent: Bool {
        findings.isEmpty && suppressions.isEmpty && problems.isEmpty && keyTraces.isEmpty
    }

    /// One reason, in words without anything from the blob.
    package struct Problem: Hashable, Sendable {
        package let code: String
        package let message: String
        /// The member of an archive that it concerns, as in `BlobFinding`.
        package var member: String?
        /// Whether something that was asked for was not seen.
        package var isIncomplete = true

        package init(code: String, message: String) {
            self.code = code
            self.message = message
        }
    }
}
