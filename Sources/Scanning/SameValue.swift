internal import ScanModel

/// Makes one finding of a secret that stands in several places.
enum SameValue {
    private struct Key: Hashable {
        let rule: RuleID
        let fingerprint: Fingerprint
        let suppression: Suppression?
    }

    /// Joins secrets of one rule and value; suppressed places stay apart from those that block.
    ///
    /// Findings with a history are joined already. The place to show first is the first in report
    /// order; the gravest severity and the highest confidence count.
    static func joined(_ findings: [Finding]) -> [Finding] {
        var groups: [Key: [Int]] = [:]
        for (index, finding) in findings.enumerated() where isJoinable(finding) {
            let key = Key(
                rule: finding.ruleID, fingerprint: finding.fingerprint,
                suppression: finding.suppression)
            groups[key, default: []].append(index)
        }
        guard groups.contains(where: { $0.value.count > 1 }) else { return findings }
        var replaced: [Int: Finding] = [:]
        var dropped: Set<Int> = []
        for group in groups.values where group.count > 1 {
            let members = group.sorted {
                if Finding.reportOrder(findings[$0], findings[$1]) { return true }
                return !Finding.reportOrder(findings[$1], findings[$0]) && $0 < $1
            }
            replaced[members[0]] = one(of: members.map { findings[$0] })
            dropped.formUnion(members.dropFirst())
        }
        return findings.indices.compactMap { index in
            dropped.contains(index) ? nil : replaced[index] ?? findings[index]
        }
    }

    private static func isJoinable(_ finding: Finding) -> Bool {
        finding.kind == .secret && finding.history == nil
    }

    /// One finding of those of one value, in report order.
    private static func one(of members: [Finding]) -> Finding {
        let first = members[0]
        var places: Set<Location> = [first.primary]
        var others: [Location] = []
        for place in members.flatMap({ [$0.primary] + $0.others })
        where places.insert(place).inserted {
            others.append(place)
        }
        let listed = Array(others.prefix(Finding.maxOtherLocations))
        var evidence: [Evidence] = []
        var related: [RelatedLocation] = []
        for member in members {
            evidence += member.evidence.filter { !evidence.contains($0) }
            guard related.count < Finding.maxOtherLocations else { continue }
            related += member.related.filter { !related.contains($0) }
        }
        return first.changed(
            severity: members.map(\.severity).max(), confidence: members.map(\.confidence).max(),
            evidence: evidence, others: listed,
            omittedLocationCount: members.reduce(others.count - listed.count) {
                $0 + $1.omittedLocationCount
            }, related: related)
    }
}
