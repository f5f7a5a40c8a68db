/// A place that explains a finding, with a sentence that says how.
package struct RelatedLocation: Hashable, Sendable {
    package let location: Location
    /// One sentence, redacted.
    package let message: RedactedText

    package init(location: Location, message: RedactedText) {
        self.location = location
        self.message = message
    }
}
