/// Bounds on the memory of a sweep.
package struct SweepLimits: Hashable, Sendable {
    /// Largest object that is read, in bytes.
    package var maxObjectBytes: Int
    /// Most bytes of objects that wait, on one thread, for those made from them.
    package var maxWaitingBytes: Int

    package init(maxObjectBytes: Int = 256 << 20, maxWaitingBytes: Int = 48 << 20) {
        self.maxObjectBytes = maxObjectBytes
        self.maxWaitingBytes = maxWaitingBytes
    }
}
