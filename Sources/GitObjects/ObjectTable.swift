import ScanModel

/// Numbers object ids in the order they are first seen, by open addressing.
struct ObjectTable {
    /// The ids, by number.
    private(set) var ids: [ObjectID] = []
    private var slots: [Int32]
    private var shift: UInt64
    /// Random and odd: ids chosen by an attacker must not fall into one bucket. The numbering
    /// does not depend on it.
    private let multiplier = UInt64.random(in: 0...UInt64.max) | 1

    init(minimumCapacity: Int = 64) {
        var bits: UInt64 = 7
        while bits < 40, 1 << bits < minimumCapacity * 2 { bits += 1 }
        slots = Array(repeating: -1, count: 1 << bits)
        shift = 64 - bits
    }

    var count: Int { ids.count }

    /// The number of an id, if it has one.
    func find(_ id: ObjectID) -> Int? {
        let slot = slots[slotIndex(id)]
        return slot < 0 ? nil : Int(slot)
    }

    /// The number of an id, given now if it had none.
    mutating func insert(_ id: ObjectID) -> (index: Int, isNew: Bool) {
        let position = slotIndex(id)
        if slots[position] >= 0 { return (Int(slots[position]), false) }
        let index = ids.count
        // 2³¹ objects are beyond any repository that fits into memory here.
        slots[position] = Int32(clamping: index)
        ids.append(id)
        if ids.count * 2 > slots.count { grow() }
        return (index, true)
    }

    private func slotIndex(_ id: ObjectID) -> Int {
        let mask = slots.count - 1
        var position = Int((id.leadingWord &* multiplier) >> shift)
        while slots[position] >= 0, ids[Int(slots[position])] != id {
            position = (position + 1) & mask
        }
        return position
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        shift -= 1
        for (index, id) in ids.enumerated() {
            slots[slotIndex(id)] = Int32(clamping: index)
        }
    }
}
