extension UnsafeRawBufferPointer {
    /// The bytes of a half-open range, or `nil` when it does not lie within the buffer.
    ///
    /// The subscripts of this type check nothing in release builds, so every slice of hostile
    /// bytes goes through here.
    func part(from start: Int, to end: Int) -> UnsafeRawBufferPointer? {
        guard start >= 0, start <= end, end <= count else { return nil }
        return UnsafeRawBufferPointer(rebasing: self[start..<end])
    }

    /// The byte at `index`, or `nil` outside the buffer.
    func byte(at index: Int) -> UInt8? { index >= 0 && index < count ? self[index] : nil }

    /// Whether the bytes begin with `text`.
    func hasPrefix(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { expected in
            count >= expected.count && zip(self, expected).allSatisfy { $0 == $1 }
        }
    }

    /// What follows `text`, or `nil` when the bytes do not begin with it.
    func after(_ text: StaticString) -> UnsafeRawBufferPointer? {
        hasPrefix(text) ? part(from: text.utf8CodeUnitCount, to: count) : nil
    }

    /// Whether the bytes are exactly those of `expected`.
    func equals(_ expected: [UInt8]) -> Bool {
        count == expected.count && zip(self, expected).allSatisfy { $0 == $1 }
    }

    /// The parts between occurrences of `separator`, empty ones included, or `nil` when there are
    /// more than `maxCount`.
    func parts(separatedBy separator: UInt8, maxCount: Int) -> [UnsafeRawBufferPointer]? {
        var parts: [UnsafeRawBufferPointer] = []
        var start = 0
        for index in 0...count where index == count || self[index] == separator {
            guard parts.count < maxCount, let part = part(from: start, to: index) else {
                return nil
            }
            parts.append(part)
            start = index + 1
        }
        return parts
    }
}
