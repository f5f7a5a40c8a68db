internal import Rules
internal import ScanModel

/// What is known offline of one finding beyond its rule and validators, while its blob is at hand.
struct FindingProof {
    private(set) var evidence: [Evidence] = []
    /// No finding is graver than this, for what was proven of it.
    private(set) var highestSeverity: Severity = .critical
    /// What other findings of the scan may be held against.
    private(set) var material: ProofMaterial?

    /// Looks at a candidate's value in the text.
    init(_ candidate: Candidate, _ rule: Rule, in text: UnsafeRawBufferPointer, detector: Detector)
    {
        guard candidate.kind == .secret, candidate.range.upperBound <= text.count else { return }
        let value = UnsafeRawBufferPointer(rebasing: text[candidate.range])
        var digests: [Fingerprint] = []
        var token: SignedToken?
        if let proof = KeyProof(
            of: candidate.range, in: text, rule, key: detector.key)
        {
            evidence += proof.evidence
            digests = proof.digests
        } else if value.count <= 1 << 16, FindingProof.mayBeToken(value),
            let proof = TokenProof(value, date: detector.date)
        {
            evidence += proof.evidence
            if proof.isExpired { highestSeverity = .low }
            token = proof.signed
        }
        let isCandidate =
            digests.isEmpty && token == nil && value.count <= ProofMaterial.maxValueBytes
        guard isCandidate || token != nil || !digests.isEmpty else { return }
        material = ProofMaterial(
            keyDigests: digests, token: token, value: isCandidate ? Array(value) : nil)
    }

    /// Whether the value has two dots and the base64 of `{` somewhere at its start.
    private static func mayBeToken(_ value: UnsafeRawBufferPointer) -> Bool {
        var dots = 0
        for byte in value where byte == UInt8(ascii: ".") { dots += 1 }
        return dots >= 2
    }
}
