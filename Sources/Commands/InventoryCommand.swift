internal import ArgumentParser
internal import CryptoPolicy
internal import Detection
internal import GitObjects
internal import Inputs
internal import Reporting
internal import ScanModel
internal import Scanning

/// `portcullis inventory`.
struct InventoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory",
        abstract: "List what files use of cryptography, good or bad.",
        discussion: """
            Algorithms, protocols, cipher suites, certificates and keys, each with its places and \
            what a policy says of it. In a git work tree: tracked files, and untracked ones that \
            are not ignored. Status 0 when all was read, 3 when not.

            Examples:
              portcullis inventory
              portcullis inventory src --policy nist-2030 --as-of 2031-01-01
              portcullis inventory --format cyclonedx --output cbom.json
            """)

    @Argument(help: "Files and folders.")
    var paths: [String] = ["."]

    @Option(help: "How it is written: table, json or cyclonedx.")
    var format: InventoryFormat = .table

    @Option(help: ArgumentHelp("Write to FILE instead of standard output.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Judge by this policy: a name of `policy list`, or a file.", valueName: "name|file"))
    var policy: String?

    @Option(help: ArgumentHelp("Judge as of this day instead of today.", valueName: "YYYY-MM-DD"))
    var asOf: CalendarDate?

    @Flag(help: "Take ignored files, too.")
    var noGitignore = false

    @Option(help: "Threads to use. The inventory is the same for any number.")
    var jobs: Int?

    @Option(help: ArgumentHelp("Read the configuration from FILE.", valueName: "file"))
    var config: String?

    @Flag(help: "Read no .portcullis.yml: for repositories that are not trusted.")
    var noConfig = false

    @Option(help: "Largest file that is read, such as 50MB. Larger ones make status 3.")
    var maxFileSize: String?

    @Flag(help: "No colour, also on a terminal.")
    var noColor = false

    @Flag(name: [.short, .long], help: "List all places and notes.")
    var verbose = false

    func run() async throws {
        let shared = try self.shared()
        let policy = try PolicyLoader.policy(self.policy)
        let repository = try? GitRepository.open(at: paths.first ?? ".")
        let folder = repository?.info.workTree ?? paths.first ?? "."
        let sink = try sink()
        let invocation = try Invocation(
            command: "inventory", shared: shared, configuration: .folder(folder),
            label: "reading", inventory: InventoryIndex(try PolicyLoader.inventoryRules()))
        let listing = try FileTreeSource.list(
            paths, honoursGitignore: !noGitignore, limits: ScanLimits())
        let inventory = try await invocation.session.inventory(listing, policy: policy)
        try format.write(inventory, to: sink, style: Invocation.style(shared))
        try sink.finish()
        if inventory.isIncomplete { throw ExitCode(ExitStatus.incomplete.rawValue) }
    }

    /// Opened first, so that a place that cannot be written is known before anything is read.
    private func sink() throws -> any ReportSink {
        guard let output, output != "-" else { return DescriptorSink.standardOutput() }
        return try ReportFile.prepare(path: output)
    }

    /// The options as scanning commands have them, so that all limits are the same.
    private func shared() throws -> SharedOptions {
        var words = ["--quiet"]
        if let asOf { words += ["--as-of", asOf.description] }
        if let jobs { words += ["--jobs", String(jobs)] }
        if let config { words += ["--config", config] }
        if noConfig { words.append("--no-config") }
        if let maxFileSize { words += ["--max-file-size", maxFileSize] }
        if noColor || output != nil { words.append("--no-color") }
        if verbose { words.append("--verbose") }
        return try SharedOptions.parse(words)
    }
}

extension InventoryFormat: ExpressibleByArgument {}
