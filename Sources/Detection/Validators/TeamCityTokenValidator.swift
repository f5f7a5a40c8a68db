/// TeamCity tokens: the head decodes to a JSON object with `typ`; the rest is opaque.
struct TeamCityTokenValidator: Validator {
    static let name = "teamcity-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let dot = value.firstIndex(of: UInt8(ascii: ".")), value.hasPrefix("eyJ"),
            let body = value.part(from: 0, to: dot)
        else { return .unknown }
        guard let members = EncodedText.jsonMembers(body), members.isSuperset(of: ["typ"])
        else { return .invalid("It does not decode to the members of a token header.") }
        return .consistent("It decodes to the members of a token header.")
    }
}
