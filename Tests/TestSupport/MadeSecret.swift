/// A secret made up while a test runs, so that no live-looking value stands in the sources; a
/// failing test that prints it does not print its value.
package struct MadeSecret: Sendable, CustomStringConvertible, CustomReflectable {
    /// Letters and digits, the same for the same seed.
    package let value: String
    private let seed: UInt64

    package init(seed: UInt64, count: Int = 32) {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        var state = seed
        value = String(
            (0..<count).map { _ in
                // - Source: Sebastiano Vigna, SplitMix64.
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                mixed ^= mixed >> 31
                return alphabet[Int(mixed % UInt64(alphabet.count))]
            })
        self.seed = seed
    }

    package var description: String { "made-up secret \(seed)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
