import ScanModel

/// Collects the blobs below some trees, each once, with the first few paths of each.
///
/// A tree is walked again only when it is met at another path, and at most
/// `HistoryBlob.maxPaths` times, which bounds trees that contain each other many times over.
struct HistoryWalk {
    private let reader: any ObjectReader
    private let limits: ScanLimits
    private var blobs = ObjectTable()
    private var blobPaths = FirstPaths()
    private var trees = ObjectTable()
    private var treePaths = FirstPaths()
    private var visitedTreeCount = 0
    private(set) var paths = PathTable()
    var ledger = NoticeLedger()

    init(_ repository: GitRepository) {
        reader = repository.reader
        limits = repository.limits
    }

    var blobCount: Int { blobs.count }
    var treeIDs: [ObjectID] { trees.ids }

    /// Walks a tree and everything below it.
    mutating func visit(tree root: ObjectID, progress: (@Sendable (Int) -> Void)?) {
        let (number, isNew) = trees.insert(root)
        guard treePaths.add(PathTable.root, to: number, isNew: isNew) else { return }
        var pending = [(tree: number, path: PathTable.root)]
        while let (tree, path) = pending.popLast() {
            visitedTreeCount += 1
            if visitedTreeCount % 1024 == 0 { progress?(visitedTreeCount) }
            let id = trees.ids[tree]
            let bytes: Bytes
            do throws(GitError) {
                bytes = try treeBytes(id)
            } catch {
                ledger.add(GitNotice(unreadable: error, objectID: id, path: paths.text(path)))
                continue
            }
            guard paths.depth(path) < limits.maxPathDepth else {
                ledger.add(
                    GitNotice(
                        .pathDepth,
                        "Tree \(id) is nested deeper than \(limits.maxPathDepth) folders and was "
                            + "not followed.",
                        path: paths.text(path), objectID: id, isIncomplete: true))
                continue
            }
            bytes.withUnsafeBytes { visit($0, id: id, path: path, &pending) }
        }
    }

    /// Adds a blob without a path, or with one.
    mutating func add(blob id: ObjectID, path: Int32?) {
        let (number, isNew) = blobs.insert(id)
        if let path {
            _ = blobPaths.add(path, to: number, isNew: isNew)
        } else if isNew {
            blobPaths.addNone(to: number)
        }
    }

    /// The blobs in the order they were met; the first `headCount` are at HEAD.
    func result(headCount: Int) -> [HistoryBlob] {
        blobs.ids.enumerated().map { index, id in
            HistoryBlob(
                id: id, paths: blobPaths.paths(of: index).map { paths.text($0) },
                isAtHead: index < headCount)
        }
    }

    /// Lends the table of paths to a comparison of trees.
    mutating func withPaths<Result>(_ body: (inout PathTable) -> Result) -> Result {
        body(&paths)
    }

    func hasBlob(_ id: ObjectID) -> Bool { blobs.find(id) != nil }
    func hasTree(_ id: ObjectID) -> Bool { trees.find(id) != nil }

    private func treeBytes(_ id: ObjectID) throws(GitError) -> Bytes {
        let object = try reader.read(id, maxBytes: limits.maxBlobBytes)
        guard object.kind == .tree else {
            throw GitError(
                .corruptObject,
                "Object \(id) is a \(object.kind.rawValue) where a tree was expected.",
                objectID: id)
        }
        return object.bytes
    }

    private mutating func visit(
        _ bytes: UnsafeRawBufferPointer, id: ObjectID, path: Int32,
        _ pending: inout [(tree: Int, path: Int32)]
    ) {
        var entries = TreeEntries(bytes, format: reader.objectFormat)
        while let entry = entries.next() {
            if entry.isIrregular { ledger.add(TreeNotices.irregular(id, paths.text(path))) }
            switch entry.kind {
            case .tree:
                let (number, isNew) = trees.insert(entry.id)
                if !isNew, treePaths.isFirst(number, childOf: path, entry.name, in: paths) {
                    continue
                }
                let child = paths.child(of: path, named: entry.name)
                if treePaths.add(child, to: number, isNew: isNew) {
                    pending.append((number, child))
                }
            case .blob, .symbolicLink:
                let (number, isNew) = blobs.insert(entry.id)
                if !isNew, blobPaths.isFirst(number, childOf: path, entry.name, in: paths) {
                    continue
                }
                if !isNew, blobPaths.isFull(number) { continue }
                let child = paths.child(of: path, named: entry.name)
                _ = blobPaths.add(child, to: number, isNew: isNew)
            case .gitlink:
                let child = paths.child(of: path, named: entry.name)
                ledger.add(TreeNotices.submodule(paths.text(child)))
            }
        }
        if entries.isCorrupt {
            ledger.add(TreeNotices.corrupt(id, paths.text(path)))
        }
    }
}
