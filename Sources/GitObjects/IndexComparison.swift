import ScanModel

/// Compares an index with a tree, folder by folder; a folder whose cached tree id is the tree's
/// is passed over without reading it.
struct IndexComparison {
    /// A folder: the tree at HEAD, the entries below it, and its cached tree.
    private struct Frame {
        let path: [UInt8]
        let tree: ObjectID?
        let entries: Range<Int>
        let cached: Int?
        let depth: Int
    }

    /// What the index has under one name of a folder.
    private struct Item {
        let name: ArraySlice<UInt8>
        let entries: Range<Int>
        let isFolder: Bool
    }

    private let repository: GitRepository
    private let index: IndexFile
    private var pending: [Frame] = []
    private(set) var changes = ChangedPaths()
    private var ownLedger = NoticeLedger()

    init(_ repository: GitRepository, _ index: IndexFile) {
        self.repository = repository
        self.index = index
    }

    var ledger: NoticeLedger {
        var all = ownLedger
        all.add(contentsOf: changes.ledger.notices)
        return all
    }

    mutating func compare(with tree: ObjectID?) {
        pending = [
            Frame(
                path: [], tree: tree, entries: index.entries.indices,
                cached: index.cachedTrees.isEmpty ? nil : 0, depth: 0)
        ]
        while let frame = pending.popLast() {
            if let cached = frame.cached, let id = index.cachedTrees[cached].id, id == frame.tree {
                continue
            }
            guard frame.depth < repository.limits.maxPathDepth else {
                ownLedger.add(
                    GitNotice(
                        .pathDepth,
                        "A folder is nested deeper than \(repository.limits.maxPathDepth) folders "
                            + "and was not compared.",
                        path: String(decoding: frame.path, as: UTF8.self), isIncomplete: true))
                continue
            }
            compare(frame)
        }
    }

    private mutating func compare(_ frame: Frame) {
        var atHead: [[UInt8]: (id: ObjectID, mode: UInt32)] = [:]
        if let tree = frame.tree {
            do throws(GitError) {
                let bytes = try repository.read(tree, as: .tree)
                let isCorrupt = bytes.withUnsafeBytes { buffer in
                    var entries = TreeEntries(buffer, format: repository.reader.objectFormat)
                    while let entry = entries.next() {
                        atHead[Array(entry.name)] = (entry.id, entry.mode)
                    }
                    return entries.isCorrupt
                }
                if isCorrupt {
                    ownLedger.add(
                        TreeNotices.corrupt(tree, String(decoding: frame.path, as: UTF8.self)))
                }
            } catch {
                let path = String(decoding: frame.path, as: UTF8.self)
                ownLedger.add(GitNotice(unreadable: error, objectID: tree, path: path))
            }
        }
        for item in items(of: frame) {
            let name = Array(item.name)
            let path = frame.path + name
            if item.isFolder {
                let old = atHead[name]
                let subtree = old.flatMap { TreeEntry.Kind(mode: $0.mode) == .tree ? $0.id : nil }
                if subtree != nil { atHead[name] = nil }
                let cached = frame.cached.flatMap { index.cachedTrees[$0].children[name] }
                push(path: path, tree: subtree, entries: item.entries, cached, frame.depth + 1)
            } else {
                compare(item, path: path, with: atHead[name])
                // A folder at HEAD under a file's name is gone; it is looked at below. Under the name
                // of a folder of a sparse index it has been compared as a whole.
                if let old = atHead[name],
                    TreeEntry.Kind(mode: old.mode) != .tree || isSparseFolder(item)
                {
                    atHead[name] = nil
                }
            }
        }
        for (name, old) in atHead.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            if TreeEntry.Kind(mode: old.mode) == .tree {
                push(
                    path: frame.path + name, tree: old.id, entries: 0..<0, nil, frame.depth + 1)
            } else {
                changes.add(path: frame.path + name, base: old, head: nil)
            }
        }
    }

    private func isSparseFolder(_ item: Item) -> Bool {
        index.entries[item.entries].first.map { TreeEntry.Kind(mode: $0.mode) == .tree } ?? false
    }

    private mutating func push(
        path: [UInt8], tree: ObjectID?, entries: Range<Int>, _ cached: Int?, _ depth: Int
    ) {
        pending.append(
            Frame(
                path: path + [UInt8(ascii: "/")], tree: tree, entries: entries, cached: cached,
                depth: depth))
    }

    private mutating func compare(
        _ item: Item, path: [UInt8], with old: (id: ObjectID, mode: UInt32)?
    ) {
        let base = old.flatMap { TreeEntry.Kind(mode: $0.mode) == .tree ? nil : $0 }
        guard let entry = index.entries[item.entries].first else { return }
        if entry.stage != 0 {
            ownLedger.add(
                GitNotice(
                    .indexConflict,
                    "A merge conflict in the index is not resolved; `git commit` would refuse it, "
                        + "and it was not judged.",
                    path: String(decoding: path, as: UTF8.self), isIncomplete: true))
            return
        }
        if TreeEntry.Kind(mode: entry.mode) == .tree {
            compareSparseFolder(entry, path: path, with: old)
            return
        }
        // `git add -N` records a path and no content: a commit leaves it out.
        if entry.isIntentToAdd {
            if let base { changes.add(path: path, base: base, head: nil) }
            return
        }
        if let base, base.id == entry.id,
            TreeEntry.Kind(mode: base.mode) == TreeEntry.Kind(mode: entry.mode)
        {
            return
        }
        changes.add(path: path, base: base, head: (entry.id, entry.mode))
    }

    /// An entry of a sparse index that stands for a whole folder.
    private mutating func compareSparseFolder(
        _ entry: IndexFile.Entry, path: [UInt8], with old: (id: ObjectID, mode: UInt32)?
    ) {
        var comparison = TreeComparison(repository)
        var paths = PathTable()
        let base = old.flatMap { TreeEntry.Kind(mode: $0.mode) == .tree ? $0.id : nil }
        let found = comparison.changes(
            new: entry.id, olds: [base], includesDeletions: true, paths: &paths)
        for change in found {
            let full = path + [UInt8(ascii: "/")] + paths.bytes(change.path)
            changes.add(path: full, base: change.old, head: change.new)
        }
        ownLedger.add(contentsOf: comparison.ledger.notices)
    }

    /// Splits the entries of a folder by the next name. Entries of one name stand together, for
    /// the index is sorted.
    private func items(of frame: Frame) -> [Item] {
        var items: [Item] = []
        var position = frame.entries.lowerBound
        while position < frame.entries.upperBound {
            let first = index.path(index.entries[position]).dropFirst(frame.path.count)
            let slash = first.firstIndex(of: UInt8(ascii: "/"))
            let isSparse = slash == first.indices.last && slash != nil
            let name = first[..<(slash ?? first.endIndex)]
            var end = position + 1
            while end < frame.entries.upperBound {
                let next = index.path(index.entries[end]).dropFirst(frame.path.count)
                guard next.starts(with: name) else { break }
                let rest = next.dropFirst(name.count)
                guard slash == nil ? rest.isEmpty : rest.first == UInt8(ascii: "/") else { break }
                end += 1
            }
            items.append(
                Item(
                    name: name, entries: position..<end,
                    isFolder: slash != nil && !isSparse))
            position = end
        }
        return items
    }
}
