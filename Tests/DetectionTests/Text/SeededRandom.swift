/// A seeded source of random numbers, bytes and ranges for property tests.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    /// Concatenated pieces, at least `count` bytes of them.
    mutating func text(of pieces: [String], count: Int) -> [UInt8] {
        var result: [UInt8] = []
        while result.count < count { result += Array(pieces[below(pieces.count)].utf8) }
        return result
    }

    mutating func range(in bounds: Range<Int>, maxCount: Int) -> Range<Int> {
        let start = bounds.lowerBound + below(bounds.count + 1)
        return start..<min(bounds.upperBound, start + below(maxCount + 1))
    }
}
