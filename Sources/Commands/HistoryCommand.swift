internal import ArgumentParser
internal import Gate
internal import GitObjects
internal import ScanModel
internal import Scanning

/// `portcullis history`.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Scan everything a repository ever held.",
        discussion: """
            Every blob that refs, HEAD, reflogs and stash reach, each once, and the messages of \
            commits and tags. Misuse is judged at HEAD only.

            Without --range and --since, all objects of the database are read; what is in \
            unreachable ones is reported only with --unreachable.

            Examples:
              portcullis history
              portcullis history ../service --report sarif=out.sarif
              portcullis history --range v1.0..HEAD
              portcullis history --since 2026-01-01 --ref main
            """)

    @Argument(help: "The repository.")
    var repository: String?

    @Flag(help: "Every object of the database, reachable or not.")
    var unreachable = false

    @Option(help: ArgumentHelp("Commits of B that A does not have.", valueName: "A..B"))
    var range: String?

    @Option(help: ArgumentHelp("Commits since that day.", valueName: "YYYY-MM-DD"))
    var since: CalendarDate?

    @Option(help: ArgumentHelp("Only what REF reaches. Repeatable.", valueName: "ref"))
    var ref: [String] = []

    @Flag(help: "Count a shallow clone as complete.")
    var allowShallow = false

    @Option(
        help: ArgumentHelp(
            "Keep what was scanned in DIR instead of the user's cache folder.", valueName: "dir"))
    var cache: String?

    @Flag(help: "Scan everything anew and keep nothing for the next time.")
    var noCache = false

    @Option(
        help: ArgumentHelp(
            "Memory in which a thread may keep objects that others are made from (default: 48MB).",
            valueName: "size"))
    var memory: String?

    @Flag(help: "Scan every object whole as well and compare; for tests.")
    var verifyDelta = false

    @OptionGroup(title: "Common options")
    var shared: SharedOptions

    func validate() throws {
        if cache != nil && noCache {
            throw ValidationError("--cache and --no-cache exclude each other")
        }
        if cache?.isEmpty == true { throw ValidationError("--cache needs a folder") }
        if let memory, ByteCount.parse(memory) == nil {
            throw ValidationError("--memory must be a size such as 50MB")
        }
        if unreachable && (range != nil || since != nil || !ref.isEmpty) {
            throw ValidationError(
                "--unreachable takes everything: leave out --range, --since, --ref")
        }
        if verifyDelta && (range != nil || since != nil) {
            throw ValidationError("--verify-delta is about all objects: leave out --range, --since")
        }
    }

    func run() async throws {
        let source = try GitRepository.open(at: repository)
        var request = HistoryRequest()
        request.includesUnreachable = unreachable
        request.range = range
        request.since = since.map { Timestamp(secondsSince1970: $0.secondsSince1970) }
        request.refs = ref
        // A HEAD that cannot be read is named by the walk; it has no configuration to offer.
        let trusted = source.info.headCommit.flatMap {
            try? source.blob(at: $0, path: GateConfiguration.fileName)
        }
        let invocation = try Invocation(
            command: "history", shared: shared,
            configuration: .trusted(
                trusted?.withUnsafeBytes { Array($0) }, name: "HEAD:\(GateConfiguration.fileName)"),
            label: "history"
        ) {
            $0.allowsShallow = allowShallow
            if !noCache {
                $0.cache =
                    cache.map {
                        CacheRequest(
                            folder: $0, isNamed: true, buildIdentity: BuildIdentity.bytes)
                    } ?? UserCacheFolder.request
            }
            $0.verifiesDeltas = verifyDelta
            $0.maxWaitingBytes = memory.flatMap(ByteCount.parse)
        }
        try invocation.finish(try await invocation.session.scanHistory(source, request))
    }
}
