internal import Detection
internal import Gate
package import GitObjects
internal import Rules
package import ScanModel

extension ScanSession {
    /// `portcullis history`: everything that a repository ever held.
    ///
    /// Secrets count in every blob and message; misuse only in what HEAD holds, since what is no
    /// longer in force misleads nobody. Commits are attributed only to what was found.
    package func scanHistory(
        _ repository: GitRepository, _ request: HistoryRequest
    ) async throws -> ScanReport {
        let assembler = try ReportAssembler(self)
        assembler.origin = assembler.origin(of: repository, revision: repository.info.headCommit)
        let plan = try repository.history(request)
        assembler.note(plan.notices)
        assembler.statistics.commits = plan.commitCount

        var table = OccurrenceTable()
        let blobs = try await scan(
            plan.blobs.map {
                BlobRequest(id: $0.id, paths: $0.paths, includesMisuse: $0.isAtHead)
            }, in: repository, assembler)
        for blob in blobs { collect(blob, into: &table, assembler) }
        let messages = try await scan(
            plan.messages.map { BlobRequest(message: $0.id) }, in: repository, assembler)
        let kinds = Dictionary(
            plan.messages.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
        for message in messages {
            let kind: Provenance.Kind =
                kinds[message.request.id] == .tag ? .tagMessage : .commitMessage
            for found in message.result.findings where isActive[found.rule] {
                let (moved, place) = repository.place(
                    found, inMessage: message.request.id, kind: kind)
                table.add(
                    OccurrenceTable.Place(
                        finding: moved, object: message.request.id, paths: [], kind: place,
                        isAtHead: false, suppression: nil))
            }
            assembler.note(
                message.result.problems, path: "\(kind.rawValue) \(message.request.id)")
        }
        try attribute(table, in: repository, request, assembler)
        return try assembler.report()
    }

    /// Files the findings of one object: secrets by value, misuses as findings of their own.
    private func collect(
        _ blob: ScannedBlob, into table: inout OccurrenceTable, _ assembler: ReportAssembler
    ) {
        let path = blob.request.paths.first ?? "git-blob \(blob.request.id)"
        assembler.note(blob.result.problems, path: path)
        // Only a suppression that stands at HEAD counts; one in an old version is history.
        var ledger = SuppressionLedger(blob.request.includesMisuse ? blob.result.suppressions : [])
        for found in blob.result.findings {
            let rule = detector.ruleSet.rules[found.rule]
            let suppression = ledger.suppression(of: rule.id, line: found.region.startLine)
            guard isActive[found.rule] else { continue }
            let place = OccurrenceTable.Place(
                finding: found, object: blob.request.id, paths: blob.request.paths, kind: .gitBlob,
                isAtHead: blob.request.includesMisuse, suppression: suppression)
            guard rule.kind == .secret else {
                assembler.add(
                    assembler.finding(
                        found,
                        in: Provenance(
                            kind: .gitBlob, path: assembler.redactor.redact(path),
                            objectID: blob.request.id), suppression: suppression))
                continue
            }
            table.add(place)
        }
    }

    /// Names the commits of what was found.
    private func attribute(
        _ table: OccurrenceTable, in repository: GitRepository, _ request: HistoryRequest,
        _ assembler: ReportAssembler
    ) throws {
        let attributions = try repository.attribute(
            groups: table.groups.map { $0.places.map(\.object) }, request: request)
        for (group, attribution) in zip(table.groups, attributions) {
            assembler.add(assembler.finding(of: group, attribution, in: repository))
        }
    }
}

extension ReportAssembler {
    /// One finding out of all places of a secret.
    ///
    /// Shown first is the place at HEAD, else the one in the introducing commit.
    func finding(
        of group: OccurrenceTable.Group, _ attribution: Attribution, in repository: GitRepository
    ) -> Finding {
        let introduced = attribution.introduced.flatMap { summary(of: $0, in: repository) }
        let primary =
            group.places.first { $0.object == attribution.primaryObject } ?? group.places[0]
        let rule = session.detector.ruleSet.rules[group.first.rule]
        let others = group.places.filter { $0.object != primary.object }
        let shown = others.prefix(Finding.maxOtherLocations).map { place in
            location(of: place.finding, in: provenance(of: place, path: place.paths.first))
        }
        return Finding(
            ruleID: rule.id, kind: rule.kind, severity: primary.finding.severity,
            confidence: primary.finding.confidence, message: message(of: group.first.rule),
            fingerprint: primary.finding.fingerprint, preview: primary.finding.preview,
            evidence: primary.finding.evidence,
            primary: location(
                of: primary.finding,
                in: provenance(
                    of: primary, path: attribution.primaryPath ?? primary.paths.first,
                    commit: introduced)),
            others: Array(shown), omittedLocationCount: others.count - shown.count,
            history: FindingHistory(
                introduced: introduced,
                removed: attribution.removed.flatMap { summary(of: $0, in: repository) },
                isAtHead: attribution.isAtHead, blobCount: group.places.count,
                paths: attribution.paths.map(redactor.redact),
                omittedPathCount: attribution.omittedPathCount),
            suppression: group.suppression)
    }

    private func provenance(
        of place: OccurrenceTable.Place, path: String?, commit: CommitSummary? = nil
    ) -> Provenance {
        Provenance(
            kind: place.kind, path: redactor.redact(path ?? place.object.hex),
            objectID: place.object, commit: commit)
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
