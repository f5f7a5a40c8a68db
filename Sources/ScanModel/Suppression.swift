/// Why a finding does not block although it stands.
package struct Suppression: Hashable, Sendable {
    /// Where the suppression is written.
    package enum Kind: String, Sendable {
        /// A `portcullis:allow` comment beside the finding.
        case inSource
        /// An entry of a file outside the source.
        case external
    }

    package let kind: Kind
    /// The reason given, redacted.
    package let justification: RedactedText

    package init(kind: Kind, justification: RedactedText) {
        self.kind = kind
        self.justification = justification
    }
}
