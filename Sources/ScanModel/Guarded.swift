#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// A value that one thread at a time gets at.
///
/// What `Synchronization.Mutex` is, on the platform's own lock: ThreadSanitizer knows that one and
/// so can prove what lies under it, while on Linux it does not see the standard library's futex.
///
/// `@unchecked Sendable`: the value is reached in `withLock` alone.
package final class Guarded<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    package init(_ value: sending Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Runs `body` while no other thread does so with this value; not to be nested.
    package func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }

    /// Runs `body` unless another thread is at it.
    ///
    /// - Returns: what `body` gave, or `nil` when it did not run.
    package func withLockIfAvailable<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard pthread_mutex_trylock(mutex) == 0 else { return nil }
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
