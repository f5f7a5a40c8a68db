internal import Detection
internal import Gate
package import GitObjects
package import ScanModel

extension ScanSession {
    /// `portcullis staged`: what `git commit` would record, compared with HEAD by content.
    ///
    /// Reads the index and the object database, never the work tree.
    package func scanStaged(_ repository: GitRepository) async throws -> ScanReport {
        let assembler = try ReportAssembler(self)
        assembler.origin = assembler.origin(of: repository, revision: repository.info.headCommit)
        let plan = try repository.stagedChanges()
        assembler.note(plan.notices)
        let scan = try await scan(
            plan.changedPaths.compactMap { changed in
                changed.head.map {
                    BlobRequest(
                        id: $0.blob, paths: [changed.path],
                        includesMisuse: !$0.isSymbolicLink)
                }
            }, in: repository, assembler)
        var comparison = try await baseComparison(
            with: plan.changedPaths.compactMap { changed in
                changed.base.map { (changed.path, $0.blob) }
            }, needed: scan.contains { !$0.result.findings.isEmpty }, in: repository, assembler)
        for blob in scan {
            let path = blob.request.paths.first ?? ""
            let provenance = Provenance(
                kind: .indexEntry, path: assembler.redactor.redact(path),
                objectID: blob.request.id)
            assembler.addNew(blob.result, in: provenance, path: path, comparison: &comparison)
        }
        return try assembler.report()
    }
}
