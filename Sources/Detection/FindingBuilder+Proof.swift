internal import Rules
internal import ScanModel

extension FindingBuilder {
    /// The public keys and certificates of the blob, by place.
    mutating func keyTraces() -> [KeyTrace] {
        let reader = KeyTraceReader(key: detector.key)
        return pass.keyItems.compactMap { item in
            guard let trace = reader.trace(of: item) else { return nil }
            return KeyTrace(
                holder: trace.holder, digest: trace.digest, validUntil: trace.validUntil,
                certificate: pass.judgesCertificates
                    ? item.certificate.map {
                        CertificateTrace(
                            $0, der: item.identity, key: detector.key, isAside: isPeripheral)
                    } : nil,
                range: trace.range, region: lines.region(of: trace.range),
                snippet: SnippetBuilder.snippet(
                    in: pass.text, highlighting: trace.range, masking: masks, preview: nil))
        }
    }

    /// What is known offline of a candidate's value.
    func proof(of candidate: Candidate, _ rule: Rule) -> FindingProof {
        candidate.unwrapped?.proof
            ?? FindingProof(candidate, rule, in: pass.text, detector: detector)
    }

    /// What makes the value of a candidate usable and stands beside it.
    mutating func relations(of candidate: Candidate) -> [BlobRelation] {
        guard candidate.kind == .secret else { return [] }
        let rule = detector.ruleSet.rules[candidate.rule].id
        return CompanionSearch(pass.text, secret: candidate.range).companions(of: rule).map {
            BlobRelation(
                kind: .companion,
                message: RedactedText(redacted: "The \($0.kind.rawValue) that goes with it."),
                region: lines.region(of: $0.range),
                snippet: SnippetBuilder.snippet(
                    in: pass.text, highlighting: $0.range, masking: masks, preview: nil),
                lineHash: "",
                evidence: $0.isDistinctive
                    ? Evidence(
                        .consistent, "The \($0.kind.rawValue) that goes with it stands beside it.")
                    : nil)
        }
    }
}
