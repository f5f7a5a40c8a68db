internal import Detection
internal import ScanModel

/// Gathers the places of one secret over many blobs, so that 500 versions of a file give one
/// finding with its history.
struct OccurrenceTable {
    /// What one finding of the report is made of.
    struct Group {
        /// The finding at the first place met.
        let first: BlobFinding
        /// Blobs (or commits or tags) that hold it, each once, with the finding there.
        var places: [Place]

        /// The suppression at HEAD, if every place there has one: then the older versions of the
        /// same value are excused with it.
        var suppression: Suppression? {
            let current = places.filter(\.isAtHead)
            return current.allSatisfy { $0.suppression != nil } ? current.first?.suppression : nil
        }
    }

    struct Place {
        let finding: BlobFinding
        let object: ObjectID
        let paths: [String]
        let kind: Provenance.Kind
        /// Whether HEAD's tree holds the object.
        let isAtHead: Bool
        let suppression: Suppression?
    }

    private struct Key: Hashable {
        let rule: Int
        let fingerprint: Fingerprint
    }

    private var indexes: [Key: Int] = [:]
    private(set) var groups: [Group] = []

    /// Adds a finding of one object; a second one of the same value in it adds nothing.
    mutating func add(_ place: Place) {
        let key = Key(rule: place.finding.rule, fingerprint: place.finding.fingerprint)
        guard let index = indexes[key] else {
            indexes[key] = groups.count
            groups.append(Group(first: place.finding, places: [place]))
            return
        }
        if groups[index].places.last?.object != place.object {
            groups[index].places.append(place)
        }
    }
}
