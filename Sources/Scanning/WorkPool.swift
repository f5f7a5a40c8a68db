internal import Detection
private import Synchronization

/// Spreads items over threads; each has its own scanner and takes the next item when it is free.
enum WorkPool {
    /// Fewer items than this are not worth a second thread.
    private static let minParallel = 4

    /// The next index to work on, shared by all threads.
    private final class Cursor: Sendable {
        private let next = Atomic<Int>(0)

        func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
    }

    /// Runs `body` on every index below `count`.
    ///
    /// - Returns: what `body` gave, in the order of the indexes whatever the number of threads.
    static func map<Output: Sendable>(
        count: Int, jobs: Int, detector: Detector,
        _ body: @escaping @Sendable (Int, BlobScanner) -> Output?
    ) async throws -> [Output] {
        let cursor = Cursor()
        let work: @Sendable () throws -> [(Int, Output)] = {
            let scanner = try detector.makeScanner()
            var outputs: [(Int, Output)] = []
            while true {
                let index = cursor.take()
                guard index < count else { return outputs }
                if let output = body(index, scanner) { outputs.append((index, output)) }
            }
        }
        guard jobs > 1, count >= minParallel else { return try work().map(\.1) }
        return try await withThrowingTaskGroup(of: [(Int, Output)].self) { group in
            for _ in 0..<min(jobs, count) { group.addTask { try work() } }
            var all: [(Int, Output)] = []
            for try await part in group { all += part }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
