/// Whether something may be used, best first; the raw value is the word in reports.
package enum PolicyStatus: String, CaseIterable, Sendable, Comparable {
    case approved
    /// For old data and peers alone.
    case legacy
    /// The policy says nothing, or only the program can tell what is used.
    case unknown
    /// Still allowed, with the risk accepted.
    case deprecated
    case disallowed

    private var rank: Int { PolicyStatus.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: PolicyStatus, right: PolicyStatus) -> Bool {
        left.rank < right.rank
    }
}
