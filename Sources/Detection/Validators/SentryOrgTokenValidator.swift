/// Sentry organisation tokens: `sntrys_`, base64 JSON, `_` and 43 characters of base64.
struct SentryOrgTokenValidator: Validator {
    static let name = "sentry-org-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let rest = value.after("sntrys_"),
            let last = rest.lastIndex(of: UInt8(ascii: "_")), rest.count - last - 1 == 43,
            let body = rest.part(from: 0, to: last)
        else { return .unknown }
        guard let members = EncodedText.jsonMembers(body),
            members.isSuperset(of: ["iat", "url", "org"])
        else { return .invalid("It does not decode to the members of an organisation token.") }
        return .consistent("It decodes to the members of an organisation token.")
    }
}
