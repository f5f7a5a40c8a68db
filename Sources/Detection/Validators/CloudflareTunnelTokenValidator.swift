/// Cloudflare tunnel tokens: base64 JSON with account `a`, tunnel `t` and secret `s`.
struct CloudflareTunnelTokenValidator: Validator {
    static let name = "cloudflare-tunnel-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let body = value.part(from: 0, to: value.count), value.hasPrefix("eyJ") else {
            return .unknown
        }
        guard let members = EncodedText.jsonMembers(body), members.isSuperset(of: ["a", "t", "s"])
        else { return .invalid("It does not decode to the members of a tunnel token.") }
        return .consistent("It decodes to the members of a tunnel token.")
    }
}
