package import ScanModel

/// A commit as recorded, for showing and for scanning its text.
package struct RawCommit: Sendable {
    package let id: ObjectID
    package let tree: ObjectID
    package let parents: [ObjectID]
    package let author: GitSignature?
    package let committer: GitSignature?
    /// The encoding that the commit claims for its message; UTF-8 when `nil`.
    package let encoding: String?
    /// The whole object: headers, an empty line, the message.
    package let bytes: Bytes
    /// Where in `bytes` the message stands, half open.
    package let messageRange: Range<Int>

    /// Reads a raw commit.
    /// - Returns: `nil` when it has no tree or a parent that is no object id.
    init?(id: ObjectID, bytes: Bytes, format: ObjectFormat) {
        var author: GitSignature?
        var committer: GitSignature?
        var encoding: String?
        var messageStart = 0
        let links = bytes.withUnsafeBytes { buffer in
            var lines = ObjectHeaderLines(buffer)
            while let line = lines.next() {
                if line.isNamed("author") {
                    author = author ?? GitSignature(line: line.value)
                } else if line.isNamed("committer") {
                    committer = committer ?? GitSignature(line: line.value)
                } else if line.isNamed("encoding") {
                    encoding = encoding ?? String(decoding: line.value, as: UTF8.self)
                }
            }
            messageStart = lines.messageStart
            return CommitLinks(buffer, format: format)
        }
        guard let links else { return nil }
        self.id = id
        tree = links.tree
        parents = links.parents
        self.author = author
        self.committer = committer
        self.encoding = encoding
        self.bytes = bytes
        messageRange = messageStart..<bytes.count
    }
}
