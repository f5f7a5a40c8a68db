internal import Detection
internal import GitObjects

/// What one thread of a history scan does with the objects it meets: blobs and messages are
/// scanned where they differ from what they were made from, trees and commits recorded.
final class HistoryScan: SweepWorker {
    /// What the threads gather.
    struct Output: Sendable {
        /// Objects with anything to tell.
        var texts: [SweptText] = []
        var recording: HistoryRecording?
        /// Objects whose full scan says something else; looked for only when asked to.
        var mismatches: [Int] = []
        /// Every blob and its size in bytes; gathered only for the cache.
        var visited: [(number: UInt32, byteCount: UInt32)] = []
    }

    /// A blob, or the raw text of a commit or tag, with candidates.
    struct SweptText: Sendable {
        let number: Int
        let kind: ObjectKind
        let blob: SweptBlob
    }

    private final class Memo {
        let text: BlobMemo?
        let tree: TreeMemo?

        init(text: BlobMemo) {
            self.text = text
            tree = nil
        }

        init(tree: TreeMemo) {
            text = nil
            self.tree = tree
        }
    }

    private let scanner: BlobScanner
    private let recorder: HistoryRecorder
    private let verifies: Bool
    private let keepsVisited: Bool
    private var output = Output()

    /// - Parameters:
    ///   - verifies: whether every object is scanned a second time as a whole.
    ///   - keepsVisited: whether it is of use to know which blobs were scanned.
    init(
        _ scanner: BlobScanner, _ recorder: HistoryRecorder, verifies: Bool,
        keepsVisited: Bool = false
    ) {
        self.scanner = scanner
        self.recorder = recorder
        self.verifies = verifies
        self.keepsVisited = keepsVisited
    }

    func visit(_ object: SweptObject, base: AnyObject?) -> AnyObject? {
        let base = base as? Memo
        if object.kind != .blob {
            let memo = recorder.visit(object, base: base?.tree)
            if object.kind == .tree { return memo.map { Memo(tree: $0) } }
        }
        var origin: BlobScanner.Origin?
        if let memo = base?.text, let delta = object.delta {
            origin = BlobScanner.Origin(memo: memo, base: delta.base, copies: delta.copies)
        }
        let (blob, memo) = scanner.sweep(object.bytes, from: origin)
        if verifies, !scanner.sweep(object.bytes, from: nil).blob.isSame(as: blob) {
            output.mismatches.append(object.number)
        }
        if keepsVisited, object.kind == .blob, let number = UInt32(exactly: object.number),
            let byteCount = UInt32(exactly: object.bytes.count)
        {
            output.visited.append((number, byteCount))
        }
        if !blob.isSilent {
            output.texts.append(SweptText(number: object.number, kind: object.kind, blob: blob))
        }
        return Memo(text: memo)
    }

    func shared(_ memo: AnyObject) -> AnyObject? {
        // What is kept of a tree is about this worker's own recording.
        (memo as? Memo)?.tree == nil ? memo : nil
    }

    /// What was gathered; called once.
    func finish() -> Output {
        output.recording = recorder.finish()
        return output
    }
}
