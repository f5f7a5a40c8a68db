import Foundation

/// A `json` report as a test looks at it.
struct ParsedReport {
    private let root: [String: Any]

    init(_ data: Data) throws {
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    var findings: [[String: Any]] { root["findings"] as? [[String: Any]] ?? [] }
    var notifications: [[String: Any]] { root["notifications"] as? [[String: Any]] ?? [] }

    /// Rule ids of the findings, in order.
    var rules: [String] { findings.compactMap { $0["rule"] as? String } }
    /// Paths of the findings, in order.
    var paths: [String] { locations.compactMap { $0["path"] as? String } }
    /// Sources of the findings, in order.
    var sources: [String] { locations.compactMap { $0["source"] as? String } }
    var locations: [[String: Any]] { findings.compactMap { $0["location"] as? [String: Any] } }
    /// Codes of the notifications, in order.
    var codes: [String] { notifications.compactMap { $0["code"] as? String } }
    /// Codes of those that make the scan incomplete.
    var gaps: [String] {
        notifications.filter { $0["incomplete"] as? Bool == true }
            .compactMap { $0["code"] as? String }
    }
    /// The words of all notifications.
    var messages: String {
        notifications.map { "\($0["path"] ?? "") \($0["message"] ?? "")" }.joined(separator: "\n")
    }
    /// The numbers of the object ledger.
    var objects: [String: Int]? {
        let statistics = (root["summary"] as? [String: Any])?["statistics"] as? [String: Any]
        return (statistics?["objects"] as? [String: Any])?.compactMapValues { $0 as? Int }
    }
    var isComplete: Bool {
        ((root["summary"] as? [String: Any])?["verdict"] as? [String: Any])?["complete"] as? Bool
            ?? false
    }
}
