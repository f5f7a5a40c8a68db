/// What reports say of a commit. Texts are redacted.
package struct CommitSummary: Hashable, Sendable {
    package let id: ObjectID
    /// Author name as recorded, redacted.
    package let authorName: RedactedText
    /// Author e-mail, redacted; `nil` unless the user asked for it.
    package let authorEmail: RedactedText?
    /// Author date with its recorded offset.
    package let authorDate: Timestamp

    package init(
        id: ObjectID, authorName: RedactedText, authorEmail: RedactedText?, authorDate: Timestamp
    ) {
        self.id = id
        self.authorName = authorName
        self.authorEmail = authorEmail
        self.authorDate = authorDate
    }
}
