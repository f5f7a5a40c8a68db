import ScanModel

/// The commits, tags and loose-standing trees and blobs that a request is about.
struct CommitSelection {
    var graph: CommitGraph
    var ledger = NoticeLedger()
    /// Numbers of the selected commits in `graph`.
    private(set) var commits: [Int] = []
    /// Annotated tags, each once.
    private(set) var tags: [ObjectID] = []
    /// Trees that a ref or tag names directly.
    private(set) var trees: [ObjectID] = []
    /// Blobs that a ref or tag names directly.
    private(set) var blobs: [ObjectID] = []
    /// Whether everything that the commits hold is asked for, not only what they add.
    let isWhole: Bool

    private let repository: GitRepository
    private let source: any HistorySource
    private var seenTags: Set<ObjectID> = []
    private var seenOthers: Set<ObjectID> = []

    /// - Throws: `badRevision`.
    init(
        _ repository: GitRepository, _ request: HistoryRequest,
        source: (any HistorySource)? = nil, progress: (@Sendable (Int) -> Void)?
    ) throws(GitError) {
        self.repository = repository
        self.source = source ?? ReaderSource(repository)
        graph = CommitGraph(repository, source: source)
        isWhole = request.range == nil && request.since == nil
        if let range = request.range {
            try select(range: range, progress: progress)
        } else if request.refs.isEmpty {
            selectEverything()
            takeAll(progress: progress)
        } else {
            for ref in request.refs { add(try repository.resolve(ref), name: ref) }
            takeAll(progress: progress)
        }
        if let since = request.since {
            let seconds = since.secondsSince1970
            commits = commits.filter { graph.nodes[$0].seconds >= seconds }
            tags = tags.filter {
                // A tag without a date or that cannot be read is not left out.
                guard let tag = try? repository.tagDetails($0), let tagger = tag.tagger else {
                    return true
                }
                return tagger.time.secondsSince1970 >= seconds
            }
        }
        noteShallow()
    }

    /// Adds a commit that nothing reaches.
    mutating func addUnreachable(commit id: ObjectID) { _ = graph.node(id) }

    /// Adds a tag and what it names.
    mutating func add(tag id: ObjectID) { add(id, name: "the object database") }

    /// Selects every commit that the ones read so far reach.
    mutating func takeAll(progress: (@Sendable (Int) -> Void)?) {
        graph.readAll(progress: progress)
        commits = Array(graph.nodes.indices)
    }

    private mutating func selectEverything() {
        for tip in repository.refStore.refs(&ledger) { add(tip.id, name: tip.name) }
        for tip in repository.refStore.reflogTips(&ledger) {
            guard repository.reader.contains(tip.id) else {
                // Nothing is left to read: the reflog merely remembers the name.
                ledger.add(
                    GitNotice(
                        .reflogPruned,
                        "The reflog \(tip.name) names \(tip.id), which has been pruned.",
                        path: tip.name, objectID: tip.id, isIncomplete: false))
                continue
            }
            add(tip.id, name: tip.name)
        }
    }

    private mutating func select(range: String, progress: (@Sendable (Int) -> Void)?)
        throws(GitError)
    {
        guard let dots = range.firstRange(of: ".."), !range[dots.upperBound...].hasPrefix(".")
        else {
            throw GitError(
                .badRevision,
                "\(range) is not a range: write A..B for the commits of B that A does not have.")
        }
        let from = range[..<dots.lowerBound]
        let to = range[dots.upperBound...]
        guard !(from.isEmpty && to.isEmpty) else {
            throw GitError(.badRevision, "\(range) is not a range: write A..B.")
        }
        let base = try repository.resolveCommit(from.isEmpty ? "HEAD" : String(from))
        let head = try repository.resolveCommit(to.isEmpty ? "HEAD" : String(to))
        let nodes = [base, head].map { graph.node($0) }
        // Either is named by the user: when it cannot be read there is nothing to judge.
        guard let baseNode = nodes[0], let headNode = nodes[1] else {
            _ = try repository.commitDetails(base)
            _ = try repository.commitDetails(head)
            throw GitError(.corruptObject, "The ends of the range \(range) cannot be read.")
        }
        let difference = graph.difference(
            bases: [baseNode], heads: [headNode], progress: progress)
        commits = difference.commits
    }

    /// Follows a tip through tags to what it names.
    private mutating func add(_ start: ObjectID, name: String) {
        var id = start
        while true {
            do throws(GitError) {
                switch try source.kind(of: id) {
                case .commit:
                    _ = graph.node(id)
                    return
                case .tree:
                    if seenOthers.insert(id).inserted { trees.append(id) }
                    return
                case .blob:
                    if seenOthers.insert(id).inserted { blobs.append(id) }
                    return
                case .tag:
                    guard seenTags.insert(id).inserted else { return }
                    tags.append(id)
                    id = try source.target(ofTag: id)
                }
            } catch {
                ledger.add(GitNotice(unreadable: error, objectID: id, path: name))
                return
            }
        }
    }

    private mutating func noteShallow() {
        guard commits.contains(where: { graph.nodes[$0].isShallowBoundary }) else { return }
        ledger.add(
            GitNotice(
                .shallow,
                "This is a shallow clone: commits before its boundary were not read. "
                    + "`git fetch --unshallow` brings them.",
                isIncomplete: true))
    }
}
