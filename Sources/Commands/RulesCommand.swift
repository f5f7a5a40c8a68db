internal import ArgumentParser
internal import Reporting
internal import Rules
internal import ScanModel
internal import Scanning

/// `portcullis rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List, show, check, try and document rules.",
        subcommands: [List.self, Show.self, Check.self, RulesTestCommand.self, Docs.self],
        defaultSubcommand: List.self)

    /// What all of them take.
    struct Source: ParsableArguments {
        @Option(help: ArgumentHelp("Add the rules below DIR. Repeatable.", valueName: "dir"))
        var rules: [String] = []

        func ruleSet() throws -> RuleSet {
            try RuleLoader.builtIn().adding(try rules.flatMap(RuleLoader.entries))
        }
    }

    /// `portcullis rules list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the rules: id, severity, confidence, name.")

        @OptionGroup var source: Source

        @Argument(help: "Rules, families or tags; none for all.")
        var names: [String] = []

        func run() throws {
            let ruleSet = try source.ruleSet()
            let words = try ruleSet.allDocumentation()
            let chosen = ruleSet.rules.indices.filter { index in
                names.isEmpty || names.contains { ruleSet.rules[index].answers(to: $0) }
            }
            let derived = DerivedRules.all.filter { rule in
                names.isEmpty || names.contains { rule.answers(to: $0) }
            }
            guard !chosen.isEmpty || !derived.isEmpty else {
                throw CommandError(.usage, "no rule, family or tag is called that")
            }
            let ids = chosen.map { ruleSet.rules[$0].id } + derived.map(\.id)
            let width = ids.map(\.rawValue.count).max() ?? 0
            for index in chosen {
                let rule = ruleSet.rules[index]
                print(
                    pad(rule.id.rawValue, width), pad(rule.severity.word, 8),
                    pad(rule.confidence.word, 6), words[index].name, separator: "  ")
            }
            for rule in derived {
                print(
                    pad(rule.id.rawValue, width), pad(rule.severity.word, 8),
                    pad(rule.confidence.word, 6), rule.name, separator: "  ")
            }
        }

        private func pad(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
    }

    /// `portcullis rules show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a rule in full.")

        @OptionGroup var source: Source

        @Argument(help: "The rule's id.")
        var id: String

        func run() throws {
            let ruleSet = try source.ruleSet()
            if let derived = DerivedRules.all.first(where: { $0.id == RuleID(id) }) {
                print(RuleManual.markdown(derived))
                return
            }
            guard let index = ruleSet.index(of: RuleID(id)) else {
                throw CommandError(
                    .usage, "no rule is called \(id); `portcullis rules list` shows them")
            }
            print(RuleManual.markdown(ruleSet.rules[index], try ruleSet.allDocumentation()[index]))
        }
    }

    /// `portcullis rules check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check rules: schema, patterns, literals, examples, clashes.",
            discussion: """
                Without DIR the embedded rules are checked. Rules of DIR take the place of \
                embedded ones with their ids. Status 2 when a rule fails.
                """)

        @Argument(help: "A folder of rules, or a rule file.")
        var directory: String?

        @Flag(help: "Check the folder's rules alone, without the embedded ones.")
        var alone = false

        @Option(
            help: ArgumentHelp(
                "Measure the rules on the files below DIR: overlaps, hot literals, costs.",
                valueName: "dir"))
        var tree: String?

        func run() throws {
            let builtIn = try RuleLoader.builtIn()
            let entries = try directory.map(RuleLoader.entries) ?? []
            let own = Set(entries.map(\.rule.id))
            let ruleSet = try alone ? RuleSet(entries) : builtIn.replacing(with: entries)
            let check = try RuleCheck(
                ruleSet, date: CalendarDate(secondsSince1970: 0))
            let problems = try check.problems { own.isEmpty || own.contains($0) }
            for problem in problems { print("\(problem.rule): \(problem.message)") }
            let count = own.isEmpty ? ruleSet.rules.count : own.count
            guard problems.isEmpty else {
                throw CommandError(
                    .usage,
                    "\(DecimalGrouping.counted(problems.count, "problem")) in "
                        + DecimalGrouping.counted(count, "rule"))
            }
            print("\(DecimalGrouping.counted(count, "rule")) checked, no problem")
            if let tree { try RuleSurveyTables.print(of: ruleSet, tree: tree) }
        }
    }

    /// `portcullis rules docs`.
    struct Docs: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the manual of all rules as Markdown.")

        @OptionGroup var source: Source

        func run() throws {
            let ruleSet = try source.ruleSet()
            print("# Rules\n\nGenerated by `portcullis rules docs`.")
            for (rule, words) in zip(ruleSet.rules, try ruleSet.allDocumentation()) {
                print("\n" + RuleManual.markdown(rule, words))
            }
            for rule in DerivedRules.all { print("\n" + RuleManual.markdown(rule)) }
        }
    }
}
