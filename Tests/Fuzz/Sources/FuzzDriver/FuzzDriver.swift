import Dispatch
private import Glibc

/// Hands libFuzzer's inputs to an entry point, and its failures to libFuzzer.
package enum FuzzDriver {
    /// Runs an entry point; what it throws ends the process, as a trap would.
    package static func run(
        _ bytes: UnsafePointer<UInt8>?, _ count: Int,
        _ entryPoint: (UnsafeRawBufferPointer) throws -> Void
    ) -> Int32 {
        do {
            try entryPoint(UnsafeRawBufferPointer(start: bytes, count: count))
        } catch {
            die(of: error)
        }
        return 0
    }

    /// The same for an entry point that suspends: libFuzzer calls from a thread of its own, so
    /// nothing else waits while this one does.
    package static func runAndWait(
        _ bytes: UnsafePointer<UInt8>?, _ count: Int,
        _ entryPoint: @escaping @Sendable ([UInt8]) async throws -> Void
    ) -> Int32 {
        let input = [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
        let done = DispatchSemaphore(value: 0)
        Task {
            do { try await entryPoint(input) } catch { die(of: error) }
            done.signal()
        }
        done.wait()
        return 0
    }

    private static func die(of error: any Error) -> Never {
        print("\(error)")
        fflush(nil)
        abort()
    }
}
