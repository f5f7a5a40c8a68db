/// WorkOS keys: the base64 body decodes to `key_`, a ULID, `,` and the secret.
struct WorkOSKeyValidator: Validator {
    static let name = "workos-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard
            let text = (value.after("sk_live_") ?? value.after("sk_test_")).flatMap(
                EncodedText.decode)
        else {
            return .invalid("It does not decode as base64.")
        }
        guard text.starts(with: "key_".utf8), text.contains(UInt8(ascii: ",")) else {
            return .invalid("It does not decode to a key id and a secret.")
        }
        return .consistent("It decodes to a key id and a secret.")
    }
}
