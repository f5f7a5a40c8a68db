internal import Detection
internal import Gate
internal import GitObjects
internal import ScanModel

/// What earlier scans of histories left for this one: the report of the repository as it stands,
/// if it has not changed since, or else what was found in the blobs that they have scanned.
///
/// Nothing in it is needed. What is not whole, or not of this program, its rules and its key, is
/// named and ignored, and written anew.
struct HistoryCache {
    private let folder: CacheFolder
    private let session: ScanSession
    private let repository: GitRepository
    private let request: HistoryRequest
    private let scope: [[UInt8]]
    private let reportKey: CacheKey?
    private let blobsKey: CacheKey

    /// Files beyond this many bytes in all are removed, those first that were not used for long.
    private static let maxBytes = 512 << 20

    /// - Returns: `nil` when there is no cache to be used.
    init?(
        _ session: ScanSession, _ repository: GitRepository, _ request: HistoryRequest,
        _ assembler: ReportAssembler
    ) {
        // Who compares two ways of scanning wants both of them done.
        guard let place = session.options.cache, !session.options.verifiesDeltas else {
            return nil
        }
        guard let folder = CacheFolder(place.folder, mustBeOwn: !place.isNamed) else {
            if place.isNamed { HistoryCache.noteUnwritten(assembler) }
            return nil
        }
        self.folder = folder
        self.session = session
        self.repository = repository
        self.request = request
        scope = [
            Array(session.options.toolVersion.utf8), place.buildIdentity,
            place.isNamed ? [] : Array(repository.info.commonDirectory.utf8),
            Array(repository.info.objectFormat.rawValue.utf8),
        ]
        reportKey = HistoryCache.reportKey(session, repository, request, scope)
        blobsKey = session.detector.cacheKey(.blobs, parts: scope)
    }

    /// Names the report of the repository as it stands; `nil` when its state cannot be told.
    private static func reportKey(
        _ session: ScanSession, _ repository: GitRepository, _ request: HistoryRequest,
        _ scope: [[UInt8]]
    ) -> CacheKey? {
        guard let state = repository.stateDescription(revisions: request.refs) else { return nil }
        let options = session.options
        let choices = [
            "\(session.detector.date)", options.command, "\(request)", "\(options.select)",
            "\(options.ignore)", "\(options.exclude.map(\.source))",
            "\(options.inlineSuppressions)", "\(options.showsEmail)", "\(options.allowsShallow)",
            "\(session.detector.explains)",
        ]
        return session.detector.cacheKey(
            .report, parts: scope + choices.map { Array($0.utf8) } + state)
    }

    /// Puts the report of this very state together, if there is one.
    /// - Returns: whether there was.
    func restoreReport(into assembler: ReportAssembler) -> Bool {
        guard let reportKey, let file = read(reportKey, assembler) else { return false }
        guard
            let report = session.detector.report(
                in: file, as: reportKey, message: assembler.message)
        else {
            HistoryCache.noteIgnored(reportKey, assembler)
            return false
        }
        assembler.addConcluded(report.findings)
        for notification in report.notifications { assembler.add(notification) }
        assembler.statistics = report.statistics
        return true
    }

    /// Keeps a report, if nothing is missing from it and the repository is as it was.
    func keepReport(of assembler: ReportAssembler) {
        let notifications = assembler.notifications.filter {
            !$0.code.hasPrefix(HistoryCache.codePrefix)
        }
        guard let reportKey, !notifications.contains(where: \.isIncomplete),
            HistoryCache.reportKey(session, repository, request, scope) == reportKey
        else { return }
        let report = CachedReport(
            findings: assembler.findings, notifications: notifications.sorted(),
            statistics: assembler.statistics)
        if let file = session.detector.file(of: report, as: reportKey) {
            write(file, reportKey, assembler)
        }
    }

    /// The blobs that earlier scans have scanned.
    func blobs(_ assembler: ReportAssembler) -> KnownBlobs? {
        guard let file = read(blobsKey, assembler) else { return nil }
        let known = KnownBlobs(
            file, of: session.detector, as: blobsKey,
            idByteCount: repository.info.objectFormat.idByteCount)
        if known == nil { HistoryCache.noteIgnored(blobsKey, assembler) }
        return known
    }

    /// Keeps what a sweep found in the blobs that it visited, beside what was known before.
    func keep(
        _ outputs: [HistoryScan.Output], of sweep: ObjectSweep, with known: KnownBlobs?,
        _ assembler: ReportAssembler
    ) {
        var blobs = sweep.blobs(
            of: outputs, idByteCount: repository.info.objectFormat.idByteCount)
        guard blobs.count > 0 else { return }
        if let known { blobs = blobs.merged(with: known) }
        write(blobs.file(of: session.detector, as: blobsKey), blobsKey, assembler)
    }

    private func read(_ key: CacheKey, _ assembler: ReportAssembler) -> [UInt8]? {
        switch folder.read(key.fileName) {
        case .bytes(let bytes): return bytes
        case .absent: return nil
        case .unfit:
            HistoryCache.noteIgnored(key, assembler)
            return nil
        }
    }

    private func write(_ file: [UInt8], _ key: CacheKey, _ assembler: ReportAssembler) {
        guard folder.write(file, to: key.fileName) else {
            HistoryCache.noteUnwritten(assembler)
            return
        }
        folder.trim(to: HistoryCache.maxBytes)
    }

    private static let codePrefix = "cache."

    private static func noteIgnored(_ key: CacheKey, _ assembler: ReportAssembler) {
        assembler.note(
            code: "cache.ignored",
            message: "a file of the cache (\(key.kind.rawValue)) is damaged, or was written by "
                + "another version or with another key; it was ignored and is written anew",
            path: nil, isIncomplete: false)
    }

    private static func noteUnwritten(_ assembler: ReportAssembler) {
        assembler.note(
            code: "cache.not-written",
            message: "the cache cannot be written; the next scan takes as long as this one",
            path: nil, isIncomplete: false)
    }
}
