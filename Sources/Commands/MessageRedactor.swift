internal import Detection
internal import EmbeddedRules
internal import ScanModel

/// Masks secrets in messages that are printed outside of reports, by the embedded rules.
enum MessageRedactor {
    /// The message with secrets masked; withheld when the rules cannot be loaded.
    static func redact(_ message: String) -> RedactedText {
        do {
            let detector = try Detector(
                ruleSet: try RuleLoader.builtIn(),
                storedDatabase: EmbeddedRules.literalDatabase, key: .builtIn,
                date: CalendarDate(secondsSince1970: 0), limits: ScanLimits())
            return try TextRedactor(detector: detector).redact(message)
        } catch {
            return .withheld
        }
    }
}
