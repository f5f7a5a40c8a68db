@testable import GitObjects
import ScanModel

/// Sweeps a repository and keeps what was recorded of its commits and trees.
struct SweptHistory {
    let map: HistoryMap
    let catalog: ObjectCatalog

    /// - Parameter jobs: number of threads, each with a recording of its own.
    init(_ repository: GitRepository, jobs: Int = 2) async throws {
        let folder = repository.info.commonDirectory + "objects"
        var packs: [PackFile] = []
        for name in (FileAccess.names(inFolder: Array("\(folder)/pack".utf8)) ?? []).sorted(
            by: { $0.lexicographicallyPrecedes($1) })
        {
            let text = String(decoding: name, as: UTF8.self)
            guard text.hasSuffix(".pack") else { continue }
            packs.append(try PackFile("\(folder)/pack/\(text)", format: .sha1))
        }
        let loose = LooseFolder(path: folder, format: .sha1)
        let ids = try loose.ids()
        let catalog = ObjectCatalog(
            packs: packs, looseFolders: [loose], loose: ids.map { ($0, 0) }, format: .sha1)
        let result = try await ObjectSweep(catalog, limits: SweepLimits()).run(jobs: jobs) {
            Worker(HistoryRecorder(catalog))
        } finish: {
            $0.finish()
        }
        map = HistoryMap(catalog, result.outputs, failures: result.failures)
        self.catalog = catalog
    }

    /// The ids of all blobs that were read; of what is there several times, once.
    var blobs: [ObjectID] {
        let numbers = (0..<catalog.count).filter {
            !catalog.isDuplicate($0) && map.recordedKind(of: $0) == nil && map.failures[$0] == nil
        }
        return numbers.map { catalog.id(of: $0) }.sorted()
    }

    private final class Worker: SweepWorker {
        private let recorder: HistoryRecorder

        init(_ recorder: HistoryRecorder) { self.recorder = recorder }

        private final class Kept {
            let memo: TreeMemo
            init(_ memo: TreeMemo) { self.memo = memo }
        }

        func visit(_ object: SweptObject, base: AnyObject?) -> AnyObject? {
            recorder.visit(object, base: (base as? Kept)?.memo).map { Kept($0) }
        }

        func finish() -> HistoryRecording { recorder.finish() }
    }
}
