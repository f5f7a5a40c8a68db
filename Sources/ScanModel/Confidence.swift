/// How likely it is that a finding is what its rule says. Low ones are shown and do not block.
package enum Confidence: Int, Comparable, CaseIterable, Sendable {
    case low
    case medium
    case high

    /// The word used on the command line, in rule files and in reports.
    package var word: String {
        switch self {
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        }
    }

    /// Reads the word back; `nil` for any other text.
    package init?(word: some StringProtocol) {
        guard let match = Confidence.allCases.first(where: { $0.word == word }) else { return nil }
        self = match
    }

    package static func < (left: Confidence, right: Confidence) -> Bool {
        left.rawValue < right.rawValue
    }
}
