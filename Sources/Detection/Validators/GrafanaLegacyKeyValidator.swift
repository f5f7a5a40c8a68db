/// Grafana keys of old: base64 JSON with `k`, `n` and `id`. Power BI links begin alike.
struct GrafanaLegacyKeyValidator: Validator {
    static let name = "grafana-legacy-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let body = value.part(from: 0, to: value.count), value.hasPrefix("eyJ") else {
            return .unknown
        }
        guard let members = EncodedText.jsonMembers(body), members.isSuperset(of: ["k", "n", "id"])
        else { return .invalid("It does not decode to the members of an API key.") }
        return .consistent("It decodes to the members of an API key.")
    }
}
