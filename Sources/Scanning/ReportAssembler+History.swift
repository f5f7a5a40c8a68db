internal import Detection
internal import GitObjects
internal import Rules
internal import ScanModel

extension ReportAssembler {
    /// One finding out of all places of a secret; `nil` when the first of them does not show it.
    func finding(
        of shown: ShownGroup, _ findings: ShownFindings, in repository: GitRepository
    ) -> (finding: Finding, material: ProofMaterial?)? {
        let (group, attribution) = (shown.group, shown.attribution)
        guard let first = findings.finding(of: group, in: shown.places[0].request.id) else {
            return nil
        }
        let introduced = attribution.introduced.flatMap { summary(of: $0, in: repository) }
        let others = shown.places.dropFirst().compactMap { place in
            findings.finding(of: group, in: place.request.id).map { found in
                location(
                    of: found.finding,
                    in: provenance(of: place, found.kind, path: place.request.paths.first))
            }
        }
        let rule = session.detector.ruleSet.rules[group.rule]
        let primary = provenance(
            of: shown.places[0], first.kind,
            path: attribution.primaryPath ?? shown.places[0].request.paths.first,
            commit: introduced)
        let finding = Finding(
            ruleID: rule.id, kind: rule.kind, severity: first.finding.severity,
            confidence: first.finding.confidence, message: message(of: group.rule),
            fingerprint: group.fingerprint, preview: first.finding.preview,
            evidence: first.finding.evidence,
            primary: location(of: first.finding, in: primary),
            others: others, omittedLocationCount: group.places.count - 1 - others.count,
            related: related(to: first.finding, in: primary),
            explanation: first.finding.explanation,
            history: history(attribution, introduced, blobCount: group.places.count, repository),
            suppression: group.suppression)
        return (finding, first.finding.material)
    }

    private func history(
        _ attribution: Attribution, _ introduced: CommitSummary?, blobCount: Int,
        _ repository: GitRepository
    ) -> FindingHistory {
        FindingHistory(
            introduced: introduced,
            removed: attribution.removed.flatMap { summary(of: $0, in: repository) },
            lastHeld: attribution.isAtHead
                ? nil : attribution.lastHeld.flatMap { summary(of: $0, in: repository) },
            isAtHead: attribution.isAtHead, blobCount: blobCount,
            paths: attribution.paths.map(redactor.redact),
            omittedPathCount: attribution.omittedPathCount,
            refs: attribution.refs.map(redactor.redact),
            omittedRefCount: attribution.omittedRefCount,
            isUnreachable: attribution.isUnreachable)
    }

    private func provenance(
        of place: OccurrenceTable.Place, _ kind: Provenance.Kind, path: String?,
        commit: CommitSummary? = nil
    ) -> Provenance {
        Provenance(
            kind: kind, path: redactor.redact(path ?? place.request.id.hex),
            objectID: place.request.id, commit: commit)
    }

    /// What reports say of a commit; `nil` when it cannot be read, which the walk has named.
    func summary(of id: ObjectID, in repository: GitRepository) -> CommitSummary? {
        let signature: GitSignature?
        if let commit = try? repository.commitDetails(id) {
            signature = commit.author
        } else if let tag = try? repository.tagDetails(id) {
            signature = tag.tagger
        } else {
            return nil
        }
        return CommitSummary(
            id: id, authorName: redactor.redact(signature?.name ?? "unknown"),
            authorEmail: session.options.showsEmail
                ? signature.map { redactor.redact($0.email) } : nil,
            authorDate: signature?.time ?? Timestamp(secondsSince1970: 0))
    }
}
