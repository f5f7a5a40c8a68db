internal import CryptoPolicy
internal import Detection
internal import ScanModel

/// Gathers the places of each asset over many texts. Nothing depends on the order of the texts.
struct AssetTable {
    private var places: [CryptoItem: Set<CryptoAsset.Place>] = [:]

    /// Takes what one text uses.
    mutating func add(_ assets: [BlobAsset], path: RedactedText) {
        for asset in assets {
            places[asset.item, default: []].insert(
                CryptoAsset.Place(
                    path: path, region: asset.region, sign: asset.sign,
                    recogniser: asset.recogniser, isInTest: asset.isInTest))
        }
    }

    /// All assets, in the order of their items.
    var assets: [CryptoAsset] {
        places.keys.sorted().map { item in
            CryptoAsset(item: item, places: (places[item] ?? []).sorted())
        }
    }
}
