internal import ArgumentParser
internal import Detection
internal import Inputs
internal import Reporting
internal import Rules
internal import ScanModel
internal import Scanning

/// `portcullis rules test`.
struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Say step by step why a rule reports, or does not report, each line of a file.",
        discussion: """
            Every place to which the rule's literals lead is explained: pattern, entropy, \
            allow lists, words nearby, evidence, other rules. Nothing of the file's content is \
            printed. RULE is an id, or a rule file, whose rules take the place of embedded ones \
            with their ids.
            """)

    @OptionGroup var source: RulesCommand.Source

    @Argument(help: "The rule's id, or a rule file.")
    var rule: String

    @Argument(help: "The file to try it on.")
    var file: String

    @Option(help: ArgumentHelp("Judge as if the file stood at PATH.", valueName: "path"))
    var path: String?

    func run() throws {
        var ruleSet = try source.ruleSet()
        var ids = [RuleID(rule)]
        if rule.hasSuffix(".yml") || rule.hasSuffix(".yaml") {
            let entries = try RuleLoader.entries(in: rule)
            ruleSet = try ruleSet.replacing(with: entries)
            ids = entries.map(\.rule.id)
        }
        let trial = try RuleTrial(ruleSet, date: CalendarDate(secondsSince1970: 0))
        let bytes: Bytes
        do {
            bytes = try FileReader.read(
                Array(file.utf8), maxBytes: ScanLimits().maxBlobBytes, followsLink: true)
        } catch {
            throw CommandError(.usage, "\(file): \(error.message)")
        }
        for id in ids {
            guard let index = ruleSet.index(of: id) else {
                throw CommandError(
                    .usage, "no rule is called \(id); `portcullis rules list` shows them")
            }
            let attempts = bytes.withUnsafeBytes {
                trial.attempts(of: index, in: $0, path: path ?? file)
            }
            for attempt in attempts { show(attempt, id) }
            let reported = attempts.count(where: \.isReported)
            print("\(id): \(DecimalGrouping.counted(reported, "finding"))")
        }
    }

    private func show(_ attempt: RuleAttempt, _ id: RuleID) {
        let place = TerminalText.escaped(file) + (attempt.line.map { ":\($0)" } ?? "")
        print("\(place): \(id): \(attempt.isReported ? "reported" : "not reported")")
        for step in attempt.steps {
            let name = step.name + String(repeating: " ", count: max(1, 12 - step.name.count))
            print(
                "  \(step.passed ? "pass" : "FAIL")  \(name)\(TerminalText.escaped(step.statement))"
            )
        }
    }
}
