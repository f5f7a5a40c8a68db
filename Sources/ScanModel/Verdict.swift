/// The gate's judgement of a scan, and the process's exit status.
package struct Verdict: Hashable, Sendable {
    /// Findings that block.
    package let blockingCount: Int
    /// Whether anything asked for could not be read, parsed or finished.
    package let isIncomplete: Bool
    /// From where on a finding blocks.
    package let threshold: BlockingThreshold
    /// Whether the user asked for status 0 whatever was found. Incompleteness is not excused.
    package let exitZero: Bool

    package init(
        blockingCount: Int, isIncomplete: Bool, threshold: BlockingThreshold, exitZero: Bool
    ) {
        self.blockingCount = blockingCount
        self.isIncomplete = isIncomplete
        self.threshold = threshold
        self.exitZero = exitZero
    }

    /// 1 for findings that block, else 3 for an incomplete scan, else 0.
    package var exitStatus: ExitStatus {
        if blockingCount > 0 && !exitZero { return .findings }
        if isIncomplete { return .incomplete }
        return .clean
    }
}
