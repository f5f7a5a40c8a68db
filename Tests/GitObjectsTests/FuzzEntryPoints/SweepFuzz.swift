@testable import GitObjects
import ScanModel

/// Sweeps over a whole made pack.
///
/// Input: as `MadePack` has it. Options beyond: 8 has limits so low that bases are made anew, 16
/// has two threads; with 64 as well they share families.
package enum SweepFuzz {
    /// Runs one input.
    package static func run(_ bytes: [UInt8]) async throws {
        let (options, made) = bytes.withUnsafeBytes { bytes in
            var input = FuzzInput(bytes)
            let options = input.byte()
            return (options, MadePack(&input, options: options))
        }
        var scratch = try ScratchFolder()
        guard let pack = try PackFuzz.open(made, in: &scratch) else { return }
        let catalog = ObjectCatalog(
            packs: [pack], looseFolders: [], loose: [], format: made.format)
        let limits =
            options & 8 == 0
            ? SweepLimits(maxObjectBytes: 1 << 13, maxWaitingBytes: 1 << 12)
            : SweepLimits(maxObjectBytes: 300, maxWaitingBytes: 40)
        let result = try await ObjectSweep(catalog, limits: limits)
            .run(jobs: options & 16 == 0 ? 1 : 2) {
                CheckingWorker(catalog, isSlow: options & 80 == 80)
            } finish: {
                $0.finish()
            }
        try check(result, catalog)
        for output in result.outputs { try RopeCheck.run(output, catalog) }
        _ = HistoryMap(
            catalog, result.outputs.map(\.recording), failures: result.failures)
        if !result.failures.contains(where: { $0.error.code == .objectTooLarge }) {
            try compare(result, with: PackReader(cache: BaseCache(maxBytes: 4096)), pack)
        }
    }

    /// Each object was visited or is named as not visited, and the ledger says the same.
    private static func check(
        _ result: SweepResult<CheckingWorker.Output>, _ catalog: ObjectCatalog
    ) throws(FuzzFailure) {
        var visited: Set<Int> = []
        for output in result.outputs {
            for fault in output.faults { throw fault }
            for number in output.visited {
                try FuzzFailure.unless(
                    visited.insert(number).inserted, "object \(number) was visited twice")
            }
        }
        var failed: Set<Int> = []
        for (number, error) in result.failures {
            try FuzzFailure.unless(
                !error.message.isEmpty && error.objectID == catalog.id(of: number),
                "a failure has the id of another object")
            try FuzzFailure.unless(
                failed.insert(number).inserted, "object \(number) failed twice: \(error)")
        }
        let numbers = Set(0..<catalog.count)
        let own = numbers.filter { !catalog.isDuplicate($0) }
        try FuzzFailure.unless(
            visited.isDisjoint(with: failed), "an object was visited and is said to have failed")
        try FuzzFailure.unless(
            visited.union(failed).isSuperset(of: own),
            "nothing is said of \(own.subtracting(visited).subtracting(failed).sorted())")
        try FuzzFailure.unless(
            own.count == catalog.objectCount
                && result.ledger.expectedObjects == catalog.objectCount
                && result.ledger.readObjects == own.intersection(visited).count,
            "the ledger is not what was visited: \(result.ledger)")
        for number in own {
            try FuzzFailure.unless(
                catalog.number(of: catalog.id(of: number)) == number,
                "object \(number) is not found by its id")
        }
    }

    /// What the sweep met is what a reader of single objects gives.
    private static func compare(
        _ result: SweepResult<CheckingWorker.Output>, with reader: PackReader, _ pack: PackFile
    ) throws(FuzzFailure) {
        for output in result.outputs {
            for (number, met) in output.objects.sorted(by: { $0.key < $1.key }) {
                let id = pack.index.id(at: number)
                do throws(GitError) {
                    let object = try reader.read(id, at: number, of: pack, maxBytes: 1 << 20)
                    let header = try reader.header(id, at: number, of: pack)
                    let isSame = object.bytes.withUnsafeBytes { $0.elementsEqual(met.bytes) }
                    guard isSame, object.kind == met.kind, header.kind == met.kind,
                        header.byteCount == met.bytes.count
                    else { throw GitError(.corruptObject, "object \(number) is another one") }
                } catch {
                    throw FuzzFailure(reason: error.message)
                }
            }
        }
    }
}
