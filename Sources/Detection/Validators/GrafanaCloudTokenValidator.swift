/// Grafana Cloud tokens: `glc_` and base64 JSON with organisation, name and key.
struct GrafanaCloudTokenValidator: Validator {
    static let name = "grafana-cloud-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let body = value.after("glc_") else { return .unknown }
        guard let members = EncodedText.jsonMembers(body), members.isSuperset(of: ["o", "n", "k"])
        else { return .invalid("It does not decode to the members of a cloud access token.") }
        return .consistent("It decodes to the members of a cloud access token.")
    }
}
