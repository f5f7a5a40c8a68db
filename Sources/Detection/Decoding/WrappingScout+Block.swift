extension WrappingScout {
    /// Sixty-four bytes of a text, compared all at once.
    struct Block {
        typealias Chunk = SIMD16<UInt8>

        static let byteCount = 64

        private let first: Chunk
        private let second: Chunk
        private let third: Chunk
        private let fourth: Chunk

        /// The bytes at a place.
        @inline(__always)
        init(_ bytes: UnsafeRawPointer) {
            first = bytes.loadUnaligned(as: Chunk.self)
            second = bytes.loadUnaligned(fromByteOffset: 16, as: Chunk.self)
            third = bytes.loadUnaligned(fromByteOffset: 32, as: Chunk.self)
            fourth = bytes.loadUnaligned(fromByteOffset: 48, as: Chunk.self)
        }

        /// Fewer bytes, with blanks behind them.
        init(rest bytes: UnsafeRawPointer, _ count: Int) {
            var room = SIMD64<UInt8>(repeating: 0x20)
            self = withUnsafeMutableBytes(of: &room) { room in
                room.copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: count))
                return room.load(as: Block.self)
            }
        }

        /// Bit k is set where byte k is one of those that `WrappingClues` tell of, or `#`.
        @inline(__always)
        var specials: UInt64 {
            Block.bits(first.specials, second.specials, third.specials, fourth.specials)
        }

        /// Bit k is set where byte k is a comma.
        var commas: UInt64 {
            Block.bits(
                first.equal(0x2C), second.equal(0x2C), third.equal(0x2C), fourth.equal(0x2C))
        }

        /// How many commas there are.
        @inline(__always)
        var commaCount: UInt64 {
            // Each lane is minus one where there is a comma.
            let lanes =
                first.equal(0x2C) &+ second.equal(0x2C) &+ third.equal(0x2C) &+ fourth.equal(0x2C)
            let counts = (Chunk(repeating: 0) &- lanes).halves
            return ((counts[0] &+ counts[1]) &* 0x0101_0101_0101_0101) >> 56
        }

        /// Bit k is set where the sixteen bytes from eight times k - 1 on are all above `*`.
        ///
        /// - Parameter wasDense: whether the eight bytes before the block are, and then its last.
        @inline(__always)
        func denseWindows(after wasDense: inout Bool) -> UInt {
            let (a, b, c, d) = (
                first.separators, second.separators, third.separators, fourth.separators
            )
            let before: UInt64 = wasDense ? 0 : 1
            wasDense = d[1] == 0
            return Block.bit(before | a[0]) | Block.bit(a[0] | a[1]) << 1
                | Block.bit(a[1] | b[0]) << 2 | Block.bit(b[0] | b[1]) << 3
                | Block.bit(b[1] | c[0]) << 4 | Block.bit(c[0] | c[1]) << 5
                | Block.bit(c[1] | d[0]) << 6 | Block.bit(d[0] | d[1]) << 7
        }

        /// Bit k is set where pairs of digits may stand from the sixteenth byte times k on: every
        /// third byte is at most `*`, and no two in a row are.
        @inline(__always)
        var pairWindows: UInt {
            Block.pairBit(first.separators[0]) | Block.pairBit(second.separators[0]) << 1
                | Block.pairBit(third.separators[0]) << 2
                | Block.pairBit(fourth.separators[0]) << 3
        }

        @inline(__always)
        private static func pairBit(_ separators: UInt64) -> UInt {
            separators != 0 && (separators ^ separators &>> 24) & 0xFF_FFFF_FFFF == 0
                && separators & separators &>> 8 == 0 ? 1 : 0
        }

        @inline(__always)
        private static func bit(_ separators: UInt64) -> UInt { separators == 0 ? 1 : 0 }

        /// One bit for each lane, which are 0 or 0xFF.
        @inline(__always)
        private static func bits(
            _ first: Chunk, _ second: Chunk, _ third: Chunk, _ fourth: Chunk
        ) -> UInt64 {
            let weights8 = SIMD8<UInt8>(1, 2, 4, 8, 16, 32, 64, 128)
            let weights = Chunk(lowHalf: weights8, highHalf: weights8)
            let pairs = (
                (first & weights).folded(with: second & weights),
                (third & weights).folded(with: fourth & weights)
            )
            let fours = pairs.0.folded(with: pairs.1)
            return fours.folded(with: fours).halves[0]
        }
    }
}

/// Comparisons whose answer is 0xFF in the lanes where they hold, and 0 in the others.
extension SIMD16<UInt8> {
    @inline(__always)
    fileprivate func equal(_ byte: UInt8) -> Self {
        unsafeBitCast(self .== Self(repeating: byte), to: Self.self)
    }

    @inline(__always)
    fileprivate func isBelow(_ bound: UInt8) -> Self {
        unsafeBitCast(self .< Self(repeating: bound), to: Self.self)
    }

    /// Where a line feed, a quote, `#`, `%`, `&`, a backslash or a closing brace is.
    @inline(__always)
    fileprivate var specials: Self {
        (self | Self(repeating: 5)).equal(0x27) | equal(0x0A) | equal(0x25) | equal(0x5C)
            | equal(0x7D)
    }

    /// The two halves; one is zero where all of its bytes are above `*`.
    @inline(__always)
    fileprivate var separators: SIMD2<UInt64> { isBelow(0x2B).halves }

    /// Whether all bytes are characters of base64, in either alphabet.
    @inline(__always)
    var isBase64: Bool {
        let letters = ((self | Self(repeating: 0x20)) &- Self(repeating: 0x61)).isBelow(26)
        let digits = (self &- Self(repeating: 0x2F)).isBelow(11)
        let all = (letters | digits | equal(0x2B) | equal(0x2D) | equal(0x5F)).halves
        return all[0] & all[1] == .max
    }

    @inline(__always)
    fileprivate var halves: SIMD2<UInt64> { unsafeBitCast(self, to: SIMD2<UInt64>.self) }

    /// Each two neighbours in one byte, of this vector and then of another.
    @inline(__always)
    fileprivate func folded(with other: Self) -> Self {
        SIMD16(lowHalf: joinedNeighbours, highHalf: other.joinedNeighbours)
    }

    @inline(__always)
    private var joinedNeighbours: SIMD8<UInt8> {
        let joined = unsafeBitCast(halves | halves &>> 8, to: SIMD8<UInt16>.self)
        return SIMD8(truncatingIfNeeded: joined)
    }
}
