package import ScanModel

/// An object as a written pack has, or ought to have, it.
package struct PackedObject: Sendable {
    /// Its id; a made-up one when its base cannot be found or its delta cannot be applied.
    package let id: ObjectID
    /// Its kind, or `nil` when that cannot be known.
    package let kind: PackedKind?
    /// Its content, or `nil` when that cannot be known.
    package let bytes: [UInt8]?
    /// Where its entry begins in the pack.
    package internal(set) var offset = 0
}
