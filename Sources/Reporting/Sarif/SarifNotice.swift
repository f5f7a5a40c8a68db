import ScanModel

/// A notification as SARIF lists it: one of the scan's, or one about what a profile cut.
struct SarifNotice {
    let code: String
    let level: ScanNotification.Level
    let message: String
    let path: String?
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
