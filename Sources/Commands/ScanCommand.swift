internal import ArgumentParser
internal import GitObjects
internal import Inputs
internal import ScanModel
internal import Scanning

/// `portcullis scan`.
struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Scan files and folders.",
        discussion: """
            In a git work tree: tracked files, and untracked ones that are not ignored.

            Examples:
              portcullis scan
              portcullis scan src deploy --report text --report sarif=out.sarif
              portcullis scan --no-gitignore /srv/app
            """)

    @Argument(help: "Files and folders.")
    var paths: [String] = ["."]

    @Flag(help: "Take ignored files, too.")
    var noGitignore = false

    @OptionGroup(title: "Common options")
    var shared: SharedOptions

    func run() async throws {
        let repository = try? GitRepository.open(at: paths.first ?? ".")
        let folder = repository?.info.workTree ?? paths.first ?? "."
        let invocation = try Invocation(
            command: "scan", shared: shared, configuration: .folder(folder), label: "scanning")
        let listing = try FileTreeSource.list(
            paths, honoursGitignore: !noGitignore, limits: ScanLimits())
        try invocation.finish(
            try await invocation.session.scan(listing, of: repository))
    }
}
