internal import Detection
internal import EmbeddedRules
internal import ScanModel

/// Masks secrets in messages that are printed outside of reports, by the embedded rules.
///
/// Made once for a message of many lines: the rules are decoded for it.
struct MessageRedactor {
    private static let detector = try? Detector(
        ruleSet: try RuleLoader.builtIn(), storedDatabase: EmbeddedRules.literalDatabase,
        key: .builtIn, date: CalendarDate(secondsSince1970: 0), limits: ScanLimits())

    private let redactor = MessageRedactor.detector.flatMap { try? TextRedactor(detector: $0) }

    /// The text with secrets masked; withheld when the rules cannot be loaded.
    func redact(_ text: String) -> RedactedText { redactor?.redact(text) ?? .withheld }
}
