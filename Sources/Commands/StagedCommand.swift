internal import ArgumentParser
internal import Gate
internal import GitObjects
internal import ScanModel
internal import Scanning

/// `portcullis staged`.
struct StagedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staged", abstract: "Scan what `git commit` would record.",
        discussion: """
            Reads the index (the one GIT_INDEX_FILE names, if any), never the work tree. New is \
            what HEAD does not have; the configuration is HEAD's.

            Example, as .git/hooks/pre-commit:
              #!/bin/sh
              exec portcullis staged
            """)

    @Option(help: ArgumentHelp("The repository.", valueName: "dir"))
    var repo: String?

    @OptionGroup(title: "Common options")
    var shared: SharedOptions

    func run() async throws {
        // Before the repository, since libgit2 is still starting on another thread.
        _ = try RuleLoader.builtIn()
        let repository = try GitRepository.open(at: repo)
        let trusted = try repository.info.headCommit.flatMap {
            try repository.blob(at: $0, path: GateConfiguration.fileName)
        }
        let invocation = try Invocation(
            command: "staged", shared: shared,
            configuration: .trusted(
                trusted?.withUnsafeBytes { Array($0) }, name: "HEAD:\(GateConfiguration.fileName)"),
            label: "scanning")
        try invocation.finish(try await invocation.session.scanStaged(repository))
    }
}
