/// Drops values of hexadecimal digits alone, whatever their length.
struct NotHexFilter: Validator {
    static let name = "not-hex"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        !value.isEmpty && CharacterSet.hex.containsAll(of: value) ? .rejected : .unknown
    }
}
