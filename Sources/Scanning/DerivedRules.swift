package import ScanModel

/// Rules without a pattern: they look at the findings of a whole scan.
package enum DerivedRules {
    /// In the order of their ids.
    package static let all = [sharedSecrets]

    /// `secret.shared-between-environments`.
    static let sharedSecrets = SharedSecrets.descriptor
}

extension RuleDescriptor {
    /// Whether the rule answers to a name given to `--select` or `--ignore`, as `Rule` does.
    package func answers(to name: String) -> Bool {
        name == id.rawValue || name == id.family || name == id.family + ".*"
            || name == kind.rawValue || tags.contains(name)
    }
}
