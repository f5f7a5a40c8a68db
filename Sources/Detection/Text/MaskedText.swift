import ScanModel

/// Text of a blob with every masked range replaced: the one way in which bytes become words that
/// may be printed.
enum MaskedText {
    /// What stands for a secret that has no preview of its own.
    static let mask = "•••"
    /// What stands where text was cut.
    static let ellipsis = "…"

    /// The bytes of `range` as text: masks replaced, malformed bytes as U+FFFD, control characters
    /// kept, at most `maxScalarCount` scalars and `…` where more follows.
    ///
    /// A mask that reaches into the range is shown once, and never in part.
    static func redact(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, masking masks: MaskedRanges,
        maxScalarCount: Int
    ) -> RedactedText {
        var text = ""
        var scalarCount = 0
        let range = range.clamped(to: 0..<bytes.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let atom = atom(bytes, at: offset, masks)
            let cost = atom.isMask ? 3 : 1
            guard scalarCount + cost <= maxScalarCount else {
                text += ellipsis
                break
            }
            scalarCount += cost
            text.append(atom, bytes, mask: mask)
            offset = atom.byteRange.upperBound
        }
        return RedactedText(redacted: text)
    }

    /// A masked range, or one character outside all of them.
    struct Atom {
        /// The bytes it stands for.
        let byteRange: Range<Int>
        /// Whether it is a masked range.
        let isMask: Bool
        /// Whether the bytes are no character and show as U+FFFD.
        let isMalformed: Bool
    }

    /// The atom that holds the byte at `offset`.
    static func atom(
        _ bytes: UnsafeRawBufferPointer, at offset: Int, _ masks: MaskedRanges
    ) -> Atom {
        let index = masks.firstIndex(endingAfter: offset)
        var clearEnd = bytes.count
        if index < masks.ranges.count {
            let mask = masks.ranges[index]
            if mask.lowerBound <= offset {
                return Atom(byteRange: mask, isMask: true, isMalformed: false)
            }
            clearEnd = mask.lowerBound
        }
        let clear = UnsafeRawBufferPointer(rebasing: bytes[..<clearEnd])
        let length = UTF8Decoding.sequenceLength(clear, at: offset)
        return Atom(
            byteRange: offset..<offset + max(1, length), isMask: false, isMalformed: length == 0)
    }

    /// The atom that ends at `offset`, which is above 0.
    static func atom(
        _ bytes: UnsafeRawBufferPointer, before offset: Int, _ masks: MaskedRanges
    ) -> Atom {
        let last = atom(bytes, at: offset - 1, masks)
        guard !last.isMask, last.isMalformed, UTF8Decoding.isContinuation(bytes[offset - 1]) else {
            return last
        }
        // UTF-8 synchronises itself: a sequence that ends here is the one a forward reader sees.
        for length in 2...4 where offset >= length {
            let candidate = atom(bytes, at: offset - length, masks)
            if candidate.isMask { break }
            if candidate.byteRange.upperBound == offset, !candidate.isMalformed {
                return candidate
            }
        }
        return last
    }
}

extension String {
    /// Adds what an atom shows.
    mutating func append(
        _ atom: MaskedText.Atom, _ bytes: UnsafeRawBufferPointer, mask: String
    ) {
        if atom.isMask {
            append(mask)
        } else if atom.isMalformed {
            unicodeScalars.append(UTF8Decoding.replacement)
        } else {
            unicodeScalars.append(
                UTF8Decoding.scalar(
                    bytes, at: atom.byteRange.lowerBound, length: atom.byteRange.count))
        }
    }
}
