/// Numbers for names: equal names have equal numbers.
struct SymbolTable {
    /// The number of no name.
    static let none: UInt32 = 0
    /// Slots that are looked at: names made to collide stay unknown to each other.
    private static let maxProbes = 128

    private(set) var text: [UInt8] = []
    private var starts: [UInt32] = [0, 0]
    private var hashes: [UInt32] = [0]
    private var slots: [UInt32]
    private let foldsCase: Bool

    /// An empty table; `foldsCase` when the language does not tell letters of both cases apart.
    init(foldsCase: Bool) {
        self.foldsCase = foldsCase
        slots = [UInt32](repeating: 0, count: 1024)
        text.reserveCapacity(8192)
        starts.reserveCapacity(1024)
        hashes.reserveCapacity(1024)
    }

    /// How many numbers are given out.
    var count: Int { hashes.count }

    /// The bytes of a name.
    func bytes(_ symbol: UInt32) -> ArraySlice<UInt8> {
        let index = Int(symbol)
        guard index < hashes.count else { return [] }
        return text[Int(starts[index])..<Int(starts[index + 1])]
    }

    /// The name as text.
    func string(_ symbol: UInt32) -> String { String(decoding: bytes(symbol), as: UTF8.self) }

    /// The number of a name, a new one when it was not seen.
    mutating func intern(_ name: UnsafeRawBufferPointer) -> UInt32 {
        guard !name.isEmpty else { return SymbolTable.none }
        let hash = hash(name)
        let slot = slot(of: name, hash)
        if let slot, slots[slot] != SymbolTable.none { return slots[slot] }
        let symbol = UInt32(hashes.count)
        if let slot { slots[slot] = symbol }
        hashes.append(hash)
        text.append(contentsOf: name)
        starts.append(UInt32(text.count))
        if hashes.count * 2 > slots.count { grow() }
        return symbol
    }

    /// The number of a name given as text.
    mutating func intern(_ name: String) -> UInt32 {
        var name = name
        return name.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
    }

    /// The number of a name that was seen.
    func find(_ name: String) -> UInt32? {
        var name = name
        return name.withUTF8 { buffer in
            let name = UnsafeRawBufferPointer(buffer)
            guard !name.isEmpty, let slot = slot(of: name, hash(name)) else { return nil }
            return slots[slot] == SymbolTable.none ? nil : slots[slot]
        }
    }

    /// The slot in which a name stands, or else the free one that it gets; `nil` where too many
    /// others stand before that.
    @inline(__always)
    private func slot(of name: UnsafeRawBufferPointer, _ hash: UInt32) -> Int? {
        var slot = Int(hash) & (slots.count - 1)
        for _ in 0..<SymbolTable.maxProbes {
            let symbol = slots[slot]
            if symbol == SymbolTable.none { return slot }
            if hashes[Int(symbol)] == hash, isEqual(symbol, name) { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(__always)
    private func fold(_ byte: UInt8) -> UInt8 {
        foldsCase && byte &- 65 < 26 ? byte | 0x20 : byte
    }

    @inline(__always)
    private func hash(_ name: UnsafeRawBufferPointer) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in name { hash = (hash ^ UInt32(fold(byte))) &* 16_777_619 }
        // The low bits choose the slot, and FNV mixes the high ones better.
        return hash ^ (hash >> 15)
    }

    private func isEqual(_ symbol: UInt32, _ name: UnsafeRawBufferPointer) -> Bool {
        let start = Int(starts[Int(symbol)])
        guard Int(starts[Int(symbol) + 1]) - start == name.count else { return false }
        return text.withUnsafeBufferPointer { text in
            for offset in 0..<name.count where fold(text[start + offset]) != fold(name[offset]) {
                return false
            }
            return true
        }
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: slots.count * 2)
        for symbol in slots where symbol != SymbolTable.none {
            var slot = Int(hashes[Int(symbol)]) & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = symbol
        }
        slots = larger
    }
}
