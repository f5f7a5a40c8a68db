/// Drops values of which most are counting or keyboard sequences: `abcdef0123456789`, `qwertyuiop`.
struct NotSequenceFilter: Validator {
    static let name = "not-sequence"

    private static let rows: [StaticString] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count >= 6, value.count <= 4096 else { return .unknown }
        var steps = 0
        for index in 1..<value.count where Self.follows(value[index - 1], value[index]) {
            steps += 1
        }
        return steps * 3 >= (value.count - 1) * 2 ? .rejected : .unknown
    }

    /// Whether `next` is the neighbour of `previous` in the alphabet, among digits or on a keyboard.
    private static func follows(_ previous: UInt8, _ next: UInt8) -> Bool {
        let left = previous | 0x20
        let right = next | 0x20
        if Int(right) - Int(left) == 1 || Int(left) - Int(right) == 1 { return true }
        if left == UInt8(ascii: "9"), right == UInt8(ascii: "0") { return true }
        return rows.contains { row in
            row.withUTF8Buffer { keys in
                guard let place = keys.firstIndex(of: left) else { return false }
                return place + 1 < keys.count && keys[place + 1] == right
            }
        }
    }
}
