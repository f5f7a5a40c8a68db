import ScanModel

/// UTF-16 or UTF-32 rewritten as UTF-8, without the byte order mark.
///
/// Lines and columns (in UTF-16 code units) are those of the original: what is malformed becomes
/// one U+FFFD for each unit it took.
struct TranscodedText: Sendable {
    /// The text.
    let bytes: Bytes
    /// How many units were malformed and replaced.
    let malformedUnitCount: Int

    /// Transcodes `source`; the result is at most half as long again.
    ///
    /// - Returns: `nil` when the encoding is not a wide one.
    init?(_ source: UnsafeRawBufferPointer, encoding: TextEncoding) {
        guard encoding.isWide else { return nil }
        var byteCount = 0
        _ = TranscodedText.forEachScalar(source, encoding) { byteCount &+= $0.utf8Length }
        let target = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: 16)
        var offset = 0
        malformedUnitCount = TranscodedText.forEachScalar(source, encoding) { scalar in
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                target[offset] = byte
                offset &+= 1
            }
        }
        bytes = Bytes(taking: UnsafeRawBufferPointer(target)) { $0.deallocate() }
    }

    /// The UTF-16 unit at `offset`, of which both bytes must lie in `bytes`.
    @inline(__always)
    static func unit(
        _ bytes: UnsafeRawBufferPointer, at offset: Int, _ encoding: TextEncoding
    ) -> UInt16 {
        let first = UInt16(bytes[offset])
        let second = UInt16(bytes[offset + 1])
        return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }

    /// Hands over the scalars and returns how many were malformed.
    private static func forEachScalar(
        _ source: UnsafeRawBufferPointer, _ encoding: TextEncoding,
        _ body: (Unicode.Scalar) -> Void
    ) -> Int {
        let start = encoding.markByteCount(source)
        return switch encoding {
        case .utf32LittleEndian, .utf32BigEndian:
            forEachUTF32(source, from: start, encoding, body)
        default: forEachUTF16(source, from: start, encoding, body)
        }
    }

    private static func forEachUTF16(
        _ source: UnsafeRawBufferPointer, from start: Int, _ encoding: TextEncoding,
        _ body: (Unicode.Scalar) -> Void
    ) -> Int {
        var malformed = 0
        var offset = start
        while offset &+ 2 <= source.count {
            let lead = unit(source, at: offset, encoding)
            offset &+= 2
            if let scalar = Unicode.Scalar(lead) {
                body(scalar)
                continue
            }
            if lead < 0xDC00, offset &+ 2 <= source.count {
                let trail = unit(source, at: offset, encoding)
                if (0xDC00...0xDFFF).contains(trail) {
                    let value = 0x10000 + (UInt32(lead & 0x3FF) << 10 | UInt32(trail & 0x3FF))
                    offset &+= 2
                    body(Unicode.Scalar(value) ?? UTF8Decoding.replacement)
                    continue
                }
            }
            malformed &+= 1
            body(UTF8Decoding.replacement)
        }
        // Half a unit at the end.
        if offset < source.count {
            malformed &+= 1
            body(UTF8Decoding.replacement)
        }
        return malformed
    }

    private static func forEachUTF32(
        _ source: UnsafeRawBufferPointer, from start: Int, _ encoding: TextEncoding,
        _ body: (Unicode.Scalar) -> Void
    ) -> Int {
        var malformed = 0
        var offset = start
        while offset &+ 4 <= source.count {
            let word = source.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            offset &+= 4
            let value =
                encoding == .utf32LittleEndian
                ? UInt32(littleEndian: word) : UInt32(bigEndian: word)
            if let scalar = Unicode.Scalar(value) {
                body(scalar)
            } else {
                malformed &+= 1
                body(UTF8Decoding.replacement)
            }
        }
        if offset < source.count {
            malformed &+= 1
            body(UTF8Decoding.replacement)
        }
        return malformed
    }
}

extension Unicode.Scalar {
    /// Bytes that the scalar takes in UTF-8.
    fileprivate var utf8Length: Int {
        switch value {
        case ..<0x80: 1
        case ..<0x800: 2
        case ..<0x10000: 3
        default: 4
        }
    }
}
