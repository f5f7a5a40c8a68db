internal import ArgumentParser
internal import Gate
internal import GitObjects
internal import ScanModel
internal import Scanning

/// `portcullis diff`.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Scan what a merge would bring.",
        discussion: """
            Secrets in every commit between the merge base and HEAD, also those that a later \
            commit removed; misuse at HEAD. The configuration is the merge base's.

            Examples:
              portcullis diff origin/main...HEAD
              portcullis diff main...feature --report sarif=out.sarif
            """)

    @Argument(help: ArgumentHelp("Where the change goes and comes from.", valueName: "base...head"))
    var revisions: String

    @Option(help: ArgumentHelp("The repository.", valueName: "dir"))
    var repo: String?

    @Flag(help: "Count a shallow clone as complete.")
    var allowShallow = false

    @Flag(help: "Accept a HEAD that brings no commit; without, that is status 3.")
    var allowEmpty = false

    @OptionGroup(title: "Common options")
    var shared: SharedOptions

    func run() async throws {
        guard let dots = revisions.firstRange(of: "...") ?? revisions.firstRange(of: "..") else {
            throw CommandError(
                .usage, "diff: BASE...HEAD was expected, such as origin/main...HEAD")
        }
        let base = String(revisions[..<dots.lowerBound])
        let head = String(revisions[dots.upperBound...])
        let repository = try GitRepository.open(at: repo)
        let plan = try repository.changes(
            base: base.isEmpty ? "HEAD" : base, head: head.isEmpty ? "HEAD" : head)
        let trusted = try plan.mergeBases.first.flatMap {
            try repository.blob(at: $0, path: GateConfiguration.fileName)
        }
        let invocation = try Invocation(
            command: "diff", shared: shared,
            configuration: .trusted(
                trusted?.withUnsafeBytes { Array($0) },
                name: "\(base):\(GateConfiguration.fileName)"), label: "diff"
        ) {
            $0.allowsShallow = allowShallow
            $0.allowsEmptyChange = allowEmpty
        }
        try invocation.finish(try await invocation.session.scanChanges(plan, of: repository))
    }
}
