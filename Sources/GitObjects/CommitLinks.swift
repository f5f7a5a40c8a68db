import ScanModel

/// The part of a commit that walks need: its tree, its parents and when it was committed.
struct CommitLinks {
    let tree: ObjectID
    let parents: [ObjectID]
    let committerSeconds: Int64

    init(tree: ObjectID, parents: [ObjectID], committerSeconds: Int64) {
        self.tree = tree
        self.parents = parents
        self.committerSeconds = committerSeconds
    }

    /// Reads a raw commit.
    /// - Returns: `nil` when it has no tree or a parent that is no object id.
    init?(_ bytes: UnsafeRawBufferPointer, format: ObjectFormat) {
        var tree: ObjectID?
        var parents: [ObjectID] = []
        var seconds: Int64 = 0
        var lines = ObjectHeaderLines(bytes)
        while let line = lines.next() {
            if line.isNamed("tree") {
                guard tree == nil, let id = ObjectID(hex: line.value, format: format) else {
                    return nil
                }
                tree = id
            } else if line.isNamed("parent") {
                guard let id = ObjectID(hex: line.value, format: format) else { return nil }
                parents.append(id)
            } else if line.isNamed("committer") {
                seconds = CommitLinks.seconds(ofSignature: line.value)
                // Nothing below matters here, and signatures and merge tags can be long.
                break
            }
        }
        guard let tree else { return nil }
        self.tree = tree
        self.parents = parents
        committerSeconds = seconds
    }

    private static func seconds(ofSignature line: UnsafeRawBufferPointer) -> Int64 {
        guard let close = line.lastIndex(of: UInt8(ascii: ">")) else { return 0 }
        var rest = line[(close + 1)...]
        while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        return GitSignature.number(&rest)
    }
}
