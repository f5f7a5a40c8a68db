/// Base32 of at least ten bytes, such as the seed of one-time passwords (RFC 4226 §4, R6).
struct Base32DecodesValidator: Validator {
    static let name = "base32-decodes"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let bytes = Base32Decoding.decode(value), bytes.count >= 10 else {
            return .invalid("It does not decode as base32 of ten bytes or more.")
        }
        return .consistent("It decodes as base32.")
    }
}
