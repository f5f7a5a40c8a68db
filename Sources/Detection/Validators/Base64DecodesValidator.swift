/// Base64 or base64url of at least eight bytes that are not just text.
struct Base64DecodesValidator: Validator {
    static let name = "base64-decodes"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let bytes = EncodedText.decode(value), bytes.count >= 8 else {
            return .invalid("It does not decode as base64.")
        }
        return EncodedText.isText(bytes)
            ? .invalid("It decodes to plain text.") : .consistent("It decodes as base64.")
    }
}
