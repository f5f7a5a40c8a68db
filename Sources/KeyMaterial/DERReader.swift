/// Reads the elements of one level of DER, with checked lengths and bounded depth.
struct DERReader {
    private var rest: ArraySlice<UInt8>
    private let depthLeft: Int

    /// Reads `bytes`; `maxDepth` levels may be entered below it.
    init(_ bytes: ArraySlice<UInt8>, maxDepth: Int) {
        rest = bytes
        depthLeft = maxDepth
    }

    /// Whether everything was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next element; `nil` at the end, for an indefinite or non-minimal length, a tag number
    /// over 30, or a length past the end.
    mutating func next() -> DERElement? {
        var cursor = rest
        guard let tag = cursor.popFirst(), tag & 0x1F != 0x1F, let first = cursor.popFirst()
        else { return nil }
        var length = Int(first)
        if first >= 0x80 {
            // X.690 §10.1: definite form with the fewest octets. Four hold any key.
            let count = Int(first & 0x7F)
            guard (1...4).contains(count) else { return nil }
            length = 0
            for _ in 0..<count {
                guard let byte = cursor.popFirst() else { return nil }
                length = length << 8 | Int(byte)
            }
            guard length >= 0x80, count == 1 || length >> (8 * (count - 1)) != 0 else {
                return nil
            }
        }
        guard length <= cursor.count else { return nil }
        rest = cursor.dropFirst(length)
        return DERElement(tag: tag, content: cursor.prefix(length))
    }

    /// The next element if it has this tag.
    mutating func next(_ tag: UInt8) -> DERElement? {
        var copy = self
        guard let element = copy.next(), element.tag == tag else { return nil }
        self = copy
        return element
    }

    /// The next element with its tag and length, if it has this tag.
    mutating func element(_ tag: UInt8) -> [UInt8]? {
        let before = rest
        guard next(tag) != nil else { return nil }
        return Array(before.prefix(before.count - rest.count))
    }

    /// Goes into the next element if it is a SEQUENCE and the depth allows.
    mutating func sequence() -> DERReader? {
        guard depthLeft > 0, let element = next(DERElement.Tag.sequence) else { return nil }
        return DERReader(element.content, maxDepth: depthLeft - 1)
    }

    /// The next non-negative INTEGER without its leading zeros.
    mutating func unsignedInteger() -> ArraySlice<UInt8>? {
        guard let content = next(DERElement.Tag.integer)?.content, let first = content.first,
            first < 0x80
        else { return nil }
        // X.690 §8.3.2: the first nine bits are not all zero.
        if first == 0, content.count > 1 {
            guard let second = content.dropFirst().first, second >= 0x80 else { return nil }
        }
        return content.drop { $0 == 0 }
    }

    /// The next INTEGER if it is below 128.
    mutating func smallInteger() -> Int? {
        guard let digits = unsignedInteger(), digits.count <= 1 else { return nil }
        return digits.first.map(Int.init) ?? 0
    }
}
