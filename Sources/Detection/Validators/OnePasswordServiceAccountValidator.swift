/// 1Password service account tokens: `ops_` and base64url JSON of the account.
struct OnePasswordServiceAccountValidator: Validator {
    static let name = "onepassword-service-account"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let body = value.after("ops_") else { return .unknown }
        guard let members = EncodedText.jsonMembers(body),
            members.isSuperset(of: ["signInAddress", "email", "secretKey"])
        else { return .invalid("It does not decode to the members of a service account.") }
        return .consistent("It decodes to the members of a service account.")
    }
}
