/// One place where a finding stands.
package struct Location: Hashable, Sendable {
    package let provenance: Provenance
    package let region: Region
    package let snippet: Snippet
    /// GitHub's `primaryLocationLineHash` of the start line, computed over the text with secrets
    /// masked: `hexadecimal:occurrence`.
    package let lineHash: String

    package init(provenance: Provenance, region: Region, snippet: Snippet, lineHash: String) {
        self.provenance = provenance
        self.region = region
        self.snippet = snippet
        self.lineHash = lineHash
    }
}
