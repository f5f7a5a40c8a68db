internal import ScanModel

/// Lists of globs held against the paths of one blob, each list at most once a path.
///
/// Many rules share a list, and most lists never come to be asked, so a list is compiled when a
/// rule first needs it. Belongs to one thread.
struct PathGlobs {
    private struct List {
        let sources: [String]
        var globs: [GlobPattern]?
        /// For each path of the blob whether a glob covers it; `nil` until asked.
        var answers: [Bool?] = []
        var epoch = 0
    }

    private var lists: [List] = []
    private var indexes: [[String]: Int] = [:]

    /// The index of a list for `covers`; `nil` for an empty one.
    mutating func index(of sources: [String]) -> Int? {
        guard !sources.isEmpty else { return nil }
        if let known = indexes[sources] { return known }
        indexes[sources] = lists.count
        lists.append(List(sources: sources))
        return lists.count - 1
    }

    /// Whether a glob of the list covers the path.
    ///
    /// - Parameter epoch: a number of the blob's, not 0 and never the same for two blobs.
    mutating func covers(_ list: Int, path: Int, of paths: [String], epoch: Int) -> Bool {
        if lists[list].epoch != epoch {
            lists[list].epoch = epoch
            lists[list].answers = Array(repeating: nil, count: paths.count)
        }
        if let known = lists[list].answers[path] { return known }
        if lists[list].globs == nil {
            // Rule files with malformed globs are refused when they are read.
            lists[list].globs = lists[list].sources.compactMap { try? GlobPattern($0) }
        }
        let answer = lists[list].globs?.contains { $0.matches(paths[path]) } ?? false
        lists[list].answers[path] = answer
        return answer
    }
}
