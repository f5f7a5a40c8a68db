/// Whose limits a SARIF report keeps.
///
/// - Source: docs.github.com, "SARIF results exceed limits": 25,000 results a run are accepted and
///   the top 5,000 kept, 25,000 rules, 20 tags a rule of which 10 show, 1,000 locations a result
///   of which 100 show; an upload may have 10 MB after gzip. GitLab's ingestion of SARIF (work
///   item 452042) refuses results without rule or physical location and states no count, so the
///   same bounds hold for it.
package enum SarifProfile: String, CaseIterable, Sendable {
    /// Everything.
    case standard
    /// GitHub code scanning.
    case github
    /// GitLab security reports.
    case gitlab

    /// Results kept, gravest first.
    var maxResults: Int { self == .standard ? .max : 5_000 }
    /// Rules listed.
    var maxRules: Int { self == .standard ? .max : 25_000 }
    /// Tags kept of a rule.
    var maxTags: Int { self == .standard ? .max : 20 }
    /// Related locations kept of a result; more would carry the file over 10 MB.
    var maxRelatedLocations: Int { self == .standard ? .max : 10 }
    /// Notifications listed.
    var maxNotifications: Int { self == .standard ? .max : 1_000 }
    /// Whether results are ordered by severity instead of place.
    var sortsBySeverity: Bool { self != .standard }
    /// Whether suppressed findings are left out: both services ignore `suppressions` and would
    /// open an alert for what the team has accepted.
    var leavesOutSuppressed: Bool { self != .standard }
    /// Name of the service in notifications.
    var serviceName: String {
        switch self {
        case .standard: "SARIF"
        case .github: "GitHub"
        case .gitlab: "GitLab"
        }
    }
}
