/// Numbers of objects that were asked for lately: versions of a tree come one after the other and
/// name the same objects again. For ids of 20 bytes.
struct RecentNumbers: Sendable {
    private struct Slot {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt32 = 0
        var number = UInt32.max
    }

    private static let slotCount = 1 << 13
    private var slots: [Slot] = []

    /// The number of an id, if it is still known.
    func number(_ id: UnsafeRawBufferPointer) -> UInt32? {
        guard id.count == 20, !slots.isEmpty else { return nil }
        let first = id.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        let slot = slots[Int(truncatingIfNeeded: first) & (RecentNumbers.slotCount - 1)]
        guard slot.first == first, slot.number != .max,
            slot.second == id.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            slot.third == id.loadUnaligned(fromByteOffset: 16, as: UInt32.self)
        else { return nil }
        return slot.number
    }

    /// Remembers a number in place of another.
    mutating func note(_ id: UnsafeRawBufferPointer, _ number: UInt32) {
        guard id.count == 20 else { return }
        if slots.isEmpty { slots = [Slot](repeating: Slot(), count: RecentNumbers.slotCount) }
        let first = id.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        slots[Int(truncatingIfNeeded: first) & (RecentNumbers.slotCount - 1)] = Slot(
            first: first, second: id.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            third: id.loadUnaligned(fromByteOffset: 16, as: UInt32.self), number: number)
    }
}
