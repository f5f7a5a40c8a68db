import ScanModel

extension ScanNotification.Level {
    /// The word used in reports; SARIF has the same three.
    var word: String {
        switch self {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
