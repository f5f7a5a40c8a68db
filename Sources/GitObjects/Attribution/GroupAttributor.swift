import ScanModel

/// Attributes groups of objects, as many at a time as memory allows.
struct GroupAttributor {
    /// How many objects one search looks for at most.
    private static let maxObjects = 8192

    private let survey: HistorySurvey
    private let map: HistoryMap
    private let history: RefHistory
    /// For each commit its tree in the map; -1 for none.
    private let commitTrees: [Int32]
    private let search: HeldSearch
    private var results: [Attribution] = []

    init(_ survey: HistorySurvey, _ history: RefHistory) {
        let map = survey.map
        self.survey = survey
        self.map = map
        self.history = history
        let trees = history.graph.nodes.map { node in
            map.tree(of: node.tree).map { Int32(truncatingIfNeeded: $0) } ?? -1
        }
        commitTrees = trees
        let own = history.order.lazy.filter { history.isSelected($0) }.map { trees[$0] }
            .filter { $0 >= 0 }.map { Int($0) }
        search = HeldSearch(
            map: map, roots: own + survey.selection.trees.compactMap { map.tree(of: $0) },
            includesUnreachable: false,
            maxDepth: survey.repository.limits.maxPathDepth)
    }

    /// The attributions of some groups, in their order.
    mutating func attribute(_ groups: [[ObjectID]]) -> [Attribution] {
        var start = 0
        while start < groups.count {
            var end = start
            var objects = 0
            repeat {
                objects += groups[end].count
                end += 1
            } while end < groups.count && objects < GroupAttributor.maxObjects
            attribute(groups, start..<end)
            start = end
        }
        return results
    }

    private mutating func attribute(_ groups: [[ObjectID]], _ range: Range<Int>) {
        let numbers = groups[range].map { group in
            group.compactMap { map.number(of: $0) }.filter { map.recordedKind(of: $0) == nil }
        }
        guard let found = found(numbers, isSmallest: range.count == 1) else {
            let middle = range.lowerBound + range.count / 2
            attribute(groups, range.lowerBound..<middle)
            attribute(groups, middle..<range.upperBound)
            return
        }
        let leavesOfGroups = numbers.map { $0.compactMap { found.leaves.leaf(of: $0) } }
        var objects = [Int](repeating: -1, count: found.leaves.count)
        for (group, leaves) in leavesOfGroups.enumerated() {
            for (leaf, number) in zip(leaves, numbers[group]) { objects[leaf] = number }
        }
        let trees = found.heat.trees
        let roots = commitTrees.map { tree in
            tree < 0 ? -1 : found.heat.numbers[Int(tree)]
        }
        var namedTrees: [ObjectID: Int] = [:]
        for id in history.namedObjects {
            if let tree = found.heat.number(map.tree(of: id)) { namedTrees[id] = tree }
        }
        let order = trees.order(
            from: history.order.lazy.map { Int(roots[$0]) }.filter { $0 >= 0 }
                + namedTrees.values)
        var first = 0
        while first < range.count {
            let part = first..<min(first + GroupMask.width, range.count)
            var masks = [GroupMask](repeating: .empty, count: found.leaves.count)
            for (bit, group) in part.enumerated() {
                for leaf in leavesOfGroups[group] { masks[leaf].formUnion(GroupMask(bit)) }
            }
            let offset = range.lowerBound
            let members = groups[offset + part.lowerBound..<offset + part.upperBound]
            let pass = GroupPass(
                trees, order: order, leafMasks: masks, history: history, roots: roots,
                namedTrees: namedTrees, groups: members)
            for (bit, group) in part.enumerated() {
                results.append(
                    attribution(
                        of: bit, groups[offset + group], leavesOfGroups[group], objects, pass,
                        roots, found))
            }
            first = part.upperBound
        }
    }

    /// What the survey found, when all objects were among those it looked for, or a search anew.
    private func found(_ numbers: [[Int]], isSmallest: Bool) -> HeldSearch.Found? {
        if let found = survey.found,
            numbers.allSatisfy({ $0.allSatisfy { found.leaves.leaf(of: $0) != nil } })
        {
            return found
        }
        var leaves = WantedLeaves(map)
        for number in numbers.joined() { _ = leaves.add(number) }
        return search.run(leaves, isSmallest: isSmallest)
    }

    private func attribution(
        of bit: Int, _ ids: [ObjectID], _ leaves: [Int], _ objects: [Int],
        _ pass: GroupPass, _ roots: [Int32], _ found: HeldSearch.Found
    ) -> Attribution {
        let story = pass.stories[bit]
        let paths = found.paths.paths(leaves: leaves)
        let isAtHead = story.isAtHead || story.life.isMessageAtHead
        let id = { (position: Int) in history.graph.nodes[history.order[position]].id }
        var introduced: ObjectID?
        var kind: ObjectKind?
        var primary: (object: ObjectID, path: String?)?
        if let position = story.life.introduction {
            introduced = id(position)
            kind = .commit
            let root = roots[history.order[position]]
            if root >= 0, let first = pass.first(of: bit, below: Int(root), in: found.heat.trees) {
                primary = (map.id(of: objects[first.leaf]), first.path)
            } else if let message = story.life.message {
                primary = (message, nil)
            }
        } else if let tag = ids.sorted().first(where: { isTag($0) }) {
            introduced = tag
            kind = .tag
            primary = (tag, nil)
        }
        return Attribution(
            introduced: introduced, introducedKind: kind,
            removed: isAtHead ? nil : story.life.removal.map(id),
            isAtHead: isAtHead,
            paths: paths.prefix(Attribution.maxPaths).map { String(decoding: $0, as: UTF8.self) },
            omittedPathCount: max(0, paths.count - Attribution.maxPaths),
            primaryObject: primary?.object ?? ids.min(), primaryPath: primary?.path,
            lastHeld: story.lastHeld.map(id), refs: story.refs,
            omittedRefCount: story.refCount - story.refs.count,
            isUnreachable: !story.isHeldByTip)
    }

    private func isTag(_ id: ObjectID) -> Bool {
        map.number(of: id).flatMap { map.recordedKind(of: $0) } == .tag
    }
}
