/// What taking the inventory of one blob came to.
package struct BlobInventory: Sendable {
    /// In order of place, then item.
    package var assets: [BlobAsset] = []
    /// Limits that were hit and other reasons for which not all of the blob was read.
    package var problems: [BlobScanResult.Problem] = []
}
