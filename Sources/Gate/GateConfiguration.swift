package import Documents
package import ScanModel

/// What `.portcullis.yml` says. Where a change is judged it is read from the merge base, so that
/// the change cannot loosen its own gate.
package struct GateConfiguration: Sendable {
    /// Rule ids, families or tags; empty selects all.
    package var select: [String] = []
    package var ignore: [String] = []
    /// Globs of paths that are not reported on.
    package var exclude: [GlobPattern] = []
    package var failOn: Severity?
    package var failOnConfidence: Confidence?
    /// Folders of further rules, relative to the configuration's folder.
    package var rules: [String] = []
    package var maxFileSize: Int?
    package var inlineSuppressions: InlineTrust = .afterMerge

    /// When a suppression that a change adds to a source file begins to count.
    package enum InlineTrust: String, Sendable {
        /// Once it stands at the merge base.
        case afterMerge = "after-merge"
        /// At once.
        case atOnce = "at-once"
    }

    /// The file's name at the top of a repository.
    package static let fileName = ".portcullis.yml"

    package init() {}

    /// Reads a configuration.
    ///
    /// - Throws: with position and what was expected.
    package static func read(_ bytes: [UInt8]) throws(DocumentError) -> GateConfiguration {
        let map = try MappingReader(
            try YAMLReader.read(bytes),
            keys: [
                "select", "ignore", "exclude", "fail-on", "fail-on-confidence", "rules",
                "max-file-size", "inline-suppressions",
            ])
        var configuration = GateConfiguration()
        configuration.select = try map.texts("select")
        configuration.ignore = try map.texts("ignore")
        configuration.rules = try map.texts("rules")
        for glob in try map.texts("exclude") {
            do {
                configuration.exclude.append(try GlobPattern(glob))
            } catch {
                throw DocumentError(.syntax, at: map.position(of: "exclude"), error.description)
            }
        }
        if let word = try map.text("fail-on") {
            guard let severity = Severity(word: word) else {
                throw DocumentError(
                    .syntax, at: map.position(of: "fail-on"),
                    "`fail-on` must be info, low, medium, high or critical")
            }
            configuration.failOn = severity
        }
        if let word = try map.text("fail-on-confidence") {
            guard let confidence = Confidence(word: word) else {
                throw DocumentError(
                    .syntax, at: map.position(of: "fail-on-confidence"),
                    "`fail-on-confidence` must be low, medium or high")
            }
            configuration.failOnConfidence = confidence
        }
        if let text = try map.text("max-file-size") {
            guard let size = ByteCount.parse(text) else {
                throw DocumentError(
                    .syntax, at: map.position(of: "max-file-size"),
                    "`max-file-size` must be a size such as 50MB")
            }
            configuration.maxFileSize = size
        }
        if let word = try map.text("inline-suppressions") {
            guard let trust = InlineTrust(rawValue: word) else {
                throw DocumentError(
                    .syntax, at: map.position(of: "inline-suppressions"),
                    "`inline-suppressions` must be after-merge or at-once")
            }
            configuration.inlineSuppressions = trust
        }
        return configuration
    }
}
