internal import ScanModel

/// Leaves out findings that are the companion of another one, such as a key id whose secret key
/// stands beside it: the secret's finding has their place among its related ones.
enum CompanionFolding {
    private struct Place: Hashable {
        let provenance: Provenance
        let region: Region
        let family: Substring
    }

    static func folded(_ findings: [Finding]) -> [Finding] {
        var companions: Set<Place> = []
        for finding in findings where finding.suppression == nil {
            for related in finding.related where related.kind == .companion {
                companions.insert(
                    Place(
                        provenance: related.location.provenance, region: related.location.region,
                        family: finding.ruleID.family))
            }
        }
        guard !companions.isEmpty else { return findings }
        return findings.filter { finding in
            // Further places of a history are versions of the file.
            let hasHistory = finding.history != nil
            guard finding.kind == .secret, finding.suppression == nil,
                hasHistory || finding.omittedLocationCount == 0,
                !finding.related.contains(where: { $0.kind == .companion })
            else { return true }
            let places = [finding.primary] + (hasHistory ? [] : finding.others)
            return !places.allSatisfy { place in
                companions.contains(
                    Place(
                        provenance: place.provenance, region: place.region,
                        family: finding.ruleID.family))
            }
        }
    }
}
