@testable import GitObjects

#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// Notes what a sweep shows it, and whether copies and bases are what they claim.
final class CheckingWorker: SweepWorker {
    /// What one thread saw.
    struct Output: Sendable {
        var visited: [Int] = []
        var objects: [Int: (kind: ObjectKind, bytes: [UInt8])] = [:]
        var faults: [FuzzFailure] = []
        var recording = HistoryRecording()
    }

    /// What is kept of an object for those made from it.
    private final class Memo {
        let bytes: [UInt8]
        let tree: TreeMemo?

        init(_ bytes: [UInt8], _ tree: TreeMemo?) {
            self.bytes = bytes
            self.tree = tree
        }
    }

    private var output = Output()
    private let recorder: HistoryRecorder

    private let isSlow: Bool

    /// - Parameter isSlow: whether it dawdles, so that other threads run out of work meanwhile.
    init(_ catalog: ObjectCatalog, isSlow: Bool) {
        recorder = HistoryRecorder(catalog)
        self.isSlow = isSlow
    }

    func visit(_ object: SweptObject, base: AnyObject?) -> AnyObject? {
        if isSlow { usleep(100) }
        let bytes = [UInt8](object.bytes)
        output.visited.append(object.number)
        output.objects[object.number] = (object.kind, bytes)
        let base = base as? Memo
        do throws(FuzzFailure) {
            try FuzzFailure.unless(
                (object.delta == nil) == (base == nil), "base and its memo do not go together")
            if let delta = object.delta, let base {
                try FuzzFailure.unless(
                    base.bytes.withUnsafeBytes { $0.isSame(as: delta.base) },
                    "the base is not what it was")
                try DeltaFuzz.check(delta.copies, of: delta.base, in: object.bytes)
            }
        } catch {
            output.faults.append(error)
        }
        return Memo(bytes, recorder.visit(object, base: base?.tree))
    }

    func shared(_ memo: AnyObject) -> AnyObject? {
        // Numbers of trees mean nothing to another recorder.
        (memo as? Memo).map { Memo($0.bytes, nil) }
    }

    /// What was seen.
    func finish() -> Output {
        output.recording = recorder.finish()
        return output
    }
}
