import ScanModel

/// What of a report goes into its SARIF form under a profile, and the notices of what does not.
struct SarifSelection {
    /// Indices into `ScanReport.findings`, in the order to write.
    let findings: [Int]
    /// Rules to list, sorted by id.
    let rules: [RuleDescriptor]
    /// Place of a rule in `rules`.
    let ruleIndices: [RuleID: Int]
    /// CWE numbers of the listed rules, sorted.
    let weaknesses: [Int]
    /// Place of a CWE number in `weaknesses`.
    let weaknessIndices: [Int: Int]
    /// The scan's notifications, then what was cut.
    let notices: [SarifNotice]
    /// Codes of `notices`, sorted.
    let noticeCodes: [String]
    /// Place of a code in `noticeCodes`.
    let noticeIndices: [String: Int]
    /// Whether any listed finding is suppressed.
    let hasSuppressed: Bool

    /// Chooses by the limits of `profile`.
    init(_ report: ScanReport, profile: SarifProfile) {
        let all = report.findings
        var cuts: [SarifNotice] = []

        var chosen = Array(all.indices)
        if profile.leavesOutSuppressed {
            chosen.removeAll { all[$0].suppression != nil }
            let count = all.count - chosen.count
            if count > 0 {
                cuts.append(
                    SarifNotice(
                        cut: "sarif.suppressed-left-out",
                        "\(DecimalGrouping.counted(count, "suppressed finding")) left out, because "
                            + "\(profile.serviceName) would open alerts for them; the json report "
                            + "lists all."))
            }
        }
        if profile.sortsBySeverity {
            chosen.sort { left, right in
                let (one, other) = (all[left], all[right])
                if one.severity != other.severity { return one.severity > other.severity }
                if one.confidence != other.confidence { return one.confidence > other.confidence }
                return left < right
            }
        }
        if chosen.count > profile.maxResults {
            cuts.append(
                SarifNotice(
                    cut: "sarif.results-cut",
                    "Only the gravest \(DecimalGrouping.text(profile.maxResults)) of "
                        + "\(DecimalGrouping.text(chosen.count)) findings are listed, as "
                        + "\(profile.serviceName) keeps no more; the json report lists all."))
            chosen.removeSubrange(profile.maxResults...)
        }
        findings = chosen
        hasSuppressed = chosen.contains { all[$0].suppression != nil }

        rules = Array(report.rules.prefix(profile.maxRules))
        if rules.count < report.rules.count {
            cuts.append(
                SarifNotice(
                    cut: "sarif.rules-cut",
                    "Only the first \(DecimalGrouping.text(rules.count)) of "
                        + "\(DecimalGrouping.text(report.rules.count)) rules are described, as "
                        + "\(profile.serviceName) takes no more."))
        }
        let cutTags = rules.count { SarifRule.tags($0).count > profile.maxTags }
        if cutTags > 0 {
            cuts.append(
                SarifNotice(
                    cut: "sarif.tags-cut",
                    "\(DecimalGrouping.counted(cutTags, "rule")) shown with the first "
                        + "\(profile.maxTags) tags only, as \(profile.serviceName) takes no more."))
        }
        let cutPlaces = chosen.count {
            max(all[$0].related.count, all[$0].others.count) > profile.maxRelatedLocations
        }
        if cutPlaces > 0 {
            cuts.append(
                SarifNotice(
                    cut: "sarif.related-locations-cut",
                    "\(DecimalGrouping.counted(cutPlaces, "finding")) listed with the first "
                        + "\(profile.maxRelatedLocations) further places only, to stay within "
                        + "the 10 MB that an upload may have; the json report lists more."))
        }
        ruleIndices = SarifSelection.places(rules.map(\.id))
        weaknesses = Array(Set(rules.flatMap(\.cwe))).sorted()
        weaknessIndices = SarifSelection.places(weaknesses)

        var kept = report.notifications[...]
        if kept.count > profile.maxNotifications {
            // What was not read counts more than remarks.
            let ordered =
                kept.filter(\.isIncomplete) + kept.filter { !$0.isIncomplete }
            cuts.append(
                SarifNotice(
                    cut: "sarif.notifications-cut",
                    "Only \(DecimalGrouping.text(profile.maxNotifications)) of "
                        + "\(DecimalGrouping.text(kept.count)) notifications are listed; the json "
                        + "report lists all."))
            kept = ordered.prefix(profile.maxNotifications)
        }
        notices = kept.map(SarifNotice.init) + cuts
        noticeCodes = Array(Set(notices.map(\.code))).sorted()
        noticeIndices = SarifSelection.places(noticeCodes)
    }

    private static func places<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
        Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }
}
