#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

extension UnsafeRawBufferPointer {
    /// Whether both hold the same bytes.
    func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard count > 0, let left = baseAddress, let right = other.baseAddress else { return true }
        return memcmp(left, right, count) == 0
    }

    /// The order of the bytes over the common length, then of the lengths.
    func order(to other: UnsafeRawBufferPointer) -> Int32 {
        let common = Swift.min(count, other.count)
        if common > 0, let left = baseAddress, let right = other.baseAddress {
            let order = memcmp(left, right, common)
            if order != 0 { return order }
        }
        return count < other.count ? -1 : count > other.count ? 1 : 0
    }
}
