package import ScanModel

/// The contents of trees, commits and tags.
package enum ObjectText {
    /// A tree of these entries, in the order in which they are given.
    package static func tree(
        _ entries: [(mode: String, name: String, id: ObjectID)]
    ) -> [UInt8] {
        entries.flatMap { Array("\($0.mode) \($0.name)\0".utf8) + $0.id.bytes }
    }

    /// The same in git's order: by the bytes of the names, folders as if they ended in a slash.
    package static func sortedTree(
        _ entries: [(mode: String, name: String, id: ObjectID)]
    ) -> [UInt8] {
        func key(_ entry: (mode: String, name: String, id: ObjectID)) -> [UInt8] {
            Array((entry.mode == "40000" ? entry.name + "/" : entry.name).utf8)
        }
        return tree(entries.sorted { key($0).lexicographicallyPrecedes(key($1)) })
    }

    /// A commit by a made-up author.
    /// - Parameter time: seconds since 1970.
    package static func commit(
        tree: ObjectID, parents: [ObjectID] = [], time: Int = 1_700_000_000,
        message: String = "Change\n"
    ) -> [UInt8] {
        let person = "A U Thor <author@example.com> \(time) +0000"
        let lines =
            ["tree \(tree.hex)"] + parents.map { "parent \($0.hex)" }
            + ["author \(person)", "committer \(person)", "", message]
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// An annotated tag by a made-up tagger.
    package static func tag(
        _ name: String, of object: ObjectID, _ kind: PackedKind = .commit,
        time: Int = 1_700_000_000, message: String = "Tag\n"
    ) -> [UInt8] {
        let lines = [
            "object \(object.hex)", "type \(kind.rawValue)", "tag \(name)",
            "tagger A U Thor <author@example.com> \(time) +0000", "", message,
        ]
        return Array(lines.joined(separator: "\n").utf8)
    }
}
