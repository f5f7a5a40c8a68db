/// Which repository and revision a report is about.
package struct RepositoryOrigin: Hashable, Sendable {
    /// Remote address without user info, redacted; `nil` when none is configured.
    package let remoteURL: RedactedText?
    /// The commit at HEAD, or the head of the judged range.
    package let revision: ObjectID?
    /// The checked-out or judged branch, redacted.
    package let branch: RedactedText?

    package init(remoteURL: RedactedText?, revision: ObjectID?, branch: RedactedText?) {
        self.remoteURL = remoteURL
        self.revision = revision
        self.branch = branch
    }
}
