internal import Detection
internal import EmbeddedRules

/// The program's version and the digest of the rules built into it.
enum ToolVersion {
    /// Semantic version.
    static let number = "0.1.0"

    /// For `--version`: `0.1.0 (rules 0123456789abcdef, 345)`.
    static var description: String {
        // The parser asks at every start, and the digest takes a millisecond.
        guard CommandLine.arguments.contains("--version") else { return number }
        return "\(number) (rules \(RuleSetDigest.hex(ofEmbedded: EmbeddedRules.matching)), "
            + "\(EmbeddedRules.count))"
    }
}
