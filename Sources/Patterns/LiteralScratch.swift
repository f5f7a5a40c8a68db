private import CVectorscan

/// Working memory of one thread for `LiteralSet.scan`.
package final class LiteralScratch {
    let pointer: OpaquePointer
    /// The hits of one block. By pointer, since the callback runs once a hit.
    let hits: UnsafeMutablePointer<LiteralHits>

    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
        hits = .allocate(capacity: 1)
        hits.initialize(to: LiteralHits())
    }

    deinit {
        hs_free_scratch(pointer)
        hits.deinitialize(count: 1)
        hits.deallocate()
    }
}
