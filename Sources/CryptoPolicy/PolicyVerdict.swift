package import ScanModel

/// What a policy says of one use at one date.
package struct PolicyVerdict: Sendable {
    package let status: PolicyStatus
    /// Since when, where a date decided.
    package let since: CalendarDate?
    package let reason: String
    /// The document that says so; empty where none does.
    package let document: String
    /// The entry that decided.
    package let entry: PolicyEntry?

    init(
        status: PolicyStatus, since: CalendarDate?, reason: String, document: String,
        entry: PolicyEntry?
    ) {
        self.status = status
        self.since = since
        self.reason = reason
        self.document = document
        self.entry = entry
    }

    /// The status with its date: `disallowed since 2014-01-01`.
    package var words: String {
        since.map { "\(status.rawValue) since \($0)" } ?? status.rawValue
    }
}
