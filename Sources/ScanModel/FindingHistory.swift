/// How a finding lived in a repository's history.
package struct FindingHistory: Hashable, Sendable {
    /// The first commit, parents before children, that brought it; `nil` when no commit reaches it.
    package let introduced: CommitSummary?
    /// The last commit that took it away; `nil` while it stands at HEAD or was never removed.
    package let removed: CommitSummary?
    /// The last commit, parents before children, that still held it; `nil` while HEAD does.
    package let lastHeld: CommitSummary?
    /// Whether HEAD's tree still holds it.
    package let isAtHead: Bool
    /// How many distinct blobs hold it.
    package let blobCount: Int
    /// Paths that held it, sorted, at most `FindingHistory.maxPaths`.
    package let paths: [RedactedText]
    /// Paths beyond those listed.
    package let omittedPathCount: Int

    /// Full names of the refs whose history has it, at most ten.
    package let refs: [RedactedText]
    /// Refs beyond those listed.
    package let omittedRefCount: Int
    /// Whether nothing leads to it any more: no ref, HEAD, reflog or stash.
    package let isUnreachable: Bool

    /// How many paths a report lists for one finding.
    package static let maxPaths = 20

    package init(
        introduced: CommitSummary?, removed: CommitSummary?, lastHeld: CommitSummary? = nil,
        isAtHead: Bool, blobCount: Int, paths: [RedactedText], omittedPathCount: Int,
        refs: [RedactedText] = [], omittedRefCount: Int = 0, isUnreachable: Bool = false
    ) {
        self.introduced = introduced
        self.removed = removed
        self.lastHeld = lastHeld
        self.isAtHead = isAtHead
        self.blobCount = blobCount
        self.paths = paths
        self.omittedPathCount = omittedPathCount
        self.refs = refs
        self.omittedRefCount = omittedRefCount
        self.isUnreachable = isUnreachable
    }
}
