/// Drops values that repeat themselves: few different characters, or one short piece over and over.
struct NotRepeatingFilter: Validator {
    static let name = "not-repeating"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count >= 4, value.count <= 4096 else { return .unknown }
        var low: UInt64 = 0
        var high: UInt64 = 0
        for byte in value {
            if byte & 0x40 == 0 {
                low |= 1 << UInt64(byte & 63)
            } else {
                high |= 1 << UInt64(byte & 63)
            }
        }
        if low.nonzeroBitCount + high.nonzeroBitCount <= (value.count >= 12 ? 3 : 2) {
            return .rejected
        }
        for period in 1...min(16, value.count / 2)
        where (period..<value.count).allSatisfy({ value[$0] == value[$0 - period] }) {
            return .rejected
        }
        return .unknown
    }
}
