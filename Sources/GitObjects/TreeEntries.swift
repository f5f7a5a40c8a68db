import ScanModel

/// Walks the entries of a raw tree: `mode SP name NUL id`, repeated.
///
/// Hostile bytes end the walk with `isCorrupt`; what stands before the fault is still given.
struct TreeEntries: Sequence, IteratorProtocol {
    private let bytes: UnsafeRawBufferPointer
    private let idByteCount: Int
    /// Where the next entry starts.
    var position = 0
    /// Whether the walk ended at bytes that are no entry.
    private(set) var isCorrupt = false

    init(_ bytes: UnsafeRawBufferPointer, format: ObjectFormat) {
        self.bytes = bytes
        idByteCount = format.idByteCount
    }

    mutating func next() -> TreeEntry? {
        guard let (mode, name, rawID) = nextParts() else { return nil }
        return TreeEntry(mode: mode, name: name, id: ObjectID(rawID: rawID))
    }

    /// The next entry with its id as it stands in the tree.
    mutating func nextParts()
        -> (mode: UInt32, name: UnsafeRawBufferPointer, rawID: UnsafeRawBufferPointer)?
    {
        guard position < bytes.count, !isCorrupt else { return nil }
        var mode: UInt32 = 0
        // At a fault the position stays where the bad entry starts: trees made from this one take
        // over what stands before it.
        var modeEnd = position
        while modeEnd < bytes.count, bytes[modeEnd] != UInt8(ascii: " ") {
            let digit = bytes[modeEnd]
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "7") else { return fail() }
            // Wraps as git's own reader does, so that both see the same kind.
            mode = mode << 3 | UInt32(digit & 7)
            modeEnd += 1
        }
        guard modeEnd > position, modeEnd < bytes.count else { return fail() }
        let nameStart = modeEnd + 1
        var nameEnd = nameStart
        while nameEnd < bytes.count, bytes[nameEnd] != 0 { nameEnd += 1 }
        let idStart = nameEnd + 1
        guard idStart <= bytes.count, bytes.count - idStart >= idByteCount else { return fail() }
        position = idStart + idByteCount
        return (
            mode, UnsafeRawBufferPointer(rebasing: bytes[nameStart..<nameEnd]),
            UnsafeRawBufferPointer(rebasing: bytes[idStart..<position])
        )
    }

    private mutating func fail<Entry>() -> Entry? {
        isCorrupt = true
        return nil
    }
}
