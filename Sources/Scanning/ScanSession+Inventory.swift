package import CryptoPolicy
internal import Detection
package import Inputs
internal import ScanModel

extension ScanSession {
    /// What became of one file.
    private enum InventoryOutcome: Sendable {
        case read(Int, BlobInventory, bytes: Int)
        case failed(Int, InputError)
    }

    /// `portcullis inventory`: what files on disk use of cryptography, judged by a policy.
    ///
    /// The detector has to have an `inventory`.
    package func inventory(
        _ listing: FileListing, policy: CryptoPolicy
    ) async throws -> CryptoInventory {
        let assembler = try ReportAssembler(self)
        let files = listing.files.filter { !isExcluded($0.displayPath) }
        for notice in listing.notices where !isExcluded(notice.path ?? "") {
            assembler.note(
                code: notice.code, message: notice.message, path: notice.path,
                isIncomplete: notice.isIncomplete)
        }
        assembler.noteExcluded(listing.files.count - files.count, "files")
        let limit = detector.limits.maxBlobBytes
        let progress = options.progress
        let outcomes = try await WorkPool.map(
            count: files.count, jobs: options.jobs, detector: detector
        ) { index, scanner -> InventoryOutcome in
            let file = files[index]
            do throws(InputError) {
                let bytes = try FileReader.read(
                    file.pathBytes, maxBytes: limit, followsLink: file.isNamed)
                let context = BlobContext(paths: [file.displayPath], includesMisuse: true)
                let found = bytes.withUnsafeBytes { scanner.inventory($0, context: context) }
                progress(bytes.count)
                return .read(index, found, bytes: bytes.count)
            } catch {
                progress(0)
                return .failed(index, error)
            }
        }
        assembler.statistics.expectedBlobs = files.count
        var table = AssetTable()
        for outcome in outcomes {
            switch outcome {
            case .read(let index, let found, let bytes):
                assembler.statistics.scannedBlobs += 1
                assembler.statistics.scannedBytes += bytes
                if found.assets.isEmpty, found.problems.isEmpty { continue }
                let path = files[index].displayPath
                assembler.note(found.problems, path: path)
                table.add(found.assets, path: assembler.redactor.redact(path))
            case .failed(let index, let error):
                assembler.statistics.skippedBlobs += 1
                assembler.note(
                    code: error.code.rawValue, message: error.message,
                    path: files[index].displayPath, isIncomplete: true)
            }
        }
        return CryptoInventory(
            toolVersion: options.toolVersion, date: detector.date, policy: policy,
            assets: table.assets, notifications: assembler.notifications.sorted(),
            statistics: assembler.statistics)
    }
}
