/// Random UUIDs: version 4 and variant 10 (RFC 9562 §5.4).
struct UUIDv4Validator: Validator {
    static let name = "uuid-v4"

    private static let variants = CharacterSet("89abAB")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard UUIDText.isUUID(value), let version = value.byte(at: 14),
            let variant = value.byte(at: 19)
        else { return .unknown }
        return version == UInt8(ascii: "4") && Self.variants.contains(variant)
            ? .consistent("It is a random UUID of version 4.")
            : .invalid("It is a UUID and not a random one.")
    }
}
