internal import Rules
package import ScanModel

/// What a report of a repository in one state is made of. Redacted, as reports are.
package struct CachedReport: Sendable {
    package let findings: [Finding]
    package let notifications: [ScanNotification]
    package let statistics: ScanStatistics

    package init(
        findings: [Finding], notifications: [ScanNotification], statistics: ScanStatistics
    ) {
        self.findings = findings
        self.notifications = notifications
        self.statistics = statistics
    }
}

extension Detector {
    /// The file that keeps a report; `nil` for findings of other rules than the detector's.
    package func file(of report: CachedReport, as key: CacheKey) -> [UInt8]? {
        var encoder = CacheEncoder()
        encoder.add(report.statistics)
        encoder.add(list: report.notifications) { $0.add($1) }
        encoder.add(report.findings.count)
        for finding in report.findings {
            guard let rule = ruleSet.index(of: finding.ruleID),
                finding.kind == ruleSet.rules[rule].kind
            else { return nil }
            encoder.add(rule)
            encoder.add(finding)
        }
        return sealed(encoder.bytes, as: key)
    }

    /// The report that a file keeps; `nil` when it is not whole, or not one of that key.
    ///
    /// - Parameter message: what the rule of an index finds, in a sentence.
    package func report(
        in file: [UInt8], as key: CacheKey, message: (_ rule: Int) -> String
    ) -> CachedReport? {
        guard let content = unsealed(file, as: key) else { return nil }
        do throws(CacheFault) {
            var decoder = try CacheDecoder(content)
            let statistics = try decoder.statistics()
            let notifications = try decoder.list { d throws(CacheFault) in
                try d.notification()
            }
            var findings: [Finding] = []
            for _ in 0..<(try decoder.count()) {
                let rule = try decoder.int(upTo: ruleSet.rules.count - 1)
                findings.append(try decoder.finding(of: ruleSet.rules[rule], message(rule)))
            }
            try decoder.expectEnd()
            return CachedReport(
                findings: findings, notifications: notifications, statistics: statistics)
        } catch {
            return nil
        }
    }
}
