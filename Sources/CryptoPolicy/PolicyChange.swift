package import ScanModel

/// From when on something is deprecated or disallowed, and who says so.
package struct PolicyChange: Hashable, Sendable {
    /// The first day.
    package let from: CalendarDate
    /// The document and its section.
    package let document: String

    package init(from: CalendarDate, document: String) {
        self.from = from
        self.document = document
    }
}
