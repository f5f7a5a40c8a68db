/// The UTF-16 code units of UTF-8 bytes, with `***` in the place of each masked range.
///
/// Malformed bytes become U+FFFD as WHATWG decoders do it, one for each maximal subpart. Line ends
/// inside a masked range remain, so that line numbers do.
struct MaskedUnits: IteratorProtocol {
    private let bytes: UnsafeRawBufferPointer
    private let masks: [Range<Int>]
    private var nextMask = 0
    private var offset = 0
    /// Where the next mask starts, or the end of the bytes.
    private var clearEnd: Int
    /// Where the mask around `offset` ends, or 0.
    private var maskEnd = 0
    private var pendingStars = 0
    private var pendingTrail: UInt16?

    /// Borrows `bytes`, which must outlive the iterator.
    init(_ bytes: UnsafeRawBufferPointer, _ masks: MaskedRanges) {
        self.bytes = bytes
        self.masks = masks.ranges
        clearEnd = masks.ranges.first?.lowerBound ?? bytes.count
    }

    /// The next unit, `nil` at the end.
    @inline(__always)
    mutating func next() -> UInt16? {
        if offset < clearEnd, offset >= maskEnd, pendingTrail == nil, pendingStars == 0,
            bytes[offset] < 0x80
        {
            defer { offset &+= 1 }
            return UInt16(bytes[offset])
        }
        return slowNext()
    }

    private mutating func slowNext() -> UInt16? {
        if let trail = pendingTrail {
            pendingTrail = nil
            return trail
        }
        while true {
            if pendingStars > 0 {
                pendingStars -= 1
                return UInt16(UInt8(ascii: "*"))
            }
            if offset < maskEnd {
                while offset < maskEnd {
                    let byte = bytes[offset]
                    offset += 1
                    if byte == 0x0A || byte == 0x0D { return UInt16(byte) }
                }
                continue
            }
            if offset < clearEnd { return decode() }
            guard nextMask < masks.count else { return nil }
            pendingStars = 3
            maskEnd = min(masks[nextMask].upperBound, bytes.count)
            nextMask += 1
            clearEnd = nextMask < masks.count ? masks[nextMask].lowerBound : bytes.count
        }
    }

    /// One character from the bytes before `clearEnd`; a mask cuts a character in two.
    private mutating func decode() -> UInt16 {
        let clear = UnsafeRawBufferPointer(rebasing: bytes[..<clearEnd])
        let length = UTF8Decoding.sequenceLength(clear, at: offset)
        guard length > 0 else {
            offset += UTF8Decoding.illFormedLength(clear, at: offset)
            return 0xFFFD
        }
        let scalar = UTF8Decoding.scalar(clear, at: offset, length: length)
        offset += length
        guard scalar.value > 0xFFFF else { return UInt16(scalar.value) }
        pendingTrail = UTF16.trailSurrogate(scalar)
        return UTF16.leadSurrogate(scalar)
    }
}
