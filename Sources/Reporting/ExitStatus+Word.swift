import ScanModel

extension ExitStatus {
    /// What the status means, in one word.
    var word: String {
        switch self {
        case .clean: "clean"
        case .findings: "findings"
        case .usage: "usage"
        case .incomplete: "incomplete"
        }
    }
}
