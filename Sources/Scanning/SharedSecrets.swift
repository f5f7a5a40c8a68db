internal import ScanModel

/// Finds secrets that several environments share: who breaks into the least guarded one has them all.
enum SharedSecrets {
    /// The id of what it finds.
    static let ruleID = RuleID("secret.shared-between-environments")

    /// What reports say of it.
    static let descriptor = RuleDescriptor(
        id: ruleID, name: "Secret shared between environments",
        finds: "The same secret where different environments are set up.",
        why: "Development and staging are guarded less than production; whoever reads the secret "
            + "there has it for production as well.",
        remediation: "Give each environment a secret of its own, and replace the one that was "
            + "shared.",
        severity: .medium, confidence: .medium, kind: .secret, tags: ["environment"],
        cwe: [1188, 798], references: ["https://cwe.mitre.org/data/definitions/1188.html"])

    /// A finding for each secret of at least medium confidence in the settings of two environments
    /// or more.
    static func findings(_ findings: [Finding]) -> [Finding] {
        findings.compactMap { finding in
            guard finding.kind == .secret, finding.ruleID != ruleID, finding.suppression == nil,
                finding.confidence >= .medium, finding.standing != .refuted
            else { return nil }
            return shared(finding)
        }
    }

    private static func shared(_ finding: Finding) -> Finding? {
        var first: [EnvironmentName: Location] = [:]
        for place in [finding.primary] + finding.others {
            guard let name = EnvironmentName(path: place.provenance.path.text),
                first[name] == nil
            else { continue }
            first[name] = place
        }
        guard first.count > 1 else { return nil }
        let names = first.keys.sorted()
        let places = names.compactMap { name in first[name].map { (name, $0) } }
        guard let last = places.last else { return nil }
        return Finding(
            ruleID: ruleID, kind: .secret, severity: descriptor.severity,
            confidence: min(finding.confidence, descriptor.confidence), message: descriptor.finds,
            fingerprint: finding.fingerprint, preview: finding.preview,
            evidence: [
                Evidence(
                    .consistent,
                    "Rule \(finding.ruleID) finds it in the settings of "
                        + names.map(\.rawValue).joined(separator: " and ") + ".")
            ], primary: last.1,
            related: places.dropLast().map {
                RelatedLocation(kind: .environment, location: $0.1, message: $0.0.sentence)
            })
    }
}
