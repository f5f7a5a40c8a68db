/// A git delta as a list of operations, which are encoded exactly as they are given.
package struct DeltaScript: Sendable {
    /// One step of a delta.
    package enum Operation: Sendable, Equatable {
        /// Bytes of the base; more than `0xFF_FFFF` of them become several copies.
        case copy(offset: Int, count: Int)
        /// Bytes of the delta itself; more than 127 of them become several inserts.
        case insert([UInt8])
    }

    /// The steps. Empty ones have no encoding and are left out.
    package var operations: [Operation]

    /// A delta of these steps.
    package init(_ operations: [Operation] = []) { self.operations = operations }

    /// How many bytes the result has.
    package var targetByteCount: Int {
        operations.reduce(0) { total, operation in
            switch operation {
            case .copy(_, let count): total + count
            case .insert(let bytes): total + bytes.count
            }
        }
    }

    /// The delta over a base of `sourceByteCount` bytes.
    package func bytes(sourceByteCount: Int) -> [UInt8] {
        var delta = Self.sizeBytes(UInt64(sourceByteCount))
        delta += Self.sizeBytes(UInt64(targetByteCount))
        for operation in operations {
            switch operation {
            case .copy(var offset, var count):
                while count > 0 {
                    let part = min(count, 0xFF_FFFF)
                    Self.appendCopy(offset: offset, count: part, to: &delta)
                    offset += part
                    count -= part
                }
            case .insert(let bytes):
                for start in stride(from: 0, to: bytes.count, by: 127) {
                    let part = bytes[start..<min(start + 127, bytes.count)]
                    delta.append(UInt8(part.count))
                    delta += part
                }
            }
        }
        return delta
    }

    /// What the steps make of `base`, or `nil` when a copy is outside of it.
    package func applied(to base: [UInt8]) -> [UInt8]? {
        Self.apply(bytes(sourceByteCount: base.count), to: base)
    }

    /// A flag byte, then those bytes of offset (4) and count (3) that are not zero. A count of
    /// 0x10000 is written as none at all.
    private static func appendCopy(offset: Int, count: Int, to delta: inout [UInt8]) {
        let place = delta.count
        var flags: UInt8 = 0x80
        delta.append(flags)
        let number = UInt64(offset) & 0xFFFF_FFFF | UInt64(count == 0x1_0000 ? 0 : count) << 32
        for byte in 0..<7 {
            let value = UInt8(truncatingIfNeeded: number >> UInt64(8 * byte))
            guard value != 0 else { continue }
            flags |= 1 << UInt8(byte)
            delta.append(value)
        }
        delta[place] = flags
    }

    /// A size at the head of a delta: seven bits a byte, least significant first.
    static func sizeBytes(_ size: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = size
        while rest > 0x7F {
            bytes.append(0x80 | UInt8(rest & 0x7F))
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
