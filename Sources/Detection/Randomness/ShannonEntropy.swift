#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// Shannon's entropy of a value over the characters that occur in it.
package enum ShannonEntropy {
    /// Bits per byte, 0 for an empty value, at most 8.
    ///
    /// Cost: one pass with a table of 1 KiB on the stack; bytes past 64 KiB are not looked at.
    package static func bitsPerCharacter(of value: UnsafeRawBufferPointer) -> Double {
        let length = min(value.count, 65_536)
        guard length > 0 else { return 0 }
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { counts in
            counts.initialize(repeating: 0)
            for index in 0..<length { counts[Int(value[index])] += 1 }
            // H = log2 n − (Σ c·log2 c) / n, one logarithm a distinct character.
            var weighted = 0.0
            for count in counts where count > 1 {
                weighted += Double(count) * log2(Double(count))
            }
            return max(0, log2(Double(length)) - weighted / Double(length))
        }
    }
}
