internal import Detection
internal import Rules

/// The program's version and the digest of the rules built into it.
enum ToolVersion {
    /// Semantic version.
    static let number = "0.1.0"

    /// For `--version`: `0.1.0 (rules 0123456789abcdef, 345)`.
    static var description: String {
        guard let rules = try? RuleLoader.builtIn() else { return number }
        return "\(number) (rules \(RuleSetDigest.hex(of: rules.rules)), \(rules.rules.count))"
    }
}
