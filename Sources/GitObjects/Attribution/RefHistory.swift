import ScanModel

/// All commits that a request and the repository's refs reach, in order, and what the refs name.
struct RefHistory {
    /// A ref, by what it leads to.
    struct Ref {
        let name: String
        /// The commit's number in the graph.
        var commit: Int?
        var tags: [ObjectID] = []
        /// A tree or blob that it names directly.
        var other: ObjectID?
    }

    private(set) var graph: CommitGraph
    /// Numbers of all commits, parents first.
    let order: [Int]
    /// Commits with lower numbers are the request's own.
    let selectedCount: Int
    /// By number: whether HEAD reaches the commit.
    let isReachedByHead: [Bool]
    /// By number: whether any ref, HEAD, reflog or the stash reaches the commit.
    let isReachedByTip: [Bool]
    let head: Int?
    /// The refs without HEAD and reflogs: branches and tags sorted by name, then all others.
    let refs: [Ref]
    /// Trees, blobs and tags that any tip names or leads to.
    let namedObjects: Set<ObjectID>

    init(_ repository: GitRepository, _ selection: CommitSelection, _ source: any HistorySource) {
        var graph = selection.graph
        let selectedCount = graph.nodes.count
        var ledger = NoticeLedger()
        var refs: [Ref] = []
        var tips: [Int] = []
        var named: Set<ObjectID> = []
        let all = repository.refStore.refs(&ledger) + repository.refStore.reflogTips(&ledger)
        for tip in all {
            let ref = RefHistory.follow(tip, &graph, source)
            if let commit = ref.commit { tips.append(commit) }
            named.formUnion(ref.tags)
            if let other = ref.other { named.insert(other) }
            if !tip.isReflog, ref.name.hasPrefix("refs/") { refs.append(ref) }
        }
        let head = repository.info.headCommit.flatMap { graph.node($0) }
        graph.readAll(progress: nil)
        self.graph = graph
        self.selectedCount = selectedCount
        self.head = head
        order = graph.topologicalOrder(Array(graph.nodes.indices))
        isReachedByHead = graph.reachable(from: head.map { [$0] } ?? [])
        isReachedByTip = graph.reachable(from: tips)
        let isOther = { (name: String) in
            !["refs/heads/", "refs/remotes/", "refs/tags/"].contains { name.hasPrefix($0) }
        }
        let sorted = refs.sorted { $0.name < $1.name }
        self.refs = sorted.filter { !isOther($0.name) } + sorted.filter { isOther($0.name) }
        namedObjects = named
    }

    func isSelected(_ commit: Int) -> Bool { commit < selectedCount }

    private static func follow(
        _ tip: RefStore.Tip, _ graph: inout CommitGraph, _ source: any HistorySource
    ) -> Ref {
        var ref = Ref(name: tip.name)
        var id = tip.id
        while !ref.tags.contains(id), let kind = try? source.kind(of: id) {
            switch kind {
            case .commit:
                ref.commit = graph.node(id)
                return ref
            case .tree, .blob:
                ref.other = id
                return ref
            case .tag:
                ref.tags.append(id)
                guard ref.tags.count < 1024, let target = try? source.target(ofTag: id) else {
                    return ref
                }
                id = target
            }
        }
        return ref
    }
}
