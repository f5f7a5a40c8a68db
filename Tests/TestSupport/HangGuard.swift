import Foundation
import ScanModel

/// Ends the wait for work that does not come to its end.
///
/// The work runs on a thread of its own: a time limit of the test would count the time as well that
/// the test waits for others to leave the pool of threads.
public enum HangGuard {
    /// The work did not end in time; its thread is left behind.
    public struct Hang: Error, CustomStringConvertible {
        /// How long was waited.
        public let description: String
    }

    /// How long is waited: a minute, unless a slower build asks for more by the environment.
    public static let seconds =
        ProcessInfo.processInfo.environment["PORTCULLIS_HANG_SECONDS"].flatMap { Int($0) } ?? 60

    /// Runs `work` and gives what it gave.
    ///
    /// - Throws: `Hang` after so many seconds; what `work` throws.
    public static func run<Value: Sendable>(
        seconds: Int = HangGuard.seconds, _ work: @escaping @Sendable () throws -> Value
    ) throws -> Value {
        let outcome = Guarded<Result<Value, any Error>?>(nil)
        let isDone = DispatchSemaphore(value: 0)
        let thread = Thread {
            let result = Result { try work() }
            outcome.withLock { $0 = result }
            isDone.signal()
        }
        thread.stackSize = 8 << 20
        thread.start()
        guard isDone.wait(timeout: .now() + .seconds(seconds)) == .success,
            let result = outcome.withLock({ $0 })
        else { throw Hang(description: "the work did not end within \(seconds) s") }
        return try result.get()
    }
}
