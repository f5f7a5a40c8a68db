import ScanModel

/// Compares a tree with other trees, skipping every subtree that has the same id.
struct TreeComparison {
    /// One path that differs.
    struct Change {
        let path: Int32
        /// What stands there now; `nil` when it is gone.
        let new: (id: ObjectID, mode: UInt32)?
        /// What stood there in the first of the other trees that has the path.
        let old: (id: ObjectID, mode: UInt32)?
    }

    /// How often one pair of trees may be compared at different paths before it counts against
    /// `remainingRepeats`. The same content further away adds paths and no blob.
    private static let freeRepeats = 64

    private struct Frame {
        let path: Int32
        let new: ObjectID?
        let olds: [ObjectID?]
    }

    private struct Pair: Hashable {
        let new: ObjectID?
        let olds: [ObjectID?]
    }

    private let reader: any ObjectReader
    private let limits: ScanLimits
    private var cache: TreeCache
    /// Bounds trees that contain each other many times over, for all comparisons together.
    private var remainingRepeats = 200_000
    var ledger = NoticeLedger()

    init(_ repository: GitRepository) {
        reader = repository.reader
        limits = repository.limits
        cache = TreeCache()
    }

    /// Blobs (and gitlinks) of `new` that are at the same path in none of `olds`; with
    /// `includesDeletions` also the paths of `olds[0]` that `new` lacks. In path order within a
    /// folder.
    mutating func changes(
        new: ObjectID?, olds: [ObjectID?], includesDeletions: Bool, paths: inout PathTable
    ) -> [Change] {
        var changes: [Change] = []
        var repeats: [Pair: Int] = [:]
        var pending = [Frame(path: PathTable.root, new: new, olds: olds)]
        while let frame = pending.popLast() {
            if let new = frame.new, frame.olds.contains(new) { continue }
            let pair = Pair(new: frame.new, olds: frame.olds)
            let count = repeats[pair, default: 0]
            if count >= TreeComparison.freeRepeats, remainingRepeats == 0 {
                ledger.add(
                    GitNotice(
                        .workLimit,
                        "One folder stands at more than \(TreeComparison.freeRepeats) paths; its "
                            + "content was read, but not every path of it is listed.",
                        objectID: frame.new ?? frame.olds.first ?? nil, isIncomplete: false))
                continue
            }
            if count >= TreeComparison.freeRepeats { remainingRepeats -= 1 }
            repeats[pair] = count + 1
            if paths.depth(frame.path) >= limits.maxPathDepth {
                ledger.add(
                    GitNotice(
                        .pathDepth,
                        "A tree is nested deeper than \(limits.maxPathDepth) folders and was not "
                            + "followed.",
                        path: paths.text(frame.path), objectID: frame.new, isIncomplete: true))
                continue
            }
            compare(
                frame, includesDeletions: includesDeletions, paths: &paths, &changes, &pending)
        }
        return changes
    }

    private mutating func compare(
        _ frame: Frame, includesDeletions: Bool, paths: inout PathTable,
        _ changes: inout [Change], _ pending: inout [Frame]
    ) {
        let new = entries(frame.new, paths, frame.path)
        let olds = frame.olds.map { entries($0, paths, frame.path) }
        var cursors = [Int](repeating: 0, count: olds.count)
        for entry in new.list {
            var isUnchanged = false
            var subtrees: [ObjectID?] = []
            var old: (id: ObjectID, mode: UInt32)?
            for (index, other) in olds.enumerated() {
                guard let match = other.find(entry, in: new, from: &cursors[index]) else {
                    subtrees.append(nil)
                    continue
                }
                if match.id == entry.id, match.kind == entry.kind {
                    isUnchanged = true
                    break
                }
                subtrees.append(match.kind == .tree ? match.id : nil)
                if old == nil, match.kind != .tree { old = (match.id, match.mode) }
            }
            if isUnchanged { continue }
            let path = new.withName(of: entry) { paths.child(of: frame.path, named: $0) }
            if entry.kind == .tree {
                pending.append(Frame(path: path, new: entry.id, olds: subtrees))
            } else {
                changes.append(Change(path: path, new: (entry.id, entry.mode), old: old))
            }
        }
        guard includesDeletions, let old = olds.first else { return }
        var cursor = 0
        for entry in old.list where new.find(entry, in: old, from: &cursor) == nil {
            let path = old.withName(of: entry) { paths.child(of: frame.path, named: $0) }
            if entry.kind == .tree {
                pending.append(Frame(path: path, new: nil, olds: [entry.id]))
            } else {
                changes.append(Change(path: path, new: nil, old: (entry.id, entry.mode)))
            }
        }
    }

    /// The entries of a tree in git's order; empty for no tree and for one that cannot be read.
    private mutating func entries(_ id: ObjectID?, _ paths: PathTable, _ path: Int32)
        -> SortedTree
    {
        guard let id else { return .empty }
        if let cached = cache[id] { return cached }
        let tree: SortedTree
        do throws(GitError) {
            let object = try reader.read(id, maxBytes: limits.maxBlobBytes)
            guard object.kind == .tree else {
                throw GitError(
                    .corruptObject,
                    "Object \(id) is a \(object.kind.rawValue) where a tree was expected.",
                    objectID: id)
            }
            tree = SortedTree(object.bytes, format: reader.objectFormat)
        } catch {
            ledger.add(GitNotice(unreadable: error, objectID: id, path: paths.text(path)))
            return .empty
        }
        if tree.isCorrupt { ledger.add(TreeNotices.corrupt(id, paths.text(path))) }
        if tree.isIrregular { ledger.add(TreeNotices.irregular(id, paths.text(path))) }
        cache[id] = tree
        return tree
    }
}
