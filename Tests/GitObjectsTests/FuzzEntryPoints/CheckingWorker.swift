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

    /// The bytes of an object as they were when it was visited.
    private final class Kept {
        let bytes: [UInt8]
        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }

    func shared(_ memo: AnyObject) -> AnyObject? { memo }

    func visit(_ object: SweptObject, base: AnyObject?) -> AnyObject? {
        let base = (base as? Kept)?.bytes
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
        return Kept([UInt8](object.bytes))
    }

    func finish() -> Output { output }
}
