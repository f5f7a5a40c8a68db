internal import ArgumentParser
internal import Detection
internal import Documents
internal import EmbeddedRules
internal import Gate
internal import Inputs
internal import Reporting
internal import Rules
internal import ScanModel
internal import Scanning

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// One run of a scanning command: everything that can be wrong is known before the scan begins.
struct Invocation {
    let session: ScanSession
    private let shared: SharedOptions
    private let outputs: [(reporter: any Reporter, sink: any ReportSink)]
    private let progress: ProgressBar
    private let started = ProgressBar.monotonicNanoseconds()

    /// Where a command finds its configuration when `--config` names none.
    enum ConfigurationSource {
        /// A folder on disk.
        case folder(String)
        /// Bytes of the file at a trusted revision, or none there.
        case trusted([UInt8]?, name: String)
    }

    /// Environment variable with the path of the fingerprint key, when `--fingerprint-key` is not
    /// given.
    static let keyVariable = "PORTCULLIS_FINGERPRINT_KEY_FILE"

    /// - Throws: for wrong options, configurations, rules and report places.
    init(
        command: String, shared: SharedOptions, configuration source: ConfigurationSource,
        label: String, inventory: InventoryIndex? = nil,
        adjust: (inout ScanOptions) -> Void = { _ in }
    ) throws {
        self.shared = shared
        let configuration = try Invocation.configuration(shared, source)
        let ruleSet = try Invocation.ruleSet(shared, configuration)
        let hasOwnRules = ruleSet.hasOwn
        var limits = ScanLimits()
        limits.maxBlobBytes =
            shared.maxFileSize.flatMap(ByteCount.parse) ?? configuration.value.maxFileSize
            ?? limits.maxBlobBytes
        let now = Int64(time(nil))
        let asOf =
            shared.asOf.map { Timestamp(secondsSince1970: $0.secondsSince1970) }
            ?? Timestamp(secondsSince1970: now)
        var detector = try Detector(
            ruleSet: ruleSet.rules,
            storedDatabase: hasOwnRules ? nil : EmbeddedRules.literalDatabase,
            key: try Invocation.key(shared),
            date: CalendarDate(secondsSince1970: asOf.secondsSince1970), limits: limits)
        detector.explains = shared.explain
        detector.inventory = inventory

        let destinations = try Invocation.destinations(shared)
        let style = Invocation.style(shared)
        let reporting = ReporterOptions(
            textStyle: style, sarifProfile: shared.sarifProfile ?? .standard,
            informationURI: nil)
        let prepared = try destinations.map { destination in
            (
                reporter: try ReporterRegistry.reporter(
                    format: destination.format, options: reporting),
                sink: try destination.prepare()
            )
        }
        outputs = prepared
        // Some pipelines lend a terminal, and keep every drawing of the bar in their logs.
        let isInPipeline = getenv("CI").map { $0.pointee != 0 } ?? false
        let progress = ProgressBar(
            label: label, total: nil, isShown: shared.quiet || isInPipeline ? false : nil)
        self.progress = progress

        var options = ScanOptions(command: command, toolVersion: ToolVersion.number, asOf: asOf)
        options.jobs = shared.jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let standard = BlockingThreshold()
        options.judgement = Judgement(
            threshold: BlockingThreshold(
                severity: shared.failOn ?? configuration.value.failOn ?? standard.severity,
                confidence: shared.failOnConfidence ?? configuration.value.failOnConfidence
                    ?? standard.confidence), exitZero: shared.exitZero)
        options.select = Invocation.names(shared.select, or: configuration.value.select)
        options.ignore =
            Invocation.names(shared.ignore, or: []) + configuration.value.ignore
        options.exclude = configuration.value.exclude
        options.inlineSuppressions = configuration.value.inlineSuppressions
        options.showsEmail = shared.showEmail
        // A SARIF file names the whole set that ran; decoding all words costs a hook some 10 ms.
        options.describesAllRules = destinations.contains { $0.format == "sarif" }
        options.progressTotal = { bytes in progress.expect(bytes: bytes) }
        options.progress = { bytes in progress.advance(bytes: bytes) }
        adjust(&options)
        session = try ScanSession(detector: detector, options: options)
    }

