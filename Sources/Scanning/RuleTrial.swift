package import Detection
internal import Patterns
package import Rules
package import ScanModel

/// Tries one rule on one text and says why it reports what it does: `portcullis rules test`.
package struct RuleTrial {
    private let detector: Detector
    private let scanner: BlobScanner

    /// - Throws: `RuleError`, `PatternError`.
    package init(_ ruleSet: RuleSet, date: CalendarDate) throws {
        detector = try Detector(
            ruleSet: ruleSet, storedDatabase: nil, key: .builtIn, date: date, limits: ScanLimits())
        scanner = try detector.makeScanner()
    }

    /// What the rule of an index makes of a text, place by place.
    package func attempts(
        of rule: Int, in bytes: UnsafeRawBufferPointer, path: String
    ) -> [RuleAttempt] {
        scanner.attempts(
            of: rule, in: bytes, context: BlobContext(paths: [path], includesMisuse: true))
    }
}
