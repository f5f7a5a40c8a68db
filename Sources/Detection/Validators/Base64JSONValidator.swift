/// Base64 or base64url of any JSON object.
struct Base64JSONValidator: Validator {
    static let name = "base64-json"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let members = EncodedText.jsonMembers(value) else {
            return .invalid("It does not decode to a JSON object.")
        }
        return members.isEmpty
            ? .invalid("It decodes to an empty JSON object.")
            : .consistent("It decodes to a JSON object.")
    }
}
