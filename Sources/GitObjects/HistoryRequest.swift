package import ScanModel

/// Which part of a repository's history to take.
package struct HistoryRequest: Hashable, Sendable {
    /// Every object of the database, reachable or not.
    package var includesUnreachable = false
    /// `A..B`: the commits reachable from B and not from A; either side empty means HEAD.
    package var range: String?
    /// Only commits committed at this time or later, by the time they claim themselves.
    package var since: Timestamp?
    /// Only what these revisions reach; empty means all refs, HEAD, reflogs and the stash.
    package var refs: [String] = []

    package init(
        includesUnreachable: Bool = false, range: String? = nil, since: Timestamp? = nil,
        refs: [String] = []
    ) {
        self.includesUnreachable = includesUnreachable
        self.range = range
        self.since = since
        self.refs = refs
    }
}
