internal import ArgumentParser
internal import Gate
internal import Reporting
internal import ScanModel

/// The options that every scanning command takes.
struct SharedOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write a report: text, sarif, json or jsonl, to PATH or standard output. Repeatable.",
            valueName: "format[=path]"))
    var report: [String] = []

    @Option(help: ArgumentHelp("Add the rules below DIR. Repeatable.", valueName: "dir"))
    var rules: [String] = []

    @Option(
        help: ArgumentHelp(
            "Report only these rules, families or tags. Repeatable.", valueName: "rule|tag"))
    var select: [String] = []

    @Option(
        help: ArgumentHelp(
            "Do not report these rules, families or tags. Repeatable.", valueName: "rule|tag"))
    var ignore: [String] = []

    @Option(help: "Lowest severity that blocks: info, low, medium, high or critical.")
    var failOn: Severity?

    @Option(help: "Lowest confidence that blocks: low, medium or high.")
    var failOnConfidence: Confidence?

    @Flag(help: "Exit with 0 whatever was found. An incomplete scan still exits with 3.")
    var exitZero = false

    @Option(help: "Threads to use. The report is the same for any number.")
    var jobs: Int?

    @Option(help: ArgumentHelp("Read the configuration from FILE.", valueName: "file"))
    var config: String?

    @Flag(help: "Read no .portcullis.yml: for repositories that are not trusted.")
    var noConfig = false

    @Option(help: ArgumentHelp("Judge as of this day instead of today.", valueName: "YYYY-MM-DD"))
    var asOf: CalendarDate?

    @Option(help: "Largest file that is scanned, such as 50MB. Larger ones make status 3.")
    var maxFileSize: String?

    @Option(help: "Keep SARIF within a platform's limits: github or gitlab.")
    var sarifProfile: SarifProfile?

    @Option(
        help: ArgumentHelp("Make fingerprints with the key in FILE.", valueName: "file"))
    var fingerprintKey: String?

    @Flag(help: "Say for each finding why it was reported, step by step.")
    var explain = false

    @Flag(help: "Show authors' e-mail addresses.")
    var showEmail = false

    @Flag(help: "No colour, also on a terminal.")
    var noColor = false

    @Flag(name: [.short, .long], help: "Print nothing but errors and the reports asked for.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Say more.")
    var verbose = false

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs must be from 1 to 256")
        }
        if let maxFileSize, ByteCount.parse(maxFileSize) == nil {
            throw ValidationError("--max-file-size must be a size such as 50MB")
        }
        if config != nil && noConfig {
            throw ValidationError("--config and --no-config exclude each other")
        }
    }
}

extension Severity: ExpressibleByArgument {
    package init?(argument: String) { self.init(word: argument) }
    package static var allValueStrings: [String] { allCases.map(\.word) }
}

extension Confidence: ExpressibleByArgument {
    package init?(argument: String) { self.init(word: argument) }
    package static var allValueStrings: [String] { allCases.map(\.word) }
}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(iso8601: argument) }
}

extension SarifProfile: ExpressibleByArgument {}
