internal import Detection
package import GitObjects
package import Inputs
package import ScanModel

extension ScanSession {
    /// What became of one file.
    private enum FileOutcome: Sendable {
        case scanned(Int, BlobScanResult, bytes: Int)
        case failed(Int, InputError)
    }

    /// `portcullis scan`: files on disk.
    package func scan(_ listing: FileListing, of repository: GitRepository?) async throws
        -> ScanReport
    {
        let assembler = try ReportAssembler(self)
        assembler.origin = repository.map {
            assembler.origin(of: $0, revision: $0.info.headCommit)
        }
        let files = listing.files.filter { !isExcluded($0.displayPath) }
        let excluded = listing.files.count - files.count
        for notice in listing.notices where !isExcluded(notice.path ?? "") {
            assembler.note(
                code: notice.code, message: notice.message, path: notice.path,
                isIncomplete: notice.isIncomplete)
        }
        assembler.noteExcluded(excluded, "files")
        let limit = detector.limits.maxBlobBytes
        let progress = options.progress
        let outcomes = try await WorkPool.map(
            count: files.count, jobs: options.jobs, detector: detector
        ) { index, scanner -> FileOutcome in
            let file = files[index]
            do throws(InputError) {
                let bytes = try FileReader.read(
                    file.pathBytes, maxBytes: limit, followsLink: file.isNamed)
                let context = BlobContext(paths: [file.displayPath], includesMisuse: true)
                let result = bytes.withUnsafeBytes { scanner.scan($0, context: context) }
                progress(bytes.count)
                return .scanned(index, result, bytes: bytes.count)
            } catch {
                progress(0)
                return .failed(index, error)
            }
        }
        assembler.statistics.expectedBlobs = files.count
        for outcome in outcomes {
            switch outcome {
            case .scanned(let index, let result, let bytes):
                assembler.statistics.scannedBlobs += 1
                assembler.statistics.scannedBytes += bytes
                let path = files[index].displayPath
                if result.isSilent { continue }
                let provenance = Provenance(kind: .file, path: assembler.redactor.redact(path))
                assembler.add(result, in: provenance, path: path)
            case .failed(let index, let error):
                assembler.statistics.skippedBlobs += 1
                // What took a file's place or went away since it was listed was not scanned.
                assembler.note(
                    code: error.code.rawValue, message: error.message,
                    path: files[index].displayPath, isIncomplete: true)
            }
        }
        return try assembler.report()
    }
}
