/// All that a reporter needs: findings in report order, the ledger and the verdict.
package struct ScanReport: Sendable {
    /// `scan`, `history`, `diff`, `staged` or `log`.
    package let command: String
    /// Version of the program.
    package let toolVersion: String
    /// Digest over all rules in force, 16 hexadecimal digits.
    package let ruleSetDigest: String
    /// The clock of the scan.
    package let asOf: Timestamp
    /// How many rules were active.
    package let activeRuleCount: Int
    /// Descriptors of the active rules that a reporter may need, sorted by id: all of them, or
    /// those with findings.
    package let rules: [RuleDescriptor]
    /// Sorted by `Finding.reportOrder`.
    package let findings: [Finding]
    /// Sorted.
    package let notifications: [ScanNotification]
    package let statistics: ScanStatistics
    package let origin: RepositoryOrigin?
    package let verdict: Verdict

    package init(
        command: String, toolVersion: String, ruleSetDigest: String, asOf: Timestamp,
        activeRuleCount: Int, rules: [RuleDescriptor], findings: [Finding],
        notifications: [ScanNotification],
        statistics: ScanStatistics, origin: RepositoryOrigin?, verdict: Verdict
    ) {
        self.command = command
        self.toolVersion = toolVersion
        self.ruleSetDigest = ruleSetDigest
        self.asOf = asOf
        self.activeRuleCount = activeRuleCount
        self.rules = rules
        self.findings = findings
        self.notifications = notifications
        self.statistics = statistics
        self.origin = origin
        self.verdict = verdict
    }
}
