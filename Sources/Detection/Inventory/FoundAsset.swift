internal import CryptoPolicy

/// A use of cryptography at a place of a text.
struct FoundAsset: Hashable {
    let item: CryptoItem
    /// Half-open byte range.
    let range: Range<Int>
    let sign: CryptoAsset.Place.Sign
    let recogniser: String
    var isInTest = false
}
