import ScanModel
private import Synchronization

#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// What the threads of a sweep share: families to begin, and branches of families that one thread
/// leaves to another which has nothing to do.
final class SweepShare: Sendable {
    /// A branch of a family: an entry, with the object that it is made from.
    ///
    /// `@unchecked Sendable`: the memo is one that `SweepWorker.shared` gave out for this.
    struct Branch: @unchecked Sendable {
        let source: Int
        let rank: Int
        let kind: ObjectKind
        let base: ObjectBuffer
        let memo: AnyObject?
    }

    private struct State {
        var branches: [Branch] = []
        var workingCount = 0
    }

    private let taskCount: Int
    private let nextTask = Atomic<Int>(0)
    private let waitingCount = Atomic<Int>(0)
    private let state = Guarded(State())

    init(taskCount: Int) { self.taskCount = taskCount }

    /// Whether some thread has nothing to do and nothing lies ready for it.
    var wantsBranch: Bool { waitingCount.load(ordering: .relaxed) > 0 }

    /// The number of the next family; `nil` when all are taken.
    func takeTask() -> Int? {
        let index = nextTask.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < taskCount ? index : nil
    }

    /// Leaves a branch to another thread.
    func give(_ branch: Branch) {
        state.withLock { $0.branches.append(branch) }
        waitingCount.wrappingSubtract(1, ordering: .relaxed)
    }

    /// Says that the calling thread works.
    func begin() { state.withLock { $0.workingCount += 1 } }

    /// Waits for a branch; the calling thread has finished what it had.
    /// - Returns: `nil` when nobody works any more.
    func takeBranch() -> Branch? {
        state.withLock { $0.workingCount -= 1 }
        waitingCount.wrappingAdd(1, ordering: .relaxed)
        while true {
            let (branch, isOver) = state.withLock { state -> (Branch?, Bool) in
                guard let branch = state.branches.popLast() else {
                    return (nil, state.workingCount == 0)
                }
                state.workingCount += 1
                return (branch, false)
            }
            // Whoever gave it has counted this thread as served.
            if let branch { return branch }
            if isOver { return nil }
            // Rare and short: only at the end of a sweep are there threads without work.
            usleep(50)
        }
    }
}
