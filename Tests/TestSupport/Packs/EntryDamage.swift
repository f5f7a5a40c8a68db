package import ScanModel

/// What is written wrong, or otherwise than usual, for one pack entry; `nil` keeps what is right.
///
/// Damage never changes the id that the entry is given: that is of what it ought to hold.
package struct EntryDamage: Sendable {
    /// The three type bits of the entry header: 0 and 5 are no types.
    package var kindNumber: UInt8?
    /// The inflated size in the entry header.
    package var declaredByteCount: UInt64?
    /// The source size in the delta.
    package var deltaSourceByteCount: UInt64?
    /// The target size in the delta.
    package var deltaTargetByteCount: UInt64?
    /// How far before its entry the base of an offset delta begins.
    package var baseDistance: UInt64?
    /// Bytes in place of the compressed stream.
    package var stream: [UInt8]?
    /// The checksum in the index.
    package var checksum: UInt32?
    /// The id in the index; the entry is sorted by it.
    package var indexID: ObjectID?
    /// The offset in the index; one of 2 GiB or more goes to the 64-bit table.
    package var indexOffset: UInt64?
    /// The 32-bit offset field in the index as it is, high bit and all.
    package var indexOffsetField: UInt32?
    /// Whether the offset goes to the 64-bit table although it is small; no damage.
    package var usesWideOffset = false
    /// Whether the index leaves the entry out.
    package var isMissingFromIndex = false

    /// No damage.
    package init() {}
}
