import ScanModel

/// One version of a generated file, and the delta that it is stored as.
struct GeneratedVersion {
    /// Its content.
    let bytes: [UInt8]
    /// Its name as a blob.
    let id: ObjectID
    /// The version that its delta is over, by its number among all, and the delta; `nil` when it is
    /// stored whole.
    let delta: (base: Int, script: DeltaScript)?
}
