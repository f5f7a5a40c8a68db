import ScanModel

/// The entries of one tree in git's order (a folder's name counts as if it ended in `/`), with
/// the bytes that hold their names.
struct SortedTree {
    /// An entry whose name is a range of the tree's bytes.
    struct Entry {
        let mode: UInt32
        let nameStart: Int
        let nameCount: Int
        let id: ObjectID

        var kind: TreeEntry.Kind { TreeEntry.Kind(mode: mode) }
    }

    static let empty = SortedTree()

    private let bytes: Bytes?
    let list: [Entry]
    let isCorrupt: Bool
    let isIrregular: Bool

    private init() {
        bytes = nil
        list = []
        isCorrupt = false
        isIrregular = false
    }

    init(_ bytes: Bytes, format: ObjectFormat) {
        self.bytes = bytes
        (list, isCorrupt, isIrregular) = bytes.withUnsafeBytes { buffer in
            var list: [Entry] = []
            // A SHA-1 entry takes 24 bytes at least and some 35 as a rule.
            list.reserveCapacity(buffer.count / 32)
            var isSorted = true
            var isIrregular = false
            var entries = TreeEntries(buffer, format: format)
            while let entry = entries.next() {
                isIrregular = isIrregular || entry.isIrregular
                let start = entry.name.baseAddress.flatMap { name in
                    buffer.baseAddress.map { UnsafeRawPointer(name) - $0 }
                }
                let item = Entry(
                    mode: entry.mode, nameStart: start ?? 0, nameCount: entry.name.count,
                    id: entry.id)
                if let last = list.last, SortedTree.order(last, buffer, item, buffer) > 0 {
                    isSorted = false
                }
                list.append(item)
            }
            if !isSorted {
                list.sort { SortedTree.order($0, buffer, $1, buffer) < 0 }
            }
            return (list, entries.isCorrupt, isIrregular)
        }
    }

    /// Approximate memory in bytes.
    var cost: Int { (bytes?.count ?? 0) + list.count * MemoryLayout<Entry>.stride }

    /// Lends the name of an entry.
    func withName<Result>(of entry: Entry, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        guard let bytes else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return bytes.withUnsafeBytes { body(SortedTree.name(of: entry, in: $0)) }
    }

    /// The entry with the name (and foldership) of an entry of another tree, searched forward
    /// from `cursor`, which only ever moves on: callers ask in git's order.
    func find(_ wanted: Entry, in other: SortedTree, from cursor: inout Int) -> Entry? {
        guard let bytes, let otherBytes = other.bytes else { return nil }
        return bytes.withUnsafeBytes { own in
            otherBytes.withUnsafeBytes { theirs in
                while cursor < list.count {
                    let order = SortedTree.order(list[cursor], own, wanted, theirs)
                    if order == 0 { return list[cursor] }
                    if order > 0 { return nil }
                    cursor += 1
                }
                return nil
            }
        }
    }

    private static func name(of entry: Entry, in bytes: UnsafeRawBufferPointer)
        -> UnsafeRawBufferPointer
    {
        UnsafeRawBufferPointer(
            rebasing: bytes[entry.nameStart..<entry.nameStart + entry.nameCount])
    }

    /// - Source: git's `base_name_compare`.
    private static func order(
        _ left: Entry, _ leftBytes: UnsafeRawBufferPointer, _ right: Entry,
        _ rightBytes: UnsafeRawBufferPointer
    ) -> Int32 {
        let leftName = name(of: left, in: leftBytes)
        let rightName = name(of: right, in: rightBytes)
        let common = min(leftName.count, rightName.count)
        let order = UnsafeRawBufferPointer(rebasing: leftName[..<common])
            .order(to: UnsafeRawBufferPointer(rebasing: rightName[..<common]))
        if order != 0 { return order }
        let leftNext = next(leftName, common, left.kind)
        let rightNext = next(rightName, common, right.kind)
        if leftNext != rightNext { return leftNext < rightNext ? -1 : 1 }
        // A folder `a` and, in a hostile tree, a file `a/` compare alike: keep them apart.
        return leftName.count < rightName.count ? -1 : leftName.count > rightName.count ? 1 : 0
    }

    private static func next(_ name: UnsafeRawBufferPointer, _ index: Int, _ kind: TreeEntry.Kind)
        -> Int
    {
        if index < name.count { return Int(name[index]) }
        return kind == .tree ? Int(UInt8(ascii: "/")) : -1
    }
}
