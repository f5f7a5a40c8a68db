import ScanModel

/// Applies a delta and notes which stretches of the target are copies.
enum DeltaApplication {
    /// How many copies are noted. A delta of a byte a copy must not cost gigabytes; what is copied
    /// beyond them counts as inserted.
    static let maxNotedCopies = 1 << 19

    /// Makes the target, which must be as long as the delta says.
    ///
    /// - Parameter copies: gets the stretches that were copied, in the target's order; neighbours
    ///   that continue each other in both base and target become one. Emptied first.
    /// - Returns: whether base, delta and target fit each other.
    static func apply(
        _ delta: UnsafeRawBufferPointer, to base: UnsafeRawBufferPointer,
        into target: UnsafeMutableRawBufferPointer, copies: inout [CopiedRange],
        maxCopies: Int = maxNotedCopies
    ) -> Bool {
        copies.removeAll(keepingCapacity: true)
        guard var reader = DeltaReader(delta), reader.baseByteCount == base.count,
            reader.targetByteCount == target.count
        else { return false }
        var position = 0
        while let piece = reader.next() {
            switch piece {
            case .copy(let start, let count):
                guard target.count - position >= count, let source = base.baseAddress,
                    let place = target.baseAddress
                else { return false }
                (place + position).copyMemory(from: source + start, byteCount: count)
                if let last = copies.last, last.targetEnd == position, last.baseEnd == start {
                    copies[copies.count - 1].byteCount += count
                } else if copies.count < maxCopies {
                    copies.append(
                        CopiedRange(targetStart: position, baseStart: start, byteCount: count))
                }
                position += count
            case .insert(let bytes):
                guard target.count - position >= bytes.count, let source = bytes.baseAddress,
                    let place = target.baseAddress
                else { return false }
                (place + position).copyMemory(from: source, byteCount: bytes.count)
                position += bytes.count
            }
        }
        return !reader.isCorrupt && position == target.count
    }
}
