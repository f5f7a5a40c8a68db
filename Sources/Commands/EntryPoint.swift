internal import ArgumentParser
internal import CryptoPolicy
internal import Detection
internal import GitObjects
internal import Inputs
internal import Patterns
internal import Reporting
internal import Rules
internal import ScanModel
internal import Scanning

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Maps every outcome of the program to an exit status.
package enum EntryPoint {
    /// Parses the command line, runs the command and ends the process.
    package static func main() async -> Never {
        // A reader that went away is an error of writing, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        if let command = CommandLine.arguments.dropFirst().first,
            ["staged", "diff", "history", "scan", "inventory"].contains(command)
        {
            // libgit2 reads all certificates of the machine as it starts: beside the parsing.
            Task.detached { GitRepository.prepare() }
        }
        do {
            var command = try Portcullis.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            exit(ExitStatus.clean.rawValue)
        } catch {
            exit(finish(error))
        }
    }

    private static func finish(_ error: any Error) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        if let status = status(of: error) {
            say("portcullis: error: \(error)")
            return status.rawValue
        }
        let isAnswer = Portcullis.exitCode(for: error) == .success
        if isAnswer {
            print(Portcullis.fullMessage(for: error))
            return ExitStatus.clean.rawValue
        }
        say(Portcullis.fullMessage(for: error))
        return ExitStatus.usage.rawValue
    }

    /// The status for errors of ours; `nil` for those of the command line's parser.
    private static func status(of error: any Error) -> ExitStatus? {
        switch error {
        case let error as CommandError: error.status
        case let error as ScanError: error.code == .unreadable ? .incomplete : .usage
        case let error as GitError: error.code.exitStatus
        case is ReportError, is RuleError, is InputError, is CryptoPolicyError: .usage
        case is PatternError: .incomplete
        default: nil
        }
    }

    /// Writes to standard error what may hold words from outside: with secrets masked and control
    /// characters escaped.
    static func say(_ message: String) {
        let redactor = MessageRedactor()
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            TerminalText.escaped(redactor.redact(String(line)).text)
        }
        StandardError.write(lines.joined(separator: "\n"))
    }
}

extension GitError.Code {
    /// Wrong requests are usage errors; what cannot be read is an incomplete scan.
    var exitStatus: ExitStatus {
        switch self {
        case .badRevision, .noMergeBase, .notARepository: .usage
        default: .incomplete
        }
    }
}
