/// Records the commits, trees and tags that one thread of a sweep meets, in memory that grows with
/// what is new in each and not with what each holds.
package final class HistoryRecorder {
    private let catalog: ObjectCatalog
    private var recording = HistoryRecording()

    init(_ catalog: ObjectCatalog) { self.catalog = catalog }

    /// A recorder for a worker of a sweep.
    package convenience init(_ sweep: ObjectSweep) { self.init(sweep.catalog) }

    /// Records an object; blobs are passed over.
    ///
    /// - Parameter base: what was kept of the object that this one was made from.
    /// - Returns: what to keep of a tree.
    package func visit(_ object: SweptObject, base: TreeMemo?) -> TreeMemo? {
        switch object.kind {
        case .tree:
            return recording.addTree(
                object.number, object.bytes, copies: object.delta?.copies ?? [],
                base: object.delta == nil ? nil : base, isBase: object.isBase, catalog)
        case .commit:
            if !catalog.isDuplicate(object.number) {
                recording.addCommit(object.number, object.bytes, catalog)
            }
        case .tag:
            if !catalog.isDuplicate(object.number) {
                recording.addTag(object.number, object.bytes, catalog)
            }
        case .blob: break
        }
        return nil
    }

    /// What was recorded.
    package func finish() -> HistoryRecording {
        recording.finish()
        return recording
    }
}
