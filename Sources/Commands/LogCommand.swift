internal import ArgumentParser
internal import Inputs
internal import ScanModel
internal import Scanning

/// `portcullis log`.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Scan a build log as a stream, in constant memory.",
        discussion: """
            Examples:
              build 2>&1 | portcullis log -
              portcullis log build.log --report sarif=log.sarif
            """)

    @Argument(help: "The log; - for standard input.")
    var file = "-"

    @OptionGroup(title: "Common options")
    var shared: SharedOptions

    func run() async throws {
        let invocation = try Invocation(
            command: "log", shared: shared, configuration: .folder("."), label: "reading")
        let stream: LogStream
        do {
            stream = try LogStream(path: file)
        } catch {
            throw CommandError(.usage, "\(file): \(error.message)")
        }
        try invocation.finish(try invocation.session.scanLog(stream, name: file))
    }
}
