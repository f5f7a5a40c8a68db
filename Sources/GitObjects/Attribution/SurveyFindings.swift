import ScanModel

/// Looks where wanted objects stand and which of what is not whole the request reaches.
struct SurveyFindings {
    private(set) var places: [HistorySurvey.Place] = []
    private(set) var ledger = NoticeLedger()
    /// The search, when one was enough for all.
    private(set) var found: HeldSearch.Found?

    private let repository: GitRepository
    private let map: HistoryMap
    private let request: HistoryRequest
    private let graph: CommitGraph
    /// Blobs that refs name directly, and tags.
    private let named: Set<ObjectID>
    private var search: HeldSearch

    init(
        _ repository: GitRepository, _ map: HistoryMap, _ selection: CommitSelection,
        _ request: HistoryRequest
    ) {
        self.repository = repository
        self.map = map
        self.request = request
        graph = selection.graph
        named = Set(selection.blobs + selection.tags)
        search = HeldSearch(
            map: map, roots: [], includesUnreachable: request.includesUnreachable,
            maxDepth: repository.limits.maxPathDepth)
        let trees = selection.commits.map { selection.graph.nodes[$0].tree } + selection.trees
        var roots: [Int] = []
        roots.reserveCapacity(trees.count)
        for id in trees {
            if let tree = map.tree(of: id) {
                roots.append(tree)
            } else {
                ledger.add(
                    GitNotice(unreadable: error(of: id, expected: .tree), objectID: id, path: ""))
            }
        }
        search = HeldSearch(
            map: map, roots: roots, includesUnreachable: request.includesUnreachable,
            maxDepth: repository.limits.maxPathDepth)
    }

    /// Looks for some objects, and for whatever is not whole.
    mutating func look(for wanted: [ObjectID]) {
        var pending = [0..<wanted.count]
        var isFirst = true
        while let range = pending.popLast() {
            var leaves = WantedLeaves(map)
            let problems = isFirst ? addProblems(to: &leaves) : nil
            let numbers = range.map { position in
                map.number(of: wanted[position]).map { leaves.add($0) }
            }
            guard let found = search.run(leaves, isSmallest: range.count < 2) else {
                let middle = range.lowerBound + range.count / 2
                pending.append(middle..<range.upperBound)
                pending.append(range.lowerBound..<middle)
                continue
            }
            if let problems { note(problems, found) }
            if isFirst, pending.isEmpty { self.found = found }
            isFirst = false
            if found.heat.isCutShort || found.paths.isCutShort {
                ledger.add(
                    GitNotice(
                        .pathDepth,
                        "Folders are nested deeper than \(repository.limits.maxPathDepth) and "
                            + "were not followed to the end.", isIncomplete: true))
            }
            for (position, leaf) in zip(range, numbers) {
                places.append(place(wanted[position], leaf, found.paths))
            }
        }
    }

    private func place(_ id: ObjectID, _ leaf: Int?, _ paths: HeldPaths) -> HistorySurvey.Place {
        let all = leaf.map { paths.paths(leaf: $0) } ?? []
        return HistorySurvey.Place(
            id: id,
            paths: all.prefix(HistorySurvey.maxPaths).map { String(decoding: $0, as: UTF8.self) },
            omittedPathCount: max(0, all.count - HistorySurvey.maxPaths),
            isReached: !all.isEmpty || request.includesUnreachable || named.contains(id)
                || graph.known(id) != nil)
    }

    private struct Problems {
        var listed: [(problem: HistoryMap.Problem, leaf: Int)] = []
        var irregular: [Int] = []
        var omittedCount = 0
        var gitlinks: Int?
    }

    private func addProblems(to leaves: inout WantedLeaves) -> Problems {
        var result = Problems()
        let problems = map.problems()
        result.omittedCount = problems.omittedCount
        for problem in problems.listed {
            switch problem {
            case .corrupt(let tree):
                leaves.add(tree: tree)
                result.listed.append((problem, -1))
            case .lost(let number):
                result.listed.append((problem, leaves.add(number)))
            case .mismatch(let number, let isTree):
                result.listed.append((problem, leaves.add(mismatch: number, isTree: isTree)))
            }
        }
        result.irregular = map.irregularTrees()
        for tree in result.irregular { leaves.add(tree: tree) }
        if map.trees.hasGitlinks { result.gitlinks = leaves.addGitlinks() }
        return result
    }

    private mutating func note(_ problems: Problems, _ found: HeldSearch.Found) {
        for (problem, leaf) in problems.listed {
            switch problem {
            case .corrupt(let tree):
                for path in paths(ofTree: tree, found) {
                    ledger.add(TreeNotices.corrupt(map.id(ofTree: tree), path))
                }
            case .lost(let number):
                note(lost: number, expected: nil, found.paths.paths(leaf: leaf).first)
            case .mismatch(let number, let isTree):
                if let path = found.paths.paths(leaf: leaf).first {
                    note(lost: number, expected: isTree ? .tree : .blob, path)
                }
            }
        }
        for tree in problems.irregular {
            for path in paths(ofTree: tree, found) {
                ledger.add(TreeNotices.irregular(map.id(ofTree: tree), path))
            }
        }
        if problems.omittedCount > 0 {
            ledger.add(
                GitNotice(
                    .objectMissing,
                    "\(problems.omittedCount) more objects are missing or damaged; whether the "
                        + "request reaches them was not looked into.", isIncomplete: true))
        }
        for path in problems.gitlinks.map({ found.paths.paths(leaf: $0) }) ?? [] {
            ledger.add(TreeNotices.submodule(String(decoding: path, as: UTF8.self)))
        }
    }

    private func paths(ofTree tree: Int, _ found: HeldSearch.Found) -> [String] {
        guard let number = found.heat.number(tree) else { return [] }
        return found.paths.paths(tree: number).prefix(HistoryBlob.maxPaths).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private mutating func note(lost number: Int, expected: ObjectKind?, _ path: [UInt8]?) {
        let id = map.id(of: number)
        let isNamed = named.contains(id)
        // Behind the boundary of a shallow clone nothing is missing: only what failed counts.
        let isAskedFor = request.includesUnreachable && map.failures[number] != nil
        guard path != nil || isNamed || isAskedFor else { return }
        ledger.add(
            GitNotice(
                unreadable: error(of: id, expected: expected), objectID: id,
                path: path.map { String(decoding: $0, as: UTF8.self) }))
    }

    /// Why an object is of no use.
    private func error(of id: ObjectID, expected: ObjectKind?) -> GitError {
        if let number = map.number(of: id) {
            if let failure = map.failures[number] { return failure }
            let kind = map.recordedKind(of: number) ?? .blob
            return GitError(
                .corruptObject,
                "Object \(id) is a \(kind.rawValue) where a \((expected ?? .blob).rawValue) was "
                    + "expected.", objectID: id)
        }
        do throws(GitError) {
            _ = try repository.reader.header(id)
        } catch {
            return error
        }
        return GitError(
            .missingObject,
            "Object \(id) was not there when the objects were read; run the scan again.",
            objectID: id)
    }
}
