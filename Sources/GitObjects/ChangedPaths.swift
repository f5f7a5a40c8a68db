import ScanModel

/// Gathers changed paths, sorts them, and finds renames without a change.
struct ChangedPaths {
    private var changes: [ChangedPath] = []
    var ledger = NoticeLedger()

    mutating func add(
        path: [UInt8], base: (id: ObjectID, mode: UInt32)?, head: (id: ObjectID, mode: UInt32)?
    ) {
        let text = String(decoding: path, as: UTF8.self)
        if let head, TreeEntry.Kind(mode: head.mode) == .gitlink {
            ledger.add(TreeNotices.submodule(text))
        }
        let baseSide = base.flatMap { ChangedPaths.side($0) }
        let headSide = head.flatMap { ChangedPaths.side($0) }
        if baseSide == nil, headSide == nil { return }
        changes.append(ChangedPath(path: text, base: baseSide, head: headSide))
    }

    /// Everything, sorted by path.
    func sorted() -> [ChangedPath] {
        var deleted: [ObjectID: String] = [:]
        let ordered = changes.sorted()
        for change in ordered where change.head == nil {
            if let base = change.base, deleted[base.blob] == nil {
                deleted[base.blob] = change.path
            }
        }
        return ordered.map { change in
            guard change.base == nil, let head = change.head, let old = deleted[head.blob] else {
                return change
            }
            return ChangedPath(path: change.path, base: nil, head: head, renamedFrom: old)
        }
    }

    private static func side(_ entry: (id: ObjectID, mode: UInt32)) -> ChangedPath.Side? {
        switch TreeEntry.Kind(mode: entry.mode) {
        case .blob, .symbolicLink: ChangedPath.Side(blob: entry.id, mode: entry.mode)
        case .tree, .gitlink: nil
        }
    }
}
