/// Mapbox tokens: `sk.` or `tk.`, base64url JSON with user and token id, and a signature.
struct MapboxTokenValidator: Validator {
    static let name = "mapbox-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let rest = value.after("sk.") ?? value.after("tk."),
            let dot = rest.firstIndex(of: UInt8(ascii: ".")), let body = rest.part(from: 0, to: dot)
        else { return .unknown }
        guard let members = EncodedText.jsonMembers(body), members.isSuperset(of: ["u", "a"])
        else { return .invalid("It does not decode to the members of an access token.") }
        return .consistent("It decodes to the members of an access token.")
    }
}
