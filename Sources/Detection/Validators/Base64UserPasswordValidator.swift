/// Base64 of `user:password`, as HTTP basic authentication and Docker store it (RFC 7617 §2).
struct Base64UserPasswordValidator: Validator {
    static let name = "base64-user-password"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let text = EncodedText.decode(value) else {
            return .invalid("It does not decode as base64.")
        }
        guard EncodedText.isText(text), let colon = text.firstIndex(of: UInt8(ascii: ":")),
            colon > 0, colon < text.count - 1
        else { return .invalid("It does not decode to a user name and a password.") }
        return .consistent("It decodes to a user name and a password.")
    }
}
