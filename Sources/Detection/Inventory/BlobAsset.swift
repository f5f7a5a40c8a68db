package import CryptoPolicy
package import ScanModel

/// One use of cryptography within one blob, not yet tied to a path.
package struct BlobAsset: Hashable, Sendable {
    package let item: CryptoItem
    package let region: Region
    package let sign: CryptoAsset.Place.Sign
    /// The id of what recognised it.
    package let recogniser: String
    /// Whether the function around it says test.
    package let isInTest: Bool
}
