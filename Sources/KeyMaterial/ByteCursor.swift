/// Reads bytes from front to back; every step says `nil` instead of passing the end.
package struct ByteCursor {
    private let bytes: [UInt8]
    private let end: Int
    /// Where the next byte is read, an index into the array.
    package private(set) var position: Int

    /// Reads all of `bytes`.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = 0
        end = bytes.count
    }

    /// Reads a part of an array.
    package init(_ slice: ArraySlice<UInt8>) { self.init(Array(slice)) }

    /// How many bytes are left.
    package var remaining: Int { end - position }

    /// The next byte.
    package mutating func byte() -> UInt8? {
        guard position < end else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// The next `count` bytes.
    package mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= remaining else { return nil }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    /// A big-endian number of `width` bytes, 1…7.
    package mutating func number(width: Int) -> Int? {
        guard (1...7).contains(width), let part = take(width) else { return nil }
        return part.reduce(0) { $0 << 8 | Int($1) }
    }

    /// A string after its length in four bytes (RFC 4251 §5).
    package mutating func sshString() -> ArraySlice<UInt8>? {
        number(width: 4).flatMap { take($0) }
    }

    /// A number after its length in bits in two bytes (RFC 9580 §3.2).
    package mutating func openPGPNumber() -> ArraySlice<UInt8>? {
        number(width: 2).flatMap { take(($0 + 7) / 8) }
    }
}
