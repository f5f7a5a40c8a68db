import ScanModel

/// A notification as SARIF lists it: one of the scan's, or one about what a profile cut.
struct SarifNotice {
    /// Stable kebab-case name.
    let code: String
    /// How serious it is.
    let level: ScanNotification.Level
    /// What happened and what to do.
    let message: String
    /// The place it concerns.
    let path: String?
    /// Whether the scan did not see all it was asked to see.
    let isIncomplete: Bool

    /// Repeats a notification of the scan.
    init(_ notification: ScanNotification) {
        code = notification.code
        level = notification.level
        message = notification.message.text
        path = notification.path?.text
        isIncomplete = notification.isIncomplete
    }

    /// Says what the report leaves out; the scan itself was complete.
    init(cut code: String, _ message: String) {
        self.code = code
        level = .warning
        self.message = message
        path = nil
        isIncomplete = false
    }
}
