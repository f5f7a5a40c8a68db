import ScanModel

/// Commits and their parents, read once each and numbered in the order they are met.
struct CommitGraph {
    /// One commit that was read.
    struct Node {
        let id: ObjectID
        let tree: ObjectID
        /// Numbers of the parents that could be read.
        var parents: [Int]
        let seconds: Int64
        /// Whether the commit has parents that a shallow clone left out.
        let isShallowBoundary: Bool
    }

    private let source: any HistorySource
    private let boundary: Set<ObjectID>
    private var table = ObjectTable()
    /// Number of the node for an entry of `table`; -1 for a commit that cannot be read.
    private var nodeNumbers: [Int] = []
    /// Parents that have not been turned into nodes yet, by node number.
    private var unresolvedParents: [Int: [ObjectID]] = [:]

    private(set) var nodes: [Node] = []
    var ledger = NoticeLedger()

    init(_ repository: GitRepository, source: (any HistorySource)? = nil) {
        self.source = source ?? ReaderSource(repository)
        boundary = repository.shallowBoundary
    }

    /// The number of a commit; `nil` when it cannot be read, which is then in the ledger.
    mutating func node(_ id: ObjectID) -> Int? {
        let (index, isNew) = table.insert(id)
        if !isNew { return nodeNumbers[index] < 0 ? nil : nodeNumbers[index] }
        nodeNumbers.append(-1)
        guard let links = read(id) else { return nil }
        let isBoundary = boundary.contains(id)
        nodes.append(
            Node(
                id: id, tree: links.tree, parents: [], seconds: links.committerSeconds,
                isShallowBoundary: isBoundary && !links.parents.isEmpty))
        let number = nodes.count - 1
        nodeNumbers[index] = number
        if !isBoundary, !links.parents.isEmpty { unresolvedParents[number] = links.parents }
        return number
    }

    /// The number of a commit that has been read already.
    func known(_ id: ObjectID) -> Int? {
        guard let index = table.find(id), nodeNumbers[index] >= 0 else { return nil }
        return nodeNumbers[index]
    }

    /// The parents of a node, read now if they were not.
    mutating func parents(of number: Int) -> [Int] {
        if let ids = unresolvedParents.removeValue(forKey: number) {
            nodes[number].parents = ids.compactMap { node($0) }
        }
        return nodes[number].parents
    }

    /// Reads everything that the nodes read so far can reach.
    mutating func readAll(progress: (@Sendable (Int) -> Void)?) {
        var next = 0
        while next < nodes.count {
            _ = parents(of: next)
            next += 1
            if next % 1024 == 0 { progress?(next) }
        }
    }

    /// Numbers of some commits with parents before children; commits without an order between
    /// them go by date, then by id.
    func topologicalOrder(_ selected: [Int]) -> [Int] {
        var isSelected = [Bool](repeating: false, count: nodes.count)
        for number in selected { isSelected[number] = true }
        var missingParents = [Int32](repeating: 0, count: nodes.count)
        // The children of each commit, one list behind the other.
        var starts = [Int](repeating: 0, count: nodes.count + 1)
        for number in selected {
            for parent in distinctParents(of: number) where isSelected[parent] {
                missingParents[number] += 1
                starts[parent + 1] += 1
            }
        }
        for number in nodes.indices { starts[number + 1] += starts[number] }
        var children = [Int32](repeating: 0, count: starts.last ?? 0)
        var next = starts
        for number in selected {
            for parent in distinctParents(of: number) where isSelected[parent] {
                children[next[parent]] = Int32(truncatingIfNeeded: number)
                next[parent] += 1
            }
        }
        var ready = PriorityQueue<Int> { left, right in isEarlier(left, right) }
        for number in selected where missingParents[number] == 0 { ready.push(number) }
        var order: [Int] = []
        order.reserveCapacity(selected.count)
        while let number = ready.pop() {
            order.append(number)
            for child in children[starts[number]..<starts[number + 1]] {
                missingParents[Int(child)] -= 1
                if missingParents[Int(child)] == 0 { ready.push(Int(child)) }
            }
        }
        if order.count < selected.count {
            // Only forged objects (ids are not verified) can be their own ancestors.
            let emitted = Set(order)
            order += selected.filter { !emitted.contains($0) }.sorted { isEarlier($0, $1) }
        }
        return order
    }

    /// The parents that were read, each once.
    private func distinctParents(of number: Int) -> [Int] {
        let parents = nodes[number].parents
        return parents.count < 2 ? parents : Array(Set(parents))
    }

    /// Numbers of everything that some nodes reach, among the nodes read.
    func reachable(from tips: [Int]) -> [Bool] {
        var isReached = [Bool](repeating: false, count: nodes.count)
        var pending = tips
        for tip in tips { isReached[tip] = true }
        while let number = pending.popLast() {
            for parent in nodes[number].parents where !isReached[parent] {
                isReached[parent] = true
                pending.append(parent)
            }
        }
        return isReached
    }

    /// By date, then by id.
    func isEarlier(_ left: Int, _ right: Int) -> Bool {
        (nodes[left].seconds, nodes[left].id) < (nodes[right].seconds, nodes[right].id)
    }

    private mutating func read(_ id: ObjectID) -> CommitLinks? {
        do throws(GitError) {
            return try source.links(ofCommit: id)
        } catch {
            ledger.add(GitNotice(unreadable: error, objectID: id))
            return nil
        }
    }
}
