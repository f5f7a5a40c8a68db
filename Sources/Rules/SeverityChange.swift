package import ScanModel

/// A severity that holds from a date on.
package struct SeverityChange: Hashable, Sendable {
    package var from: CalendarDate
    package var severity: Severity

    package init(from: CalendarDate, severity: Severity) {
        self.from = from
        self.severity = severity
    }
}
