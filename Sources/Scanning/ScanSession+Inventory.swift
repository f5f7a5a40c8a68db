package import CryptoPolicy
internal import Detection
package import Inputs
internal import ScanModel

extension ScanSession {
    /// `portcullis inventory`: what files on disk use of cryptography, judged by a policy.
    ///
    /// The detector has to have an `inventory`.
    package func inventory(
        _ listing: FileListing, policy: CryptoPolicy
    ) async throws -> CryptoInventory {
        let assembler = try ReportAssembler(self)
        var table = AssetTable()
        for (path, found) in try await read(listing, assembler, { $0.inventory($1, context: $2) })
        where !found.assets.isEmpty || !found.problems.isEmpty {
            assembler.note(found.problems, path: path)
            table.add(found.assets, path: assembler.redactor.redact(path))
        }
        return CryptoInventory(
            toolVersion: options.toolVersion, date: detector.date, policy: policy,
            assets: table.assets, notifications: assembler.notifications.sorted(),
            statistics: assembler.statistics)
    }
}
