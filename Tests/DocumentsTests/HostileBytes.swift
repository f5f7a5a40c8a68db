import Documents
import TestSupport

/// Every prefix of a text, and seeded changes of its bytes.
enum HostileBytes {
    static func check(_ text: String, changes: Int = 600, _ body: (UnsafeRawBufferPointer) -> Void)
    {
        let whole = Array(text.utf8)
        let step = max(1, whole.count / changes)
        for length in stride(from: 0, through: whole.count, by: step) {
            Array(whole[..<length]).withUnsafeBytes(body)
        }
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        let signs = Array("{}[]()<>\"'=:,#/*\\$%@\n\r\t \u{0}&;!-|".utf8) + [0xFF, 0xC3]
        for _ in 0..<changes {
            var changed = whole
            guard !changed.isEmpty else { return }
            for _ in 0..<(1 + Int(next() % 4)) {
                let index = Int(next() % UInt64(changed.count))
                switch next() % 3 {
                case 0: changed[index] = signs[Int(next() % UInt64(signs.count))]
                case 1: changed.insert(signs[Int(next() % UInt64(signs.count))], at: index)
                default: changed.remove(at: index)
                }
                if changed.isEmpty { break }
            }
            changed.withUnsafeBytes(body)
        }
    }
}
