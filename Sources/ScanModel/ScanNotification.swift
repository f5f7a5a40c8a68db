/// Something the reader of a report must know that is not a finding: above all, what was not read.
package struct ScanNotification: Hashable, Comparable, Sendable {
    /// How serious it is.
    package enum Level: Int, Comparable, Sendable {
        case note
        case warning
        case error

        package static func < (left: Level, right: Level) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// Stable kebab-case name, such as `input.unreadable`.
    package let code: String
    package let level: Level
    /// What happened and what to do, redacted.
    package let message: RedactedText
    /// The place it concerns, redacted, if there is one.
    package let path: RedactedText?
    /// Whether it means that the scan did not see all it was asked to see: exit status 3.
    package let isIncomplete: Bool

    package init(
        code: String, level: Level, message: RedactedText, path: RedactedText? = nil,
        isIncomplete: Bool = false
    ) {
        self.code = code
        self.level = level
        self.message = message
        self.path = path
        self.isIncomplete = isIncomplete
    }

    package static func < (left: ScanNotification, right: ScanNotification) -> Bool {
        (left.path?.text ?? "", left.code, left.message, left.level)
            < (right.path?.text ?? "", right.code, right.message, right.level)
    }
}
