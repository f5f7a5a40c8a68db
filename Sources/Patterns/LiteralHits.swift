/// The hits of one block, in order of end and literal.
struct LiteralHits {
    /// Each with its end in the upper half and its literal in the lower.
    private var packed: [UInt64] = []
    private var isSorted = true

    var count: Int { packed.count }

    mutating func removeAll() {
        packed.removeAll(keepingCapacity: true)
        isSorted = true
    }

    mutating func append(literal: UInt32, end: UInt64) {
        let hit = end << 32 | UInt64(literal)
        // Vectorscan's engines interleave their hits.
        if let last = packed.last, last > hit { isSorted = false }
        packed.append(hit)
    }

    mutating func sort() {
        if !isSorted { packed.sort() }
        isSorted = true
    }

    subscript(index: Int) -> (literal: Int, end: Int) {
        (Int(packed[index] & 0xFFFF_FFFF), Int(packed[index] >> 32))
    }
}
