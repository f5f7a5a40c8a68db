import ScanModel

/// Tells what a sweep recorded, and reads what it did not meet: that gives the error its words.
struct MapSource: HistorySource {
    let map: HistoryMap
    private let reader: ReaderSource

    init(_ map: HistoryMap, _ repository: GitRepository) {
        self.map = map
        reader = ReaderSource(repository)
    }

    func links(ofCommit id: ObjectID) throws(GitError) -> CommitLinks {
        guard let number = map.catalog.number(of: id) else {
            return try reader.links(ofCommit: id)
        }
        if let links = map.links(ofCommit: number) { return links }
        if let failure = map.failures[number] { throw failure }
        return try reader.links(ofCommit: id)
    }

    func kind(of id: ObjectID) throws(GitError) -> ObjectKind {
        guard let number = map.catalog.number(of: id) else { return try reader.kind(of: id) }
        if let kind = map.recordedKind(of: number) { return kind }
        if let failure = map.failures[number] { throw failure }
        return try reader.kind(of: id)
    }

    func target(ofTag id: ObjectID) throws(GitError) -> ObjectID {
        if let number = map.catalog.number(of: id) {
            if let target = map.target(ofTag: number) { return target }
            if let failure = map.failures[number] { throw failure }
        }
        return try reader.target(ofTag: id)
    }
}
