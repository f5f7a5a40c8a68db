/// Drops numbers, dates, times, versions and addresses of digits: `2024-01-31`, `1.2.3`, `10.0.0.1`.
struct NotNumberFilter: Validator {
    static let name = "not-number"

    private static let characters = CharacterSet("0123456789.,:-+/_ eExTZ")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let first = value.byte(at: 0), Self.characters.containsAll(of: value),
            CharacterSet.digits.contains(first) || first == UInt8(ascii: "-")
                || first == UInt8(ascii: "+")
        else { return .unknown }
        return .rejected
    }
}
