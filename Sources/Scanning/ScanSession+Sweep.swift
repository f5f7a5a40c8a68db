internal import Detection
internal import GitObjects
internal import Rules
internal import ScanModel

extension ScanSession {
    /// Scans a whole history by what each delta brings.
    ///
    /// HEAD's blobs are scanned as files are, misuse and suppressions included. Every object is
    /// swept for secrets; what has candidates is looked up in the trees, and judged by its paths.
    func sweepHistory(
        _ repository: GitRepository, _ request: HistoryRequest, _ assembler: ReportAssembler,
        cache: HistoryCache? = nil
    ) async throws {
        // While the packs are prepared and the sweep begins: what is at HEAD is read at random.
        async let atHead = scanHead(of: repository)
        var limits = SweepLimits(maxObjectBytes: detector.limits.maxBlobBytes)
        if let bytes = options.maxWaitingBytes { limits.maxWaitingBytes = bytes }
        let (sweep, packNotices) = try repository.objectSweep(limits: limits)
        assembler.note(packNotices)
        let known = cache?.blobs(assembler)
        var memory = known.map { SweepMemory($0, in: sweep) }
        let swept = try await run(sweep, memory, keepsVisited: cache != nil)
        memory?.forget(met: swept)
        cache?.keep(swept.outputs, of: sweep, with: known, assembler)
        let recordings = swept.outputs.compactMap(\.recording)
        // While the trees are put together.
        async let reached = repository.reach(
            HistoryMap(sweep, recordings.map(\.withoutTrees), failures: swept.failures), request)
        let map = HistoryMap(sweep, recordings, failures: swept.failures)
        assembler.statistics.count(swept.ledger, unreadCount: swept.failures.count, memory)
        noteMismatches(swept.outputs, sweep, assembler)

        let texts = texts(swept.outputs.flatMap(\.texts) + (memory?.texts ?? []), sweep)
        let headCommit = repository.info.headCommit
        let survey = try repository.survey(
            map, try await reached, wanted: texts.map(\.id) + (headCommit.map { [$0] } ?? []),
            request: request)
        assembler.note(survey.notices)
        assembler.statistics.commits = survey.commitCount

        var table = OccurrenceTable()
        var headIDs: Set<ObjectID> = []
        let head = try await atHead
        if headCommit != nil, survey.places.last?.isReached == true {
            headIDs = head.ids
            for blob in head.scanned { collect(blob, into: &table, assembler) }
            assembler.noteExcluded(head.excludedCount, "blobs of HEAD")
            // What the sweep could not read either, the survey has named.
            if !survey.notices.contains(where: \.isIncomplete) {
                for problem in head.problems { assembler.add(problem) }
            }
        }
        let candidates = zip(texts, survey.places).compactMap { text, place in
            place.isReached && !headIDs.contains(text.id) ? Candidates(text, place) : nil
        }
        try await judge(candidates, into: &table, in: repository, assembler)
        let attributions = survey.attribute(groups: table.objects)
        try await report(table, attributions, in: repository, assembler)
    }

    /// HEAD's blobs, scanned as files are.
    private struct Head: Sendable {
        let ids: Set<ObjectID>
        let scanned: [ScannedBlob]
        let excludedCount: Int
        /// What could not be read.
        let problems: [ScanNotification]
    }

    private func scanHead(of repository: GitRepository) async throws -> Head {
        let blobs = repository.headBlobs()
        let requests = blobs.map {
            BlobRequest(id: $0.id, paths: $0.paths, includesMisuse: true)
        }
        let aside = try ReportAssembler(self)
        let scanned = try await scan(requests, in: repository, aside, showsProgress: false)
        return Head(
            ids: Set(blobs.map(\.id)), scanned: scanned,
            excludedCount: requests.count { isExcluded($0) },
            problems: aside.notifications.filter(\.isIncomplete))
    }

    private func run(
        _ sweep: ObjectSweep, _ memory: SweepMemory?, keepsVisited: Bool
    ) async throws -> SweepResult<HistoryScan.Output> {
        let detector = detector.forSecrets()
        let verifies = options.verifiesDeltas
        options.progressTotal(sweep.packedByteCount)
        return try await sweep.run(
            jobs: options.jobs, skipping: memory?.isKnown, progress: options.progress
        ) {
            HistoryScan(
                try detector.makeScanner(), HistoryRecorder(sweep), verifies: verifies,
                keepsVisited: keepsVisited)
        } finish: {
            $0.finish()
        }
    }

