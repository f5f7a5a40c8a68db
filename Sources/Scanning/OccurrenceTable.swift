internal import Detection
internal import ScanModel

/// Gathers the places of one secret over many blobs, so that 500 versions of a file give one
/// finding with its history.
struct OccurrenceTable {
    /// What one finding of the report is made of.
    struct Group {
        /// Index of the rule in the rule set.
        let rule: Int
        let fingerprint: Fingerprint
        /// Blobs (or commits or tags) that hold it, each once.
        var places: [Place]

        /// The suppression at HEAD, if every place there has one: then the older versions of the
        /// same value are excused with it.
        var suppression: Suppression? {
            let current = places.filter(\.isAtHead)
            return current.allSatisfy { $0.suppression != nil } ? current.first?.suppression : nil
        }
    }

    /// One object that holds the secret.
    struct Place {
        /// The blob, commit or tag, to be scanned again if its finding is to be shown.
        let request: BlobRequest
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

    /// Adds an object that holds a secret; the same secret a second time in it adds nothing.
    mutating func add(_ place: Place, rule: Int, fingerprint: Fingerprint) {
        let key = Key(rule: rule, fingerprint: fingerprint)
        guard let index = indexes[key] else {
            indexes[key] = groups.count
            groups.append(Group(rule: rule, fingerprint: fingerprint, places: [place]))
            return
        }
        if groups[index].places.last?.request.id != place.request.id {
            groups[index].places.append(place)
        }
    }
}
