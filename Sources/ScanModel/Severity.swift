/// How much harm a finding can do, from `info` (never blocks) to `critical`.
package enum Severity: Int, Comparable, CaseIterable, Sendable {
    case info
    case low
    case medium
    case high
    case critical

    /// The word used on the command line, in rule files and in reports.
    package var word: String {
        switch self {
        case .info: "info"
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .critical: "critical"
        }
    }

    /// Reads the word back; `nil` for any other text.
    package init?(word: some StringProtocol) {
        guard let match = Severity.allCases.first(where: { $0.word == word }) else { return nil }
        self = match
    }

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }
}
