/// A set of up to 256 groups.
struct GroupMask: Equatable {
    /// How many groups one mask tells apart.
    static let width = 256
    static let empty = GroupMask(words: SIMD4(repeating: 0))

    private var words: SIMD4<UInt64>

    private init(words: SIMD4<UInt64>) { self.words = words }

    /// The set of one group.
    init(_ group: Int) {
        words = SIMD4(repeating: 0)
        words[group >> 6] = 1 << UInt64(group & 63)
    }

    var isEmpty: Bool { words == SIMD4(repeating: 0) }

    func contains(_ group: Int) -> Bool { words[group >> 6] >> UInt64(group & 63) & 1 == 1 }

    mutating func formUnion(_ other: GroupMask) { words |= other.words }

    func intersection(_ other: GroupMask) -> GroupMask { GroupMask(words: words & other.words) }

    func subtracting(_ other: GroupMask) -> GroupMask { GroupMask(words: words & ~other.words) }

    /// Calls `body` with each member, ascending.
    func forEach(_ body: (Int) -> Void) {
        if isEmpty { return }
        for index in 0..<4 {
            var word = words[index]
            while word != 0 {
                body(index << 6 | word.trailingZeroBitCount)
                word &= word &- 1
            }
        }
    }
}
