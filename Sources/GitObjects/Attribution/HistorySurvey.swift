package import ScanModel

/// What a request for whole histories reaches, and where the objects stand that were asked about.
package struct HistorySurvey: Sendable {
    /// How many paths are listed for one object.
    package static let maxPaths = 64

    /// Where one object stands.
    package struct Place: Hashable, Sendable {
        package let id: ObjectID
        /// Distinct paths, sorted by their bytes, at most `maxPaths`; empty when no tree that the
        /// request reaches names it. Bytes that are not UTF-8 are replaced.
        package let paths: [String]
        /// Paths beyond those.
        package let omittedPathCount: Int
        /// Whether the request is about the object.
        package let isReached: Bool
    }

    /// The objects that were asked about, in that order.
    package let places: [Place]
    /// Each commit and annotated tag that the request reaches, once.
    package let messages: [HistoryMessage]
    /// How many commits the request reaches.
    package let commitCount: Int
    /// What could not be read, and what the reader must know besides.
    package let notices: [GitNotice]

    let repository: GitRepository
    let map: HistoryMap
    let selection: CommitSelection
    let source: MapSource
    /// The search for the places, when it can serve again.
    let found: HeldSearch.Found?
}
