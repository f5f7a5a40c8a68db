/// Snyk tokens: `snyk_uat.` or `snyk_sat.`, 8 digits, base64url JSON and a signature.
struct SnykScopedTokenValidator: Validator {
    static let name = "snyk-scoped-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.hasPrefix("snyk_"),
            let parts = value.parts(separatedBy: UInt8(ascii: "."), maxCount: 4), parts.count == 4,
            let body = parts.dropFirst(2).first
        else { return .unknown }
        guard let members = EncodedText.jsonMembers(body),
            members.isSuperset(of: ["h", "e", "j", "s"])
        else { return .invalid("It does not decode to the members of a scoped token.") }
        return .consistent("It decodes to the members of a scoped token.")
    }
}
