/// Numbers paths as (parent, name) pairs, so that a million paths share their folders.
///
/// Number 0 is the root. Names are raw bytes.
struct PathTable {
    private struct Node {
        let parent: Int32
        let nameStart: Int
        let nameCount: Int32
        let depth: Int32
    }

    private var nodes = [Node(parent: -1, nameStart: 0, nameCount: 0, depth: 0)]
    private var names: [UInt8] = []
    private var slots = [Int32](repeating: -1, count: 128)

    static let root: Int32 = 0

    /// How many names lead to the path; 0 for the root.
    func depth(_ path: Int32) -> Int { Int(nodes[Int(path)].depth) }

    /// Whether `path` is the child `name` of `parent`.
    func isChild(_ path: Int32, of parent: Int32, named name: UnsafeRawBufferPointer) -> Bool {
        let node = nodes[Int(path)]
        guard node.parent == parent, Int(node.nameCount) == name.count else { return false }
        return names.withUnsafeBytes { all in
            UnsafeRawBufferPointer(
                rebasing: all[node.nameStart..<node.nameStart + name.count]
            ).isSame(as: name)
        }
    }

    /// The number of the child `name` of `parent`, given now if it had none.
    mutating func child(of parent: Int32, named name: UnsafeRawBufferPointer) -> Int32 {
        var position = hash(parent, name) & (slots.count - 1)
        while slots[position] >= 0 {
            if isChild(slots[position], of: parent, named: name) { return slots[position] }
            position = (position + 1) & (slots.count - 1)
        }
        let number = Int32(clamping: nodes.count)
        nodes.append(
            Node(
                parent: parent, nameStart: names.count, nameCount: Int32(clamping: name.count),
                depth: nodes[Int(parent)].depth + 1))
        names.append(contentsOf: name)
        slots[position] = number
        if nodes.count * 2 > slots.count { grow() }
        return number
    }

    /// The path's bytes, with `/` between names.
    func bytes(_ path: Int32) -> [UInt8] {
        var chain: [Int32] = []
        var current = path
        while current > 0 {
            chain.append(current)
            current = nodes[Int(current)].parent
        }
        var result: [UInt8] = []
        for (index, number) in chain.reversed().enumerated() {
            if index > 0 { result.append(UInt8(ascii: "/")) }
            let node = nodes[Int(number)]
            result.append(contentsOf: names[node.nameStart..<node.nameStart + Int(node.nameCount)])
        }
        return result
    }

    /// The path, decoded with replacement characters where it is not UTF-8.
    func text(_ path: Int32) -> String { String(decoding: bytes(path), as: UTF8.self) }

    private func hash(_ parent: Int32, _ name: UnsafeRawBufferPointer) -> Int {
        // Swift's hash is seeded at random, which names chosen by an attacker call for; numbers
        // are given in order of arrival and do not depend on it.
        var hasher = Hasher()
        hasher.combine(parent)
        hasher.combine(bytes: name)
        return hasher.finalize()
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for number in nodes.indices.dropFirst() {
            let node = nodes[number]
            let end = node.nameStart + Int(node.nameCount)
            let code = names.withUnsafeBytes { all in
                hash(node.parent, UnsafeRawBufferPointer(rebasing: all[node.nameStart..<end]))
            }
            var position = code & (slots.count - 1)
            while slots[position] >= 0 { position = (position + 1) & (slots.count - 1) }
            slots[position] = Int32(clamping: number)
        }
    }
}
