private import CVectorscan

/// Working memory of one thread for `LiteralSet.scan`.
package final class LiteralScratch {
    struct Hit {
        let literal: UInt32
        let end: UInt32
    }

    let pointer: OpaquePointer
    var hits: [Hit] = []

    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    /// Brings hits into order of end and literal; Vectorscan's engines interleave them.
    func sortHits() {
        hits.sort { ($0.end, $0.literal) < ($1.end, $1.literal) }
    }

    deinit { hs_free_scratch(pointer) }
}
