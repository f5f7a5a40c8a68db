/// A git object id: 20 bytes (SHA-1) or 32 bytes (SHA-256), held inline.
package struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let words: (UInt64, UInt64, UInt64, UInt64)
    /// Length in bytes: 20 or 32.
    package let byteCount: Int

    /// Takes the raw bytes of an id.
    /// - Returns: `nil` unless there are 20 or 32 of them.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 20 || bytes.count == 32 else { return nil }
        var parts: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var position = 0
        for byte in bytes {
            let shifted = UInt64(byte) << UInt64(56 - 8 * (position % 8))
            switch position / 8 {
            case 0: parts.0 |= shifted
            case 1: parts.1 |= shifted
            case 2: parts.2 |= shifted
            default: parts.3 |= shifted
            }
            position += 1
        }
        words = parts
        byteCount = bytes.count
    }

    /// Takes the raw bytes of an id from memory. Trees hold millions of them, so this one does not
    /// go through a generic collection.
    /// - Returns: `nil` unless there are 20 or 32 bytes.
    package init?(rawBytes: UnsafeRawBufferPointer) {
        guard rawBytes.count == 20 || rawBytes.count == 32 else { return nil }
        self.init(rawID: rawBytes)
    }

    /// Takes an id that is known to have 20 or 32 bytes.
    package init(rawID rawBytes: UnsafeRawBufferPointer) {
        let first = UInt64(bigEndian: rawBytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        let second = UInt64(bigEndian: rawBytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        if rawBytes.count == 20 {
            let third = UInt32(
                bigEndian: rawBytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
            words = (first, second, UInt64(third) << 32, 0)
        } else {
            let third = rawBytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
            let fourth = rawBytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
            words = (first, second, UInt64(bigEndian: third), UInt64(bigEndian: fourth))
        }
        byteCount = rawBytes.count
    }

    /// The first eight bytes as a big-endian number: enough to spread ids over a hash table.
    package var leadingWord: UInt64 { words.0 }

    /// Reads 40 or 64 hexadecimal digits.
    package init?(hex: some StringProtocol) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        var high: UInt8?
        for character in hex.utf8 {
            let value: UInt8
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = character - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = character - UInt8(ascii: "A") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        guard high == nil else { return nil }
        self.init(bytes: bytes)
    }

    /// The raw bytes, `byteCount` of them.
    package var bytes: [UInt8] {
        let all = [words.0, words.1, words.2, words.3].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
        }
        return Array(all.prefix(byteCount))
    }

    /// Writes the raw bytes to `target`, as many as fit.
    package func copyBytes(to target: UnsafeMutableRawBufferPointer) {
        let bigEndian = (
            words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
        )
        withUnsafeBytes(of: bigEndian) { source in
            let count = min(byteCount, target.count)
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<count]))
        }
    }

    /// Whether every byte is zero, as in the "no such object" id of hooks.
    package var isZero: Bool { words == (0, 0, 0, 0) }

    /// Lowercase hexadecimal.
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(byteCount * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    package var description: String { hex }

    package static func == (left: ObjectID, right: ObjectID) -> Bool {
        left.words == right.words && left.byteCount == right.byteCount
    }

    package func hash(into hasher: inout Hasher) {
        // An id is itself a hash: its first words are enough.
        hasher.combine(words.0)
        hasher.combine(words.1)
    }

    package static func < (left: ObjectID, right: ObjectID) -> Bool { left.words < right.words }
}
