internal import ScanModel

/// Ends the program with a message and a status.
struct CommandError: Error, Equatable, CustomStringConvertible {
    let status: ExitStatus
    /// What failed, where and what to do. Raw: redacted before it is printed.
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    var description: String { message }

    static func == (left: CommandError, right: CommandError) -> Bool {
        left.status == right.status
    }
}
