/// The gate's judgement of a scan, and the process's exit status.
package struct Verdict: Hashable, Sendable {
    /// Findings that block: unsuppressed, at or above the thresholds.
    package let blockingCount: Int
    /// Whether anything asked for could not be read, parsed or finished.
    package let isIncomplete: Bool
    /// The lowest severity that blocks.
    package let failOn: Severity
    /// Whether the user asked for status 0 whatever was found. Incompleteness is not excused.
    package let exitZero: Bool

    package init(blockingCount: Int, isIncomplete: Bool, failOn: Severity, exitZero: Bool) {
        self.blockingCount = blockingCount
        self.isIncomplete = isIncomplete
        self.failOn = failOn
        self.exitZero = exitZero
    }

    /// 1 for findings that block, else 3 for an incomplete scan, else 0.
    package var exitStatus: ExitStatus {
        if blockingCount > 0 && !exitZero { return .findings }
        if isIncomplete { return .incomplete }
        return .clean
    }
}
