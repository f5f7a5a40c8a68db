package import Detection
internal import Rules
internal import ScanModel

/// Runs the path from a source to a report, on all cores and within the limits.
///
/// Enters: a detector and options; each command is an extension of its own. Leaves: a `ScanReport`.
package struct ScanSession: Sendable {
    let detector: Detector
    let options: ScanOptions
    /// For each rule whether it is selected. The others run all the same: their hits are masked.
    let isActive: [Bool]

    /// - Throws: `.unknownRule` when a selection names nothing.
    package init(detector: Detector, options: ScanOptions) throws(ScanError) {
        self.detector = detector
        self.options = options
        let rules = detector.ruleSet.rules
        for name in options.select + options.ignore
        where !rules.contains(where: { $0.answers(to: name) })
            && !DerivedRules.all.contains(where: { $0.answers(to: name) })
        {
            throw ScanError(
                .unknownRule,
                "no rule, family or tag is called \(name); `portcullis rules list` shows them")
        }
        guard !options.select.isEmpty || !options.ignore.isEmpty else {
            isActive = Array(repeating: true, count: rules.count)
            return
        }
        isActive = rules.map { rule in
            (options.select.isEmpty || options.select.contains { rule.answers(to: $0) })
                && !options.ignore.contains { rule.answers(to: $0) }
        }
    }

    /// Whether a rule that looks at findings instead of texts is selected.
    func isActive(_ rule: RuleDescriptor) -> Bool {
        (options.select.isEmpty || options.select.contains { rule.answers(to: $0) })
            && !options.ignore.contains { rule.answers(to: $0) }
    }

    /// How many rules are selected.
    var activeRuleCount: Int { isActive.count { $0 } + DerivedRules.all.count { isActive($0) } }

    /// Whether the user excluded a path from being reported on.
    func isExcluded(_ path: String) -> Bool { options.exclude.contains { $0.matches(path) } }
}
