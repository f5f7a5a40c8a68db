internal import ArgumentParser
internal import CryptoPolicy
internal import Reporting
internal import ScanModel

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// `portcullis policy`.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show what cryptography may be used, until when and why.",
        subcommands: [List.self, Show.self, Explain.self])

    /// `portcullis policy list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the policies that are built in.")

        func run() throws {
            let policies = try PolicyLoader.catalog.all()
            let width = policies.map(\.name.count).max() ?? 0
            for policy in policies {
                let name = policy.name + String(repeating: " ", count: width - policy.name.count)
                print("\(name)  \(policy.title)")
            }
        }
    }

    /// `portcullis policy show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show all entries of a policy as they hold at a date.")

        @Argument(help: "A name of `policy list`, or a file.")
        var name: String = PolicyCatalog.standardName

        @Option(
            help: ArgumentHelp("Judge as of this day instead of today.", valueName: "YYYY-MM-DD"))
        var asOf: CalendarDate?

        func run() throws {
            let policy = try PolicyLoader.policy(name)
            let date = PolicyCommand.date(asOf)
            PolicyCommand.say("\(policy.name): \(policy.title)")
            if !policy.ancestors.isEmpty {
                PolicyCommand.say("builds on " + policy.ancestors.joined(separator: ", "))
            }
            print("as of \(date)\n")
            for entry in policy.entries {
                let verdict = entry.verdict(AssetParameters(), at: date)
                PolicyCommand.say("\(entry.id)  \(entry.name)")
                PolicyCommand.say("  \(verdict.words) (\(verdict.document))")
                for (status, change) in entry.changes(after: date) {
                    PolicyCommand.say(
                        "  \(status.rawValue) from \(change.from) (\(change.document))")
                }
                for minimum in entry.minimums {
                    PolicyCommand.say(PolicyCommand.words(minimum))
                }
            }
        }
    }

    /// `portcullis policy explain`.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what holds for an algorithm, protocol or suite, and when it changes.",
            discussion: """
                Any usual spelling is understood: sha1WithRSAEncryption, DES-CBC3-SHA, RS256, \
                TLSv1.1, rsa:1024, prime256v1. Status 2 for a name that is not known.
                """)

        @Argument(help: "The name, as a program or standard spells it.")
        var algorithm: String

        @Option(
            help: ArgumentHelp(
                "Judge by this policy: a name of `policy list`, or a file.",
                valueName: "name|file"))
        var policy: String?

        @Option(
            help: ArgumentHelp("Judge as of this day instead of today.", valueName: "YYYY-MM-DD"))
        var asOf: CalendarDate?

        func run() throws {
            let policy = try PolicyLoader.policy(self.policy)
            let date = PolicyCommand.date(asOf)
            let item = try NamedSubject(algorithm, in: policy).item
            let verdict = policy.verdict(on: item, at: date)
            print("\(item.name) (\(item.kind.rawValue))")
            PolicyCommand.say("  \(date), policy \(policy.name): \(verdict.words)")
            let entries = policy.entries(for: item)
            if entries.isEmpty { PolicyCommand.say("  \(verdict.reason)") }
            for entry in entries {
                let own = entry.verdict(item.parameters, at: date)
                PolicyCommand.say("\n\(entry.name)  [\(entry.id)]")
                PolicyCommand.say("  now: \(own.words) (\(own.document))")
                PolicyCommand.say("  why: \(own.reason)")
                for (status, change) in entry.changes(after: date) {
                    PolicyCommand.say(
                        "  from \(change.from): \(status.rawValue) (\(change.document))")
                }
                for minimum in entry.minimums { PolicyCommand.say(PolicyCommand.words(minimum)) }
                if let fix = entry.fix { PolicyCommand.say("  instead: \(fix)") }
            }
        }
    }

    private static func words(_ minimum: PolicyMinimum) -> String {
        "  below \(minimum.value) \(minimum.parameter.rawValue): \(minimum.below.rawValue)"
    }

    private static func date(_ given: CalendarDate?) -> CalendarDate {
        given ?? CalendarDate(secondsSince1970: Int64(time(nil)))
    }

    /// Prints what may be of a user's file: nothing of it may act on the terminal.
    private static func say(_ line: String) {
        print(
            line.split(separator: "\n", omittingEmptySubsequences: false)
                .map { TerminalText.escaped(String($0)) }.joined(separator: "\n"))
    }
}
