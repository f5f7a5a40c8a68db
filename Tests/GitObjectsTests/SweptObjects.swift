import GitObjects
import ScanModel
import TestSupport

/// What a sweep meets, by id: the kind, and the id that the bytes really have.
final class SweptObjects: SweepWorker {
    private let ids: @Sendable (Int) -> ObjectID
    private let hash: ObjectHash
    private var found: [ObjectID: [Met]] = [:]

    struct Met: Sendable, Equatable {
        let kind: ObjectKind
        let byteCount: Int
        /// The id of the bytes that were met.
        let trueID: ObjectID
        /// Whether base and copies were as the object says.
        let isDeltaSound: Bool
    }

    init(_ sweep: ObjectSweep, _ hash: ObjectHash) {
        ids = { sweep.id(of: $0) }
        self.hash = hash
    }

    /// The size of an object, to be told what base another was made from.
    private final class Memo {
        let byteCount: Int
        init(byteCount: Int) { self.byteCount = byteCount }
    }

    func shared(_ memo: AnyObject) -> AnyObject? { memo }

    func visit(_ object: SweptObject, base: AnyObject?) -> AnyObject? {
        var isDeltaSound = true
        if let delta = object.delta {
            isDeltaSound = (base as? Memo)?.byteCount == delta.base.count
            for copy in delta.copies {
                isDeltaSound =
                    isDeltaSound
                    && delta.base[copy.baseStart..<copy.baseEnd].elementsEqual(
                        object.bytes[copy.targetStart..<copy.targetEnd])
            }
        }
        let kind = PackedKind(rawValue: object.kind.rawValue) ?? .blob
        found[ids(object.number), default: []].append(
            Met(
                kind: object.kind, byteCount: object.bytes.count,
                trueID: hash.id(kind, Array(object.bytes)), isDeltaSound: isDeltaSound))
        return Memo(byteCount: object.bytes.count)
    }

    func finish() -> [ObjectID: [Met]] { found }

    /// Sweeps over a repository.
    static func all(
        of repository: GitRepository, limits: SweepLimits = SweepLimits(), jobs: Int = 2
    ) async throws -> (
        met: [ObjectID: [Met]], failures: [ObjectID: GitError], ledger: ObjectLedger,
        notices: [GitNotice]
    ) {
        let (sweep, notices) = try repository.objectSweep(limits: limits)
        let hash: ObjectHash = repository.info.objectFormat == .sha1 ? .sha1 : .sha256
        let result = try await sweep.run(jobs: jobs) {
            SweptObjects(sweep, hash)
        } finish: {
            $0.finish()
        }
        var met: [ObjectID: [Met]] = [:]
        for output in result.outputs { met.merge(output) { $0 + $1 } }
        var failures: [ObjectID: GitError] = [:]
        for (number, error) in result.failures { failures[sweep.id(of: number)] = error }
        return (met, failures, result.ledger, notices)
    }
}
