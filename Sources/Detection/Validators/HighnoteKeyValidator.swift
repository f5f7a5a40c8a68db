/// Highnote keys: the base64 body decodes to text that begins with `key_`.
struct HighnoteKeyValidator: Validator {
    static let name = "highnote-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard
            let text = (value.after("sk_live_") ?? value.after("sk_test_")).flatMap(
                EncodedText.decode)
        else {
            return .invalid("It does not decode as base64.")
        }
        guard text.starts(with: "key_".utf8) else {
            return .invalid("It does not decode to a key id.")
        }
        return .consistent("It decodes to a key id.")
    }
}
