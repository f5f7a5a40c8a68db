/// Random mutations that are the same in every run.
struct SeededBytes {
    private var state: UInt64

    init(seed: UInt64) { state = seed | 1 }

    /// xorshift64*, enough to shuffle test bytes.
    mutating func next(below bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        let mixed = state &* 0x2545_F491_4F6C_DD1D
        return bound > 0 ? Int(mixed >> 33) % bound : 0
    }

    /// One to eight changed, removed, doubled or inserted bytes.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...next(below: 8) where !bytes.isEmpty {
            let place = next(below: bytes.count)
            switch next(below: 6) {
            case 0, 1: bytes[place] = UInt8(next(below: 256))
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(UInt8(next(below: 256)), at: place)
            case 4: bytes[place] = [0x00, 0x7F, 0x80, 0x84, 0xFF][next(below: 5)]
            default: bytes.removeSubrange(place..<min(bytes.count, place + next(below: 40)))
            }
        }
        return bytes
    }
}
