internal import Detection
internal import GitObjects
internal import ScanModel

/// What a scan of the shown objects found, by object, rule and value.
struct ShownFindings {
    private struct Key: Hashable {
        let object: ObjectID
        let rule: Int
        let fingerprint: Fingerprint
    }

    /// A finding and what its place is called.
    struct Shown {
        let finding: BlobFinding
        let kind: Provenance.Kind
    }

    private let repository: GitRepository
    private var findings: [Key: Shown] = [:]

    init(_ repository: GitRepository) { self.repository = repository }

    /// Takes in the findings of one object; of one value the first counts.
    mutating func add(_ blob: ScannedBlob) {
        let request = blob.request
        for found in blob.result.findings {
            let key = Key(object: request.id, rule: found.rule, fingerprint: found.fingerprint)
            guard findings[key] == nil else { continue }
            var shown = Shown(finding: found, kind: .gitBlob)
            if request.isMessage {
                let (moved, kind) = repository.place(
                    found, inMessage: request.id, kind: request.placeKind)
                shown = Shown(finding: moved, kind: kind)
            }
            findings[key] = shown
        }
    }

    /// The finding of a group's value in one of its objects.
    func finding(of group: OccurrenceTable.Group, in object: ObjectID) -> Shown? {
        findings[Key(object: object, rule: group.rule, fingerprint: group.fingerprint)]
    }
}
