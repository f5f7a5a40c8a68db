internal import Detection
internal import ScanModel

/// Puts the findings of a whole scan together: what proves what, which are one, which go together.
///
/// Enters: findings in the order in which they were found. Leaves: findings, fewer or as many.
/// Nothing here depends on the number of threads.
struct ScanConclusion {
    private var relations = RelationTable()
    /// Certificates that are judged together.
    private(set) var certificates = CertificateTable()

    /// Takes the public keys and certificates of one place.
    ///
    /// - Parameter isJudged: whether findings may be made of the certificates.
    mutating func add(_ traces: [KeyTrace], in provenance: Provenance, isJudged: Bool) {
        relations.add(traces, in: provenance)
        if isJudged { certificates.add(traces, in: provenance) }
    }

    /// Takes what may prove a finding, known by its index.
    mutating func add(_ material: ProofMaterial, of finding: Int) {
        relations.add(material, of: finding)
    }

    /// The findings of the scan.
    ///
    /// - Parameter wasBounded: set when there was more to compare than is done.
    func concluded(_ findings: [Finding], wasBounded: inout Bool) -> [Finding] {
        let proven = relations.relate(findings, wasBounded: &wasBounded)
        return CompanionFolding.folded(SameValue.joined(proven))
    }
}
