internal import Detection
internal import GitObjects
internal import ScanModel

extension GitRepository {
    /// Brings a finding in the raw text of a commit or tag to the line of the message, or says
    /// that it stands in the header: a name or an address.
    func place(
        _ finding: BlobFinding, inMessage id: ObjectID, kind: Provenance.Kind
    ) -> (finding: BlobFinding, kind: Provenance.Kind) {
        let header: (bytes: Bytes, end: Int)?
        if let commit = try? commitDetails(id) {
            header = (commit.bytes, commit.messageRange.lowerBound)
        } else {
            header = (try? tagDetails(id)).map { ($0.bytes, $0.messageRange.lowerBound) }
        }
        guard let header, finding.range.lowerBound >= header.end else {
            return (finding, .metadata)
        }
        let lines = header.bytes.withUnsafeBytes { $0[..<header.end].count { $0 == 0x0A } }
        return (finding.moved(down: -lines), kind)
    }
}
