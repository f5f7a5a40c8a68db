package import Rules
package import ScanModel

/// Holds the certificates of a whole scan against each other: one key under several subjects, two
/// keys under one serial number.
///
/// Enters: the certificates of each place, as they are found. Leaves: findings for those that stand
/// in different texts; what one text holds was found with it. The order of entry does not matter.
package struct CertificateTable {
    /// Most certificates that are kept.
    private static let maxEntries = 50_000
    /// Most certificates of one key or number that are told.
    private static let maxOfOne = 50

    private struct Entry {
        let trace: CertificateTrace
        let key: Fingerprint
        let location: Location
    }

    private var entries: [Entry] = []
    /// Whether there were more certificates than are held against each other.
    package private(set) var isCut = false

    package init() {}

    /// Whether there is nothing to hold against each other.
    package var isEmpty: Bool { entries.isEmpty }

    /// Takes the certificates among the traces of one place.
    package mutating func add(_ traces: [KeyTrace], in provenance: Provenance) {
        for trace in traces {
            guard let certificate = trace.certificate else { continue }
            guard entries.count < Self.maxEntries else {
                isCut = true
                return
            }
            entries.append(
                Entry(
                    trace: certificate, key: trace.digest,
                    location: Location(
                        provenance: provenance, region: trace.region, snippet: trace.snippet,
                        lineHash: "")))
        }
    }

    /// The findings of one check.
    ///
    /// - Parameters:
    ///   - message: what the rule finds, in a sentence.
    ///   - known: findings of the scan so far: none is made at a place of theirs.
    package func findings(
        of check: CertificateCheck, by rule: Rule, at date: CalendarDate, message: String,
        known: [Finding]
    ) -> [Finding] {
        let told = Set(known.lazy.filter { $0.ruleID == rule.id }.map(\.primary))
        var groups: [Fingerprint: [Entry]] = [:]
        for entry in entries {
            let group = check == .sharedKey ? entry.key : entry.trace.serial
            if let group { groups[group, default: []].append(entry) }
        }
        return groups.keys.sorted { $0.hex < $1.hex }.flatMap { group in
            findings(in: groups[group] ?? [], check, rule, date, message, told)
        }
    }

    private func findings(
        in group: [Entry], _ check: CertificateCheck, _ rule: Rule, _ date: CalendarDate,
        _ message: String, _ told: Set<Location>
    ) -> [Finding] {
        guard group.count > 1 else { return [] }
        let sorted = group.sorted {
            ($0.location.provenance.path, $0.location.region, $0.trace.whole.hex)
                < ($1.location.provenance.path, $1.location.region, $1.trace.whole.hex)
        }
        guard let first = sorted.first else { return [] }
        var known: Set<Fingerprint> = [first.trace.whole]
        var found: [Finding] = []
        for entry in sorted.dropFirst() where found.count < Self.maxOfOne {
            guard known.insert(entry.trace.whole).inserted,
                entry.location.provenance.path != first.location.provenance.path,
                !told.contains(where: { CertificateTable.isSamePlace($0, entry.location) })
            else { continue }
            if check == .sharedKey {
                guard entry.trace.subject != first.trace.subject,
                    !(entry.trace.isPlainAuthority && first.trace.isPlainAuthority)
                else { continue }
            } else if entry.key == first.key {
                continue
            }
            found.append(finding(entry, first, check, rule, date, message))
        }
        return found
    }

    private static func isSamePlace(_ left: Location, _ right: Location) -> Bool {
        left.provenance.path == right.provenance.path && left.region == right.region
    }

    private func finding(
        _ entry: Entry, _ first: Entry, _ check: CertificateCheck, _ rule: Rule,
        _ date: CalendarDate, _ message: String
    ) -> Finding {
        let place =
            "\(first.location.provenance.path.text):\(max(first.location.region.startLine, 1))"
        let sentence =
            check == .sharedKey
            ? "\(entry.trace.name) has the key of the one at \(place), whose subject is another."
            : "\(entry.trace.name) has issuer and serial number of the one at \(place), whose key "
                + "is another."
        return Finding(
            ruleID: rule.id, kind: rule.kind,
            severity: entry.trace.isAside ? .info : rule.severity(at: date),
            confidence: entry.trace.isAside ? .low : rule.confidence, message: message,
            fingerprint: entry.trace.whole, preview: RedactedText(redacted: ""),
            evidence: [Evidence(.proven, sentence)], primary: entry.location,
            related: [
                RelatedLocation(
                    kind: .publicHalf, location: first.location,
                    message: RedactedText(redacted: "The other certificate."))
            ])
    }
}
