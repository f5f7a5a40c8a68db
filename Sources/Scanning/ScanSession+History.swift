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
        if request.range == nil, request.since == nil {
            let cache = HistoryCache(self, repository, request, assembler)
            if cache?.restoreReport(into: assembler) != true {
                try await sweepHistory(repository, request, assembler, cache: cache)
                cache?.keepReport(of: assembler)
            }
        } else {
            try await scanAdditions(repository, request, assembler)
        }
        return try assembler.report()
    }

    /// Scans what some commits add, compared with their parents.
    private func scanAdditions(
        _ repository: GitRepository, _ request: HistoryRequest, _ assembler: ReportAssembler
    ) async throws {
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
            plan.messages.map { BlobRequest(message: $0.id, isTag: $0.kind == .tag) },
            in: repository, assembler)
        for message in messages { collect(message: message, into: &table, assembler) }
        let attributions = try repository.attribute(groups: table.objects, request: request)
        try await report(table, attributions, in: repository, assembler)
    }

    /// Files the findings of one blob: secrets by value, misuses as findings of their own.
    func collect(
        _ blob: ScannedBlob, into table: inout OccurrenceTable, _ assembler: ReportAssembler
    ) {
        let path = blob.request.paths.first ?? "git-blob \(blob.request.id)"
        assembler.note(blob.result.problems, path: path)
        if !blob.result.keyTraces.isEmpty {
            assembler.add(
                blob.result.keyTraces,
                in: Provenance(
                    kind: .gitBlob, path: assembler.redactor.redact(path),
                    objectID: blob.request.id))
        }
        // Only a suppression that stands at HEAD counts; one in an old version is history.
        var ledger = SuppressionLedger(blob.request.includesMisuse ? blob.result.suppressions : [])
        for found in blob.result.findings {
            let rule = detector.ruleSet.rules[found.rule]
            let suppression = ledger.suppression(of: rule.id, line: found.region.startLine)
            guard isActive[found.rule] else { continue }
            guard rule.kind == .secret else {
                assembler.add(
                    assembler.finding(
                        found,
                        in: Provenance(
                            kind: .gitBlob, path: assembler.redactor.redact(path),
                            objectID: blob.request.id), suppression: suppression))
                continue
            }
            let place = OccurrenceTable.Place(
                request: blob.request, kind: .gitBlob, isAtHead: blob.request.includesMisuse,
                suppression: suppression)
            table.add(place, rule: found.rule, fingerprint: found.fingerprint)
        }
    }

    /// Files the findings of one commit or tag.
    func collect(
        message: ScannedBlob, into table: inout OccurrenceTable, _ assembler: ReportAssembler
    ) {
        let kind = message.request.placeKind
        assembler.note(message.result.problems, path: "\(kind.rawValue) \(message.request.id)")
        for found in message.result.findings where isActive[found.rule] {
            let place = OccurrenceTable.Place(
                request: message.request, kind: kind, isAtHead: false, suppression: nil)
            table.add(place, rule: found.rule, fingerprint: found.fingerprint)
        }
    }

    /// Makes the findings of the report. Only now are the places that it shows looked at again,
    /// with their lines.
    func report(
        _ table: OccurrenceTable, _ attributions: [Attribution], in repository: GitRepository,
        _ assembler: ReportAssembler
    ) async throws {
        let groups = zip(table.groups, attributions).map { ShownGroup($0, $1) }
        var requests: [BlobRequest] = []
        var known: Set<ObjectID> = []
        for place in groups.flatMap(\.places) where known.insert(place.request.id).inserted {
            requests.append(place.request)
        }
        // Another ledger: these were counted when they were found.
        let aside = try ReportAssembler(self)
        var findings = ShownFindings(repository)
        for blob in try await scan(requests, in: repository, aside, showsProgress: false) {
            findings.add(blob)
        }
        for group in groups {
            guard let (finding, material) = assembler.finding(of: group, findings, in: repository)
            else {
                // Found and not found again: nobody may take that for clean.
                assembler.note(
                    code: "detection.inconsistent",
                    message: "rule \(detector.ruleSet.rules[group.group.rule].id) found something "
                        + "in object \(group.group.places[0].request.id) that a second look does "
                        + "not show; please report this", path: nil, isIncomplete: true)
                continue
            }
            assembler.add(finding, material)
        }
        assembler.conclude()
    }
}

extension OccurrenceTable {
    /// The objects of each group.
    var objects: [[ObjectID]] { groups.map { $0.places.map(\.request.id) } }
}