    private struct Text {
        let id: ObjectID
        let kind: ObjectKind
        let blob: SweptBlob
    }

    /// What has candidates, each object once, in the order of ids.
    private func texts(_ swept: [HistoryScan.SweptText], _ sweep: ObjectSweep) -> [Text] {
        let all =
            swept.map { Text(id: sweep.id(of: $0.number), kind: $0.kind, blob: $0.blob) }
            .sorted { $0.id < $1.id }
        var texts: [Text] = []
        for text in all where texts.last?.id != text.id { texts.append(text) }
        return texts
    }

    private func noteMismatches(
        _ outputs: [HistoryScan.Output], _ sweep: ObjectSweep, _ assembler: ReportAssembler
    ) {
        for number in outputs.flatMap(\.mismatches) {
            assembler.note(
                code: "detection.delta-mismatch",
                message: "object \(sweep.id(of: number)): a scan of what its delta brings and a "
                    + "scan of the whole differ; please report this", path: nil,
                isIncomplete: true)
        }
    }

    /// An object with candidates and where it stands.
    private struct Candidates {
        let request: BlobRequest
        let blob: SweptBlob

        init(_ text: Text, _ place: HistorySurvey.Place) {
            blob = text.blob
            request =
                text.kind == .blob
                ? BlobRequest(id: text.id, paths: place.paths, includesMisuse: false)
                : BlobRequest(message: text.id, isTag: text.kind == .tag)
        }
    }

    /// Files the secrets among the candidates; what paths alone cannot decide is scanned by itself.
    private func judge(
        _ candidates: [Candidates], into table: inout OccurrenceTable,
        in repository: GitRepository, _ assembler: ReportAssembler
    ) async throws {
        let scanner = try detector.makeScanner()
        var undecided: [BlobRequest] = []
        var excludedCount = 0
        // By path, so that of several places of a value the same is shown however it is packed.
        for candidate in candidates.sorted(by: { $0.request.isBefore($1.request) }) {
            let request = candidate.request
            if isExcluded(request) {
                excludedCount += 1
                continue
            }
            guard let found = scanner.findings(of: candidate.blob, paths: request.paths) else {
                undecided.append(request)
                continue
            }
            let label = request.paths.first ?? "\(request.placeKind.rawValue) \(request.id)"
            for hit in found where isActive[hit.match.rule] {
                guard let fingerprint = hit.match.fingerprint else { continue }
                let place = OccurrenceTable.Place(
                    request: request, kind: request.placeKind, isAtHead: false,
                    suppression: nil)
                table.add(place, rule: hit.match.rule, fingerprint: fingerprint)
            }
            assembler.note(scanner.problems(of: found), path: label)
        }
        assembler.noteExcluded(excludedCount, "blobs with findings")
        let aside = try ReportAssembler(self)
        defer {
            for problem in aside.notifications where problem.isIncomplete { assembler.add(problem) }
        }
        for blob in try await scan(undecided, in: repository, aside, showsProgress: false) {
            if blob.request.isMessage {
                collect(message: blob, into: &table, assembler)
            } else {
                collect(blob, into: &table, assembler)
            }
        }
    }
}

extension BlobRequest {
    fileprivate func isBefore(_ other: BlobRequest) -> Bool {
        (paths.first ?? "", id) < (other.paths.first ?? "", other.id)
    }
}

extension ScanStatistics {
    /// Takes over what a sweep read, and what needed no reading.
    fileprivate mutating func count(
        _ ledger: ObjectLedger, unreadCount: Int, _ memory: SweepMemory?
    ) {
        var ledger = ledger
        ledger.blobs.objects += memory?.count ?? 0
        ledger.blobs.bytes += memory?.byteCount ?? 0
        func count(_ count: ObjectLedger.Count) -> ObjectCounts.Count {
            ObjectCounts.Count(objects: count.objects, bytes: count.bytes)
        }
        objects = ObjectCounts(
            expected: ledger.expectedObjects, commits: count(ledger.commits),
            trees: count(ledger.trees), blobs: count(ledger.blobs), tags: count(ledger.tags),
            skipped: unreadCount, known: memory?.count ?? 0)
        scannedBlobs = ledger.blobs.objects + ledger.commits.objects + ledger.tags.objects
        scannedBytes = ledger.blobs.bytes + ledger.commits.bytes + ledger.tags.bytes
        skippedBlobs = unreadCount
        expectedBlobs = scannedBlobs + unreadCount
    }
}
