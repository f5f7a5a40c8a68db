/// What is known about a finding beyond its shape, and how.
package struct Evidence: Hashable, Sendable {
    /// How far the evidence carries.
    package enum Standing: String, Sendable {
        /// Shown offline beyond reasonable doubt, such as by a checksum of 32 bits.
        case proven
        /// A structure was checked and fits.
        case consistent
        /// Nothing could be checked.
        case unverified
        /// A check failed: reported with low confidence.
        case refuted
    }

    package let standing: Standing
    /// One sentence, without any part of the secret.
    package let statement: String

    package init(_ standing: Standing, _ statement: String) {
        self.standing = standing
        self.statement = statement
    }
}
