/// The first few paths of numbered things: one inline, the rest, which few things have, aside.
struct FirstPaths {
    private static let none: Int32 = -1
    private var first: [Int32] = []
    private var others: [Int: [Int32]] = [:]

    /// Whether the first path of `number` is the child `name` of `parent`: the case that
    /// unchanged entries of the next version of a tree meet.
    func isFirst(
        _ number: Int, childOf parent: Int32, _ name: UnsafeRawBufferPointer, in paths: PathTable
    ) -> Bool {
        first[number] >= 0 && paths.isChild(first[number], of: parent, named: name)
    }

    /// Whether no further path would be kept.
    func isFull(_ number: Int) -> Bool {
        (others[number]?.count ?? 0) >= HistoryBlob.maxPaths - 1
    }

    /// Adds a path.
    /// - Returns: whether it was not there yet and there was room for it.
    mutating func add(_ path: Int32, to number: Int, isNew: Bool) -> Bool {
        if isNew {
            first.append(path)
            return true
        }
        if first[number] == FirstPaths.none {
            first[number] = path
            return true
        }
        if first[number] == path || isFull(number) { return false }
        var list = others[number] ?? []
        if list.contains(path) { return false }
        list.append(path)
        others[number] = list
        return true
    }

    /// Adds a thing that has no path yet.
    mutating func addNone(to number: Int) { first.append(FirstPaths.none) }

    /// The paths of a thing in the order they came.
    func paths(of number: Int) -> [Int32] {
        guard first[number] >= 0 else { return [] }
        return [first[number]] + (others[number] ?? [])
    }
}
