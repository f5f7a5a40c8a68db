/// What is written wrong for a pack and its index as wholes; `nil` keeps what is right.
package struct PackDamage: Sendable {
    /// The version in the header of the pack.
    package var version: UInt32?
    /// The number of entries in the header of the pack.
    package var entryCount: UInt32?
    /// The trailer of the pack; the index repeats the right one.
    package var packTrailer: [UInt8]?
    /// The trailer of the pack as the index repeats it.
    package var repeatedPackTrailer: [UInt8]?
    /// The trailer of the index.
    package var indexTrailer: [UInt8]?
    /// How many bytes of the pack are left.
    package var keptPackByteCount: Int?
    /// How many bytes of the index are left.
    package var keptIndexByteCount: Int?
    /// Values of the fanout table by their places in it.
    package var fanout: [Int: UInt32] = [:]

    /// No damage.
    package init() {}
}