    /// Writes the reports and ends the command with the verdict's status.
    ///
    /// A report that cannot be written keeps the others from nothing; without findings that block
    /// it makes status 3, since the caller did not get all that was asked for.
    /// - Throws: `ExitCode` with the status.
    func finish(_ report: ScanReport) throws {
        progress.finish()
        var status = report.verdict.exitStatus
        for output in outputs {
            do throws(ReportError) {
                try output.reporter.write(report, to: output.sink)
                try output.sink.finish()
            } catch {
                EntryPoint.say("portcullis: error: \(error)")
                if status == .clean { status = .incomplete }
            }
        }
        if !shared.quiet {
            let milliseconds = (ProgressBar.monotonicNanoseconds() - started) / 1_000_000
            let bytes = ByteSize.text(report.statistics.scannedBytes)
            StandardError.write("portcullis: \(bytes) scanned in \(milliseconds) ms")
        }
        throw ExitCode(status.rawValue)
    }

    private static func configuration(
        _ shared: SharedOptions, _ source: ConfigurationSource
    ) throws -> (value: GateConfiguration, folder: String) {
        if shared.noConfig { return (GateConfiguration(), ".") }
        let name: String
        let bytes: [UInt8]?
        var folder = "."
        if let path = shared.config {
            name = path
            do {
                bytes = try FileReader.read(
                    Array(path.utf8), maxBytes: 1 << 20, followsLink: true
                ).withUnsafeBytes { Array($0) }
            } catch {
                throw CommandError(.usage, "--config \(path): \(error.message)")
            }
            folder = parent(of: path)
        } else {
            switch source {
            case .trusted(let content, let place):
                name = place
                bytes = content
            case .folder(let path):
                folder = path
                name = path + "/" + GateConfiguration.fileName
                bytes = try read(optional: name)
            }
        }
        guard let bytes else { return (GateConfiguration(), folder) }
        do {
            return (try GateConfiguration.read(bytes), folder)
        } catch {
            throw CommandError(.usage, "\(name):\(error)")
        }
    }

    private static func read(optional path: String) throws -> [UInt8]? {
        do {
            return try FileReader.read(Array(path.utf8), maxBytes: 1 << 20)
                .withUnsafeBytes { Array($0) }
        } catch {
            if error.code == .missing { return nil }
            throw CommandError(.usage, "\(path): \(error.message)")
        }
    }

    private static func ruleSet(
        _ shared: SharedOptions, _ configuration: (value: GateConfiguration, folder: String)
    ) throws -> (rules: RuleSet, hasOwn: Bool) {
        let folders =
            shared.rules
            + configuration.value.rules.map {
                $0.hasPrefix("/") ? $0 : configuration.folder + "/" + $0
            }
        let builtIn = try RuleLoader.builtIn()
        guard !folders.isEmpty else { return (builtIn, false) }
        return (try builtIn.adding(try folders.flatMap(RuleLoader.entries)), true)
    }

    private static func key(_ shared: SharedOptions) throws -> FingerprintKey {
        let named = shared.fingerprintKey ?? getenv(keyVariable).map { String(cString: $0) }
        guard let path = named, !path.isEmpty else { return .builtIn }
        do {
            let bytes = try FileReader.read(Array(path.utf8), maxBytes: 4096, followsLink: true)
            guard bytes.count >= 16 else {
                throw CommandError(
                    .usage, "fingerprint key \(path): \(bytes.count) bytes; at least 16 are needed")
            }
            return FingerprintKey(bytes: bytes.withUnsafeBytes { Array($0) })
        } catch let error as InputError {
            throw CommandError(.usage, "fingerprint key \(path): \(error.message)")
        }
    }

    private static func destinations(_ shared: SharedOptions) throws -> [ReportDestination] {
        let texts = shared.report.isEmpty ? (shared.quiet ? [] : ["text"]) : shared.report
        let destinations = try texts.map { try ReportDestination(parsing: $0) }
        try ReportDestination.check(destinations)
        return destinations
    }

    static func style(_ shared: SharedOptions) -> TextStyle {
        var size = winsize()
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let width =
            isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 40
            ? Int(size.ws_col) : 100
        // https://no-color.org: any non-empty value switches colour off.
        let refusesColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        return TextStyle(
            color: isTerminal && !shared.noColor && !refusesColor, verbose: shared.verbose,
            width: min(width, 160))
    }

    private static func names(_ given: [String], or fallback: [String]) -> [String] {
        given.isEmpty ? fallback : given.flatMap { $0.split(separator: ",").map(String.init) }
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
