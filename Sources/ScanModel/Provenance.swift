/// Where a blob came from, in words that a report may print.
package struct Provenance: Hashable, Sendable {
    /// The kind of place.
    package enum Kind: String, Sendable {
        /// A file on disk.
        case file
        /// An entry of the index, as `git commit` would record it.
        case indexEntry = "index-entry"
        /// A blob of the object database, at a path in some commit.
        case gitBlob = "git-blob"
        /// The message of a commit.
        case commitMessage = "commit-message"
        /// The message of an annotated tag.
        case tagMessage = "tag-message"
        /// Author, committer or tagger of an object, or the name of a path or ref.
        case metadata
        /// A log read as a stream.
        case log
    }

    package let kind: Kind
    /// Path with `/` between components, relative to the scanned root (the work tree's top in a
    /// repository); the ref or id for messages; `-` for standard input. Redacted.
    package let path: RedactedText
    /// The blob, commit or tag that holds the bytes, where there is one.
    package let objectID: ObjectID?
    /// A commit that holds the blob at this path, where one is known.
    package let commit: CommitSummary?

    package init(
        kind: Kind, path: RedactedText, objectID: ObjectID? = nil, commit: CommitSummary? = nil
    ) {
        self.kind = kind
        self.path = path
        self.objectID = objectID
        self.commit = commit
    }
}
