/// Bounds on the memory and the work of a sweep.
package struct SweepLimits: Hashable, Sendable {
    /// Largest object that is read, in bytes.
    package var maxObjectBytes: Int
    /// Most bytes of objects that wait, on one thread, for those made from them.
    package var maxWaitingBytes: Int
    /// How many times their own size packs may inflate to, on one thread; the histories of files
    /// that only grow reach some hundreds.
    package var maxRatio = 10_000
    /// So many bytes are always made, whatever the ratio.
    package var minMadeBytes = 16 << 30

    package init(maxObjectBytes: Int = 256 << 20, maxWaitingBytes: Int = 48 << 20) {
        self.maxObjectBytes = maxObjectBytes
        self.maxWaitingBytes = maxWaitingBytes
    }

    /// Most bytes that one thread makes of packs of a size.
    func maxMadeBytes(ofPacked byteCount: Int) -> Int {
        let (bytes, isTooLarge) = byteCount.multipliedReportingOverflow(by: maxRatio)
        return isTooLarge ? .max : max(bytes, minMadeBytes)
    }
}
