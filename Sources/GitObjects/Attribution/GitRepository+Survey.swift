package import ScanModel

extension GitRepository {
    /// Says what a request for whole histories reaches, and where some blobs stand that a sweep
    /// found to be worth it.
    ///
    /// What the sweep could not read, and what is named and not there, becomes an incomplete
    /// notice when the request reaches it.
    /// - Parameters:
    ///   - request: without a range or a date; those compare trees (`history`).
    ///   - reached: what `reach` said of the request.
    /// - Throws: `badRevision` for a ref that names nothing; `io`.
    package func survey(
        _ map: HistoryMap, _ reached: ReachedCommits, wanted: [ObjectID], request: HistoryRequest,
        progress: (@Sendable (Int) -> Void)? = nil
    ) throws(GitError) -> HistorySurvey {
        var selection = reached.selection
        if request.includesUnreachable {
            addUnreachable(map, to: &selection, progress: progress)
        }
        var findings = SurveyFindings(self, map, selection, request)
        findings.look(for: wanted)
        var ledger = selection.ledger
        ledger.add(contentsOf: selection.graph.ledger.notices)
        ledger.add(contentsOf: findings.ledger.notices)
        let messages =
            selection.commits.map {
                HistoryMessage(id: selection.graph.nodes[$0].id, kind: .commit)
            } + selection.tags.map { HistoryMessage(id: $0, kind: .tag) }
        return HistorySurvey(
            places: findings.places, messages: messages, commitCount: selection.commits.count,
            notices: ledger.notices, repository: self, map: map, selection: selection,
            source: MapSource(map, self), found: request.includesUnreachable ? nil : findings.found)
    }

    /// Says which commits and tags a request for whole histories reaches.
    ///
    /// - Parameter map: trees need not be in it.
    /// - Throws: `badRevision` for a ref that names nothing; `io`.
    package func reach(
        _ map: HistoryMap, _ request: HistoryRequest, progress: (@Sendable (Int) -> Void)? = nil
    ) throws(GitError) -> ReachedCommits {
        var whole = request
        whole.range = nil
        whole.since = nil
        return ReachedCommits(
            selection: try CommitSelection(
                self, whole, source: MapSource(map, self), progress: progress))
    }

    private func addUnreachable(
        _ map: HistoryMap, to selection: inout CommitSelection,
        progress: (@Sendable (Int) -> Void)?
    ) {
        let commits = (map.commits.numbers + map.commits.corrupt).map { map.id(of: Int($0)) }
        for id in commits.sorted() where selection.graph.known(id) == nil {
            selection.addUnreachable(commit: id)
        }
        let tags = (map.tags.numbers + map.tags.corrupt).map { map.id(of: Int($0)) }
        for id in tags.sorted() { selection.add(tag: id) }
        selection.takeAll(progress: progress)
    }
}
