import ScanModel

/// Commits, trees and tags as one thread of a sweep met them.
package struct HistoryRecording: Sendable {
    /// Commits, with what they name; a parent or tree that is not in the catalog has a number
    /// beyond it.
    struct Commits: Sendable {
        var numbers: [UInt32] = []
        var trees: [UInt32] = []
        var seconds: [Int64] = []
        /// Where each commit's parents start; the last one is their end.
        var parentStarts: [UInt32] = [0]
        var parents: [UInt32] = []
        /// Those that do not parse.
        var corrupt: [UInt32] = []
    }

    /// Annotated tags and what they name.
    struct Tags: Sendable {
        var numbers: [UInt32] = []
        var targets: [UInt32] = []
        /// Those that do not parse.
        var corrupt: [UInt32] = []
    }

    var commits = Commits()
    var trees = TreeRopes()
    var tags = Tags()
    var names = NameTable()
    /// What is named and not in the catalog; their numbers follow the catalog's.
    var missing = ObjectTable()
    private var recent = RecentNumbers()

    init() {}

    /// The commits and tags alone, which are a small part of it all.
    package var withoutTrees: HistoryRecording {
        var rest = HistoryRecording()
        rest.commits = commits
        rest.tags = tags
        rest.missing = missing
        return rest
    }

    /// Gives back what only the recording needed.
    mutating func finish() { recent = RecentNumbers() }

    mutating func addCommit(
        _ number: Int, _ bytes: UnsafeRawBufferPointer, _ catalog: ObjectCatalog
    ) {
        let own = UInt32(truncatingIfNeeded: number)
        guard let links = CommitLinks(bytes, format: catalog.format) else {
            commits.corrupt.append(own)
            return
        }
        commits.numbers.append(own)
        commits.trees.append(self.number(of: links.tree, catalog))
        commits.seconds.append(links.committerSeconds)
        for parent in links.parents { commits.parents.append(self.number(of: parent, catalog)) }
        commits.parentStarts.append(UInt32(truncatingIfNeeded: commits.parents.count))
    }

    mutating func addTag(
        _ number: Int, _ bytes: UnsafeRawBufferPointer, _ catalog: ObjectCatalog
    ) {
        let own = UInt32(truncatingIfNeeded: number)
        var lines = ObjectHeaderLines(bytes)
        while let line = lines.next() {
            guard line.isNamed("object") else { continue }
            guard let target = ObjectID(hex: line.value, format: catalog.format) else { break }
            tags.numbers.append(own)
            tags.targets.append(self.number(of: target, catalog))
            return
        }
        tags.corrupt.append(own)
    }

    /// - Parameters:
    ///   - copies: what the tree has from the one that `base` was kept of.
    ///   - isBase: whether there will be trees made from this one.
    /// - Returns: what those need.
    mutating func addTree(
        _ number: Int, _ bytes: UnsafeRawBufferPointer, copies: [CopiedRange], base: TreeMemo?,
        isBase: Bool, _ catalog: ObjectCatalog
    ) -> TreeMemo? {
        let tree = trees.count
        trees.numbers.append(UInt32(truncatingIfNeeded: number))
        trees.bases.append(Int32(truncatingIfNeeded: base?.tree ?? -1))
        var starts: [UInt32] = []
        if isBase { starts.reserveCapacity((base?.starts.count ?? bytes.count / 36) + 4) }
        var entryCount = 0
        var entries = TreeEntries(bytes, format: catalog.format)
        var nextCopy = 0
        var pending: (start: Int, count: UInt32) = (trees.children.count, 0)
        var irregular: [UInt32] = []
        // Positions are kept in 32 bits; what lies beyond is treated as damage.
        while entries.position < bytes.count, entries.position < Int(UInt32.max) {
            let position = entries.position
            if let base {
                while nextCopy < copies.count, copies[nextCopy].targetEnd <= position {
                    nextCopy += 1
                }
                if nextCopy < copies.count, copies[nextCopy].targetStart <= position,
                    let (first, count) = TreeRopes.wholeEntries(
                        base.starts, in: copies[nextCopy], from: position)
                {
                    flush(&pending)
                    trees.segments.append(
                        TreeRopes.Segment(
                            start: UInt32(truncatingIfNeeded: first),
                            count: UInt32(truncatingIfNeeded: count), isCopy: true))
                    irregular.append(
                        contentsOf: base.irregular, in: first..<first + count, at: entryCount)
                    let end = base.starts[first + count]
                    let shift = UInt32(truncatingIfNeeded: position) &- base.starts[first]
                    if isBase {
                        starts.append(contentsOf: base.starts[first..<first + count], plus: shift)
                    }
                    entryCount += count
                    entries.position = Int(end &+ shift)
                    continue
                }
            }
            guard let (mode, name, rawID) = entries.nextParts() else { break }
            if addEntry(mode, name, rawID, catalog) {
                irregular.append(UInt32(truncatingIfNeeded: entryCount))
            }
            if isBase { starts.append(UInt32(truncatingIfNeeded: position)) }
            entryCount += 1
            pending.count += 1
        }
        flush(&pending)
        trees.segmentStarts.append(UInt32(truncatingIfNeeded: trees.segments.count))
        if entries.isCorrupt || entries.position < bytes.count {
            trees.corrupt.append(Int32(truncatingIfNeeded: tree))
        }
        if !irregular.isEmpty { trees.irregular.append(Int32(truncatingIfNeeded: tree)) }
        guard isBase else { return nil }
        starts.append(UInt32(truncatingIfNeeded: entries.position))
        return TreeMemo(tree: tree, starts: starts, irregular: irregular)
    }

    private mutating func flush(_ pending: inout (start: Int, count: UInt32)) {
        if pending.count > 0 {
            trees.segments.append(
                TreeRopes.Segment(
                    start: UInt32(truncatingIfNeeded: pending.start), count: pending.count,
                    isCopy: false))
        }
        pending = (trees.children.count, 0)
    }

    /// - Returns: whether git would refuse the name.
    private mutating func addEntry(
        _ mode: UInt32, _ name: UnsafeRawBufferPointer, _ rawID: UnsafeRawBufferPointer,
        _ catalog: ObjectCatalog
    ) -> Bool {
        let kind: UInt8
        var child = TreeRopes.noChild
        switch TreeEntry.Kind(mode: mode) {
        case .tree:
            kind = TreeRopes.Kind.tree
            child = number(ofRawID: rawID, catalog)
        case .blob, .symbolicLink:
            kind = TreeRopes.Kind.blob
            child = number(ofRawID: rawID, catalog)
        case .gitlink:
            kind = TreeRopes.Kind.gitlink
            trees.hasGitlinks = true
        }
        trees.children.append(child)
        trees.names.append(names.insert(name))
        trees.kinds.append(kind)
        return TreeEntry.isIrregular(name)
    }

    private mutating func number(of id: ObjectID, _ catalog: ObjectCatalog) -> UInt32 {
        let number = catalog.number(of: id) ?? catalog.count + missing.insert(id).index
        return UInt32(truncatingIfNeeded: number)
    }

    private mutating func number(
        ofRawID id: UnsafeRawBufferPointer, _ catalog: ObjectCatalog
    ) -> UInt32 {
        if let known = recent.number(id) { return known }
        let number = UInt32(
            truncatingIfNeeded: catalog.number(ofRawID: id) ?? catalog.count
                + missing.insert(ObjectID(rawID: id)).index)
        recent.note(id, number)
        return number
    }
}
