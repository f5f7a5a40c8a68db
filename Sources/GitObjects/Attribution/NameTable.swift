/// Names of tree entries, each stored once and known by a number.
struct NameTable: Sendable {
    private var bytes: [UInt8] = []
    /// Where each name starts; the last one is the end.
    private var starts: [Int] = [0]
    private var slots = [UInt32](repeating: .max, count: 256)
    /// Random and odd: names chosen by an attacker must not fall into one bucket. The numbers
    /// do not depend on them.
    private let multiplier = UInt64.random(in: 0...UInt64.max) | 1
    private let seed = UInt64.random(in: 0...UInt64.max)

    /// How many names there are.
    var count: Int { starts.count - 1 }

    /// The number of a name, given now if it had none.
    mutating func insert(_ name: UnsafeRawBufferPointer) -> UInt32 {
        let mask = slots.count - 1
        var position = hash(name) & mask
        while true {
            let known = slots[position]
            if known == .max { break }
            if isName(known, name) { return known }
            position = (position + 1) & mask
        }
        let number = UInt32(truncatingIfNeeded: count)
        bytes.append(contentsOf: name)
        starts.append(bytes.count)
        slots[position] = number
        if count * 2 > slots.count { grow() }
        return number
    }

    /// A name's bytes.
    func name(_ number: UInt32) -> ArraySlice<UInt8> {
        bytes[starts[Int(number)]..<starts[Int(number) + 1]]
    }

    private func isName(_ number: UInt32, _ name: UnsafeRawBufferPointer) -> Bool {
        let start = starts[Int(number)]
        let count = starts[Int(number) + 1] - start
        guard count == name.count else { return false }
        return bytes.withUnsafeBytes { all in
            UnsafeRawBufferPointer(rebasing: all[start..<start + count]).isSame(as: name)
        }
    }

    private func hash(_ name: UnsafeRawBufferPointer) -> Int {
        var state = seed ^ UInt64(truncatingIfNeeded: name.count)
        var position = 0
        while name.count - position >= 8 {
            mix(&state, name.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var rest: UInt64 = 0
        while position < name.count {
            rest = rest << 8 | UInt64(name[position])
            position += 1
        }
        mix(&state, rest)
        return Int(truncatingIfNeeded: state >> 8)
    }

    private func mix(_ state: inout UInt64, _ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: multiplier)
        state = product.high ^ product.low
    }

    private mutating func grow() {
        slots = [UInt32](repeating: .max, count: slots.count * 2)
        for number in 0..<count {
            let code = bytes.withUnsafeBytes { all in
                hash(UnsafeRawBufferPointer(rebasing: all[starts[number]..<starts[number + 1]]))
            }
            var position = code & (slots.count - 1)
            while slots[position] != .max { position = (position + 1) & (slots.count - 1) }
            slots[position] = UInt32(truncatingIfNeeded: number)
        }
    }
}
