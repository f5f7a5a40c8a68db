/// The stable name of a rule, `family.kebab-case`, such as `github.personal-access-token`.
package struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The whole id.
    package let rawValue: String

    /// Wraps an id; `RuleFileReader` and `portcullis rules check` judge its form.
    package init(_ rawValue: String) { self.rawValue = rawValue }

    /// The part before the first dot: the provider or topic.
    package var family: Substring { rawValue.prefix { $0 != "." } }

    package var description: String { rawValue }

    package static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }
}
