@testable import GitObjects

/// Notes what a sweep shows it, and whether copies and bases are what they claim.
final class CheckingWorker: SweepWorker {
    /// What one thread saw.
    struct Output: Sendable {
        var visited: [Int] = []
        var objects: [Int: (kind: ObjectKind, bytes: [UInt8])] = [:]
        var faults: [FuzzFailure] = []
    }

    private var output = Output()

    /// - Parameter base: the bytes of the base as they were when it was visited.
    /// - Returns: the bytes of the object.
    func visit(_ object: SweptObject, base: [UInt8]?) -> [UInt8]? {
        output.visited.append(object.number)
        output.objects[object.number] = (object.kind, [UInt8](object.bytes))
        do throws(FuzzFailure) {
            try FuzzFailure.unless(
                (object.delta == nil) == (base == nil), "base and its memo do not go together")
            if let delta = object.delta, let base {
                try FuzzFailure.unless(
                    base.withUnsafeBytes { $0.isSame(as: delta.base) },
                    "the base is not what it was")
                try DeltaFuzz.check(delta.copies, of: delta.base, in: object.bytes)
            }
        } catch {
            output.faults.append(error)
        }
        return [UInt8](object.bytes)
    }

    func finish() -> Output { output }
}
