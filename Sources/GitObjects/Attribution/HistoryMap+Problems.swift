import ScanModel

extension HistoryMap {
    /// Something that a tree of the request may turn out to name and that is not whole.
    enum Problem {
        /// A tree that does not parse to its end.
        case corrupt(tree: Int)
        /// An object that is not there or was not read.
        case lost(number: Int)
        /// An object of another kind than an entry says; a tree or not.
        case mismatch(number: Int, isTree: Bool)
    }

    /// How many problems are looked into one by one.
    static let maxProblems = 2000

    /// What is wrong with the objects, the first `maxProblems` by id, and how many more there are.
    func problems() -> (listed: [Problem], omittedCount: Int) {
        var all: [(id: ObjectID, problem: Problem)] = []
        for tree in trees.corrupt {
            all.append((id(ofTree: Int(tree)), .corrupt(tree: Int(tree))))
        }
        for (position, id) in missing.enumerated() {
            all.append((id, .lost(number: catalog.count + position)))
        }
        for number in failures.keys { all.append((catalog.id(of: number), .lost(number: number))) }
        all += mismatches()
        all.sort { $0.id < $1.id }
        let listed = all.prefix(HistoryMap.maxProblems).map(\.problem)
        return (listed, all.count - listed.count)
    }

    /// Trees with names that git would refuse, the first `maxProblems` by id.
    func irregularTrees() -> [Int] {
        trees.irregular.map { (id: id(ofTree: Int($0)), tree: Int($0)) }
            .sorted { $0.id < $1.id }.prefix(HistoryMap.maxProblems).map(\.tree)
    }

    func id(ofTree tree: Int) -> ObjectID { id(of: Int(trees.numbers[tree])) }

    private func mismatches() -> [(id: ObjectID, problem: Problem)] {
        var seen: Set<Int> = []
        var found: [(id: ObjectID, problem: Problem)] = []
        for novel in trees.children.indices {
            let kind = trees.kinds[novel]
            let child = Int(trees.children[novel])
            guard kind != TreeRopes.Kind.gitlink, child < catalog.count else { continue }
            let isTree = kind == TreeRopes.Kind.tree
            let recorded = recordedKind(of: child)
            guard isTree ? recorded != .tree : recorded != nil else { continue }
            // What was not read at all is lost, whatever it is.
            if failures[child] != nil { continue }
            if seen.insert(child << 1 | (isTree ? 1 : 0)).inserted {
                found.append((id(of: child), .mismatch(number: child, isTree: isTree)))
            }
        }
        return found
    }
}
