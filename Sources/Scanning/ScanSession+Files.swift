internal import Detection
package import GitObjects
package import Inputs
package import ScanModel

extension ScanSession {
    /// `portcullis scan`: files on disk.
    package func scan(_ listing: FileListing, of repository: GitRepository?) async throws
        -> ScanReport
    {
        let assembler = try ReportAssembler(self)
        assembler.origin = repository.map {
            assembler.origin(of: $0, revision: $0.info.headCommit)
        }
        for (path, result) in try await read(listing, assembler, { $0.scan($1, context: $2) })
        where !result.isSilent {
            let provenance = Provenance(kind: .file, path: assembler.redactor.redact(path))
            assembler.add(result, in: provenance, path: path)
        }
        return try assembler.report()
    }

    /// What became of one file.
    private enum FileOutcome<Content: Sendable>: Sendable {
        case read(Content, byteCount: Int)
        case failed(InputError)
    }

    /// Reads the files of a listing on all cores.
    ///
    /// - Parameters:
    ///   - assembler: is told of what was left out, read and not read.
    ///   - look: what is done with the bytes of each.
    /// - Returns: what each file that was read came to, with its path, in the order of the listing.
    func read<Content: Sendable>(
        _ listing: FileListing, _ assembler: ReportAssembler,
        _ look: @escaping @Sendable (BlobScanner, UnsafeRawBufferPointer, BlobContext) -> Content
    ) async throws -> [(path: String, content: Content)] {
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
        ) { index, scanner -> FileOutcome<Content> in
            let file = files[index]
            do throws(InputError) {
                let bytes = try FileReader.read(
                    file.pathBytes, maxBytes: limit, followsLink: file.isNamed)
                let context = BlobContext(paths: [file.displayPath], includesMisuse: true)
                let content = bytes.withUnsafeBytes { look(scanner, $0, context) }
                progress(bytes.count)
                return .read(content, byteCount: bytes.count)
            } catch {
                progress(0)
                return .failed(error)
            }
        }
        assembler.statistics.expectedBlobs = files.count
        var contents: [(path: String, content: Content)] = []
        for (file, outcome) in zip(files, outcomes) {
            switch outcome {
            case .read(let content, let byteCount):
                assembler.statistics.scannedBlobs += 1
                assembler.statistics.scannedBytes += byteCount
                contents.append((file.displayPath, content))
            case .failed(let error):
                assembler.statistics.skippedBlobs += 1
                // What took a file's place or went away since it was listed was not read.
                assembler.note(
                    code: error.code.rawValue, message: error.message, path: file.displayPath,
                    isIncomplete: true)
            }
        }
        return contents
    }
}
