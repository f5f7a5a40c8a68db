/// Secrets made up while a test runs, so that no live-looking value stands in the sources.
package enum MadeSecret {
    /// A token of letters and digits, the same for the same seed.
    package static func token(seed: UInt64, count: Int = 32) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        var state = seed
        return String(
            (0..<count).map { _ in
                // - Source: Sebastiano Vigna, SplitMix64.
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                mixed ^= mixed >> 31
                return alphabet[Int(mixed % UInt64(alphabet.count))]
            })
    }
}
