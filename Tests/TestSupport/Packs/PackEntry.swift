package import ScanModel

/// One entry of a pack to be written.
package enum PackEntry: Sendable {
    /// An object stored as itself.
    case whole(PackedKind, [UInt8])
    /// OFS_DELTA over the entry with this number.
    case offsetDelta(base: Int, delta: [UInt8])
    /// REF_DELTA over an object named by its id.
    case referenceDelta(base: Base, delta: [UInt8])

    /// What a reference delta is over.
    package enum Base: Sendable {
        /// An entry of the same pack, earlier or later.
        case entry(Int)
        /// An object that may be elsewhere, or nowhere.
        case object(ObjectID)
    }
}
