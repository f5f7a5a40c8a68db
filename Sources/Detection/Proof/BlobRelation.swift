package import ScanModel

/// A place of the same blob that explains a finding.
package struct BlobRelation: Sendable {
    /// How it does.
    package let kind: RelatedLocation.Kind
    /// What the place is, for a sentence; words of the program.
    package let message: RedactedText
    package var region: Region
    package let snippet: Snippet
    package let lineHash: String
    /// What the place says of the finding, where that is something.
    let evidence: Evidence?
}
