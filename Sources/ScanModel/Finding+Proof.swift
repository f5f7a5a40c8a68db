extension Finding {
    /// What is known of the finding in one word: a refutation counts most, then proof.
    package var standing: Evidence.Standing {
        let standings = Set(evidence.map(\.standing))
        return [.refuted, .proven, .consistent].first(where: standings.contains) ?? .unverified
    }

    /// The same finding with more that is known of it; what it says already is not said twice.
    package func adding(
        evidence more: [Evidence] = [], related places: [RelatedLocation] = []
    ) -> Finding {
        changed(
            evidence: evidence + more.filter { !evidence.contains($0) },
            related: related + places.filter { !related.contains($0) })
    }

    /// The same finding with some of its parts replaced.
    package func changed(
        severity: Severity? = nil, confidence: Confidence? = nil, evidence: [Evidence]? = nil,
        others: [Location]? = nil, omittedLocationCount: Int? = nil,
        related: [RelatedLocation]? = nil
    ) -> Finding {
        Finding(
            ruleID: ruleID, kind: kind, severity: severity ?? self.severity,
            confidence: confidence ?? self.confidence, message: message, fingerprint: fingerprint,
            preview: preview, evidence: evidence ?? self.evidence, primary: primary,
            others: others ?? self.others,
            omittedLocationCount: omittedLocationCount ?? self.omittedLocationCount,
            related: related ?? self.related, explanation: explanation, history: history,
            suppression: suppression)
    }
}
