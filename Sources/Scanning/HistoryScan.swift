internal import Detection
internal import GitObjects

/// What one thread of a history scan does with the objects it meets: blobs and messages are
/// scanned, trees and commits recorded.
final class HistoryScan: SweepWorker {
    enum Memo {
        case text(BlobMemo)
    }

    struct Output: Sendable {
        var blobs: [(number: Int, kind: ObjectKind, blob: SweptBlob)] = []
    }

    private let scanner: BlobScanner
    private var output = Output()

    init(_ scanner: BlobScanner) { self.scanner = scanner }

    func visit(_ object: SweptObject, base: Memo?) -> Memo? {
        switch object.kind {
        case .tree: return nil
        case .blob, .commit, .tag:
            var origin: BlobScanner.Origin?
            if case .text(let memo)? = base, let delta = object.delta {
                origin = BlobScanner.Origin(memo: memo, base: delta.base, copies: delta.copies)
            }
            let (blob, memo) = scanner.sweep(object.bytes, from: origin)
            if !blob.isSilent { output.blobs.append((object.number, object.kind, blob)) }
            return .text(memo)
        }
    }

    func finish() -> Output { let s = scanner.stats; print(s.windows, s.bytes, s.small, s.hits); return output }
}
