#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import ScanModel
import Synchronization

/// A line on the terminal that shows how far long work has come.
///
/// Drawn only on a terminal, at most ten times a second, never wider than it, and erased at the
/// end. Any thread may advance it; a thread that finds another drawing goes on with its work.
package final class ProgressBar: Sendable {
    /// Nanoseconds between two drawings.
    static let interval: Int64 = 100_000_000

    private let label: String
    private let total: Int?
    private let descriptor: Int32
    private let isShown: Bool
    private let now: @Sendable () -> Int64
    private let done = Atomic<Int>(0)
    private let bytes = Atomic<Int>(0)
    /// 0 where unknown.
    private let totalBytes = Atomic<Int>(0)
    private let nextDrawing: Atomic<Int64>
    private let isDrawn = Guarded(false)
    private let isFinished = Atomic<Bool>(false)

    /// Prepares a bar that first shows after one interval, so that short work shows none.
    ///
    /// - Parameters:
    ///   - label: what is done, in a word or two.
    ///   - total: units to do; `nil` where unknown.
    ///   - descriptor: standard error by default.
    ///   - isShown: overrides the question whether `descriptor` is a terminal.
    ///   - now: nanoseconds of a clock that never goes back.
    package init(
        label: String, total: Int?, descriptor: Int32 = STDERR_FILENO, isShown: Bool? = nil,
        now: @escaping @Sendable () -> Int64 = ProgressBar.monotonicNanoseconds
    ) {
        self.label = TerminalText.escaped(label)
        self.total = total
        self.descriptor = descriptor
        self.isShown = isShown ?? (isatty(descriptor) == 1)
        self.now = now
        nextDrawing = Atomic(now() + ProgressBar.interval)
    }

    /// From now on the share of `bytes` is shown, not that of units; what comes beyond them counts
    /// as the end of the work.
    package func expect(bytes: Int) {
        self.bytes.store(0, ordering: .relaxed)
        totalBytes.store(max(bytes, 0), ordering: .relaxed)
    }

    /// Counts finished units and their bytes; cheap enough for every blob.
    package func advance(by count: Int = 1, bytes count2: Int = 0) {
        guard isShown else { return }
        done.wrappingAdd(count, ordering: .relaxed)
        bytes.wrappingAdd(count2, ordering: .relaxed)
        let time = now()
        let due = nextDrawing.load(ordering: .relaxed)
        guard time >= due,
            nextDrawing.compareExchange(
                expected: due, desired: time + ProgressBar.interval, ordering: .relaxed
            ).exchanged
        else { return }
        _ = isDrawn.withLockIfAvailable { isDrawn in
            guard !isFinished.load(ordering: .relaxed) else { return }
            write("\r" + line(width: terminalWidth()) + "\u{1B}[K")
            isDrawn = true
        }
    }

    /// Erases the bar; later `advance`s draw nothing.
    package func finish() {
        isDrawn.withLock { isDrawn in
            isFinished.store(true, ordering: .relaxed)
            if isDrawn { write("\r\u{1B}[K") }
            isDrawn = false
        }
    }

    /// The bar in at most `width` columns.
    func line(width: Int) -> String {
        let done = self.done.load(ordering: .relaxed)
        let bytes = self.bytes.load(ordering: .relaxed)
        let totalBytes = self.totalBytes.load(ordering: .relaxed)
        var counts = DecimalGrouping.text(done)
        var bar = ""
        var size = bytes > 0 ? ", \(ByteSize.text(bytes))" : ""
        if totalBytes > 0 {
            bar = ProgressBar.drawn(Double(bytes) / Double(totalBytes))
            counts = "\(ByteSize.text(min(bytes, totalBytes))) of \(ByteSize.text(totalBytes))"
            size = ""
        } else if let total, total > 0 {
            bar = ProgressBar.drawn(Double(done) / Double(total))
            counts += " of \(DecimalGrouping.text(total))"
        }
        for text in [label + bar + "  " + counts + size, label + "  " + counts, counts]
        where DisplayWidth.columns(text) <= width { return text }
        return ""
    }

    private static func drawn(_ share: Double) -> String {
        let cells = 20
        let share = min(max(share, 0), 1)
        let full = Int(share * Double(cells))
        return " [" + String(repeating: "=", count: full)
            + String(repeating: " ", count: cells - full) + "] \(Int(share * 100))%"
    }

    /// Nanoseconds of the system's monotonic clock.
    package static func monotonicNanoseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private func terminalWidth() -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 79 }
        // One column less: a full last column wraps on some terminals.
        return min(Int(size.ws_col) - 1, 120)
    }

    private func write(_ text: String) {
        var text = text
        // A bar that cannot be drawn is no fault of the scan.
        text.withUTF8 { _ = DescriptorSink.writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
    }
}
