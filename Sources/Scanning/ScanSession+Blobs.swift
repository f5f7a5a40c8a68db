internal import Detection
internal import Gate
internal import GitObjects
internal import Rules
internal import ScanModel

extension ScanSession {
    private enum BlobOutcome: Sendable {
        case scanned(ScannedBlob?, bytes: Int)
        case failed(GitNotice)
    }

    /// Reads and scans blobs on all cores; what cannot be read is named in the report.
    ///
    /// - Parameter showsProgress: whether the bytes are part of the work that was announced.
    /// - Returns: the blobs with anything to tell, in the order of the requests.
    func scan(
        _ requests: [BlobRequest], in repository: GitRepository, _ assembler: ReportAssembler,
        showsProgress: Bool = true
    ) async throws -> [ScannedBlob] {
        let progress: (@Sendable (Int) -> Void)? = showsProgress ? options.progress : nil
        let included = requests.filter { !isExcluded($0) }
        assembler.noteExcluded(requests.count - included.count, "blobs")
        let outcomes = try await WorkPool.map(
            count: included.count, jobs: options.jobs, detector: detector
        ) { index, scanner -> BlobOutcome in
            let request = included[index]
            do throws(GitError) {
                let bytes =
                    try request.isMessage
                    ? repository.reader.read(request.id, maxBytes: detector.limits.maxBlobBytes)
                        .bytes
                    : repository.readBlob(request.id, maxBytes: detector.limits.maxBlobBytes)
                let context = BlobContext(
                    paths: request.paths, includesMisuse: request.includesMisuse)
                let result = bytes.withUnsafeBytes { scanner.scan($0, context: context) }
                progress?(bytes.count)
                return .scanned(
                    result.isSilent ? nil : ScannedBlob(request: request, result: result),
                    bytes: bytes.count)
            } catch {
                progress?(0)
                return .failed(
                    GitNotice(
                        unreadable: error, objectID: request.id, path: request.paths.first))
            }
        }
        assembler.statistics.expectedBlobs += included.count
        var scanned: [ScannedBlob] = []
        var failures: [GitNotice] = []
        for outcome in outcomes {
            switch outcome {
            case .scanned(let blob, let bytes):
                assembler.statistics.scannedBlobs += 1
                assembler.statistics.scannedBytes += bytes
                if let blob { scanned.append(blob) }
            case .failed(let notice):
                assembler.statistics.skippedBlobs += 1
                failures.append(notice)
            }
        }
        assembler.note(failures)
        return scanned
    }

    /// What the base already holds in the files that a change touches.
    ///
    /// - Parameter needed: whether there is anything to compare; without, nothing is read.
    func baseComparison(
        with blobs: [(path: String, id: ObjectID)], needed: Bool, in repository: GitRepository,
        _ assembler: ReportAssembler
    ) async throws -> BaseComparison {
        var comparison = BaseComparison()
        guard needed, !blobs.isEmpty else { return comparison }
        let requests = blobs.map {
            BlobRequest(id: $0.id, paths: [$0.path], includesMisuse: true)
        }
        // A ledger of its own: the base is not what was asked to be scanned. If it cannot be
        // read, everything counts as new, which errs on the safe side.
        let aside = try ReportAssembler(self)
        for blob in try await scan(requests, in: repository, aside) {
            for finding in blob.result.findings {
                comparison.addBase(
                    finding.fingerprint, kind: detector.ruleSet.rules[finding.rule].kind)
            }
        }
        return comparison
    }
}

extension ScanSession {
    /// Whether the user excluded every path that holds a blob.
    func isExcluded(_ request: BlobRequest) -> Bool {
        !request.paths.isEmpty && request.paths.allSatisfy { isExcluded($0) }
    }
}

extension ReportAssembler {
    /// Records what git objects could not be read, and what else must be known.
    func note(_ notices: [GitNotice]) {
        for notice in notices {
            if notice.code == .shallow, session.options.allowsShallow {
                note(
                    code: notice.code.rawValue, message: notice.message + " (allowed)",
                    path: notice.path, isIncomplete: false)
                continue
            }
            note(
                code: notice.code.rawValue, message: notice.message, path: notice.path,
                isIncomplete: notice.isIncomplete)
        }
    }

    /// The repository as reports name it.
    func origin(of repository: GitRepository, revision: ObjectID?) -> RepositoryOrigin {
        RepositoryOrigin(
            remoteURL: repository.info.originURL.map(redactor.redact), revision: revision,
            branch: repository.info.branch.map(redactor.redact))
    }

    /// Adds the active findings that the base does not have.
    ///
    /// Suppressions inside the change count only where the trusted configuration says so: else a
    /// change could switch off its own gate.
    func addNew(
        _ result: BlobScanResult, in provenance: Provenance, path: String,
        comparison: inout BaseComparison
    ) {
        note(result.problems, path: path)
        add(result.keyTraces, in: provenance, isJudged: false)
        var ledger = SuppressionLedger(result.suppressions)
        let trusts = session.options.inlineSuppressions == .atOnce
        for found in result.findings {
            let rule = session.detector.ruleSet.rules[found.rule]
            guard comparison.isNew(found.fingerprint, kind: rule.kind) else { continue }
            let suppression = ledger.suppression(of: rule.id, line: found.region.startLine)
            guard session.isActive[found.rule] else { continue }
            if suppression != nil, !trusts {
                note(
                    code: "gate.suppression-not-trusted",
                    message: "line \(found.region.startLine): a suppression that the change "
                        + "itself brings does not count until it is merged",
                    path: path, isIncomplete: false, level: .warning)
            }
            add(
                finding(found, in: provenance, suppression: trusts ? suppression : nil),
                found.material)
        }
    }
}
