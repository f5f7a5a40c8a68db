/// A place that explains a finding, with a sentence that says how.
package struct RelatedLocation: Hashable, Sendable {
    /// How the place and the finding have to do with each other.
    package enum Kind: String, Sendable {
        /// A value without which the secret is of no use, such as its key id.
        case companion
        /// The public half of a private key, or a certificate for it.
        case publicHalf = "public-half"
        /// The token that a secret signs, or the secret that signs a token.
        case signature
        /// The same value where another environment is set up.
        case environment
    }

    package let kind: Kind
    package let location: Location
    /// One sentence, redacted.
    package let message: RedactedText

    package init(kind: Kind, location: Location, message: RedactedText) {
        self.kind = kind
        self.location = location
        self.message = message
    }
}
