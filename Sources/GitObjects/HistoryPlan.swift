/// What of a repository's history is to be scanned, in a fixed order.
///
/// The blobs themselves have not been read: one that turns out missing or corrupt when it is
/// read is for the caller to report (`GitNotice(unreadable:objectID:path:)`).
package struct HistoryPlan: Sendable {
    /// Each blob once.
    package let blobs: [HistoryBlob]
    /// Each commit and annotated tag once.
    package let messages: [HistoryMessage]
    /// Commits that the plan covers.
    package let commitCount: Int
    /// What could not be read, and what the reader must know besides.
    package let notices: [GitNotice]

    package init(
        blobs: [HistoryBlob], messages: [HistoryMessage], commitCount: Int, notices: [GitNotice]
    ) {
        self.blobs = blobs
        self.messages = messages
        self.commitCount = commitCount
        self.notices = notices
    }
}
