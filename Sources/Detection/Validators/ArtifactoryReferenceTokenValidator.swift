/// Artifactory reference tokens: base64 of `reftkn:01:` or `:02:`, an expiry, `:` and a random part.
struct ArtifactoryReferenceTokenValidator: Validator {
    static let name = "artifactory-reference-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let text = EncodedText.decode(value) else {
            return .invalid("It does not decode as base64.")
        }
        guard text.starts(with: "reftkn:0".utf8),
            text.split(separator: UInt8(ascii: ":")).count == 4
        else { return .invalid("It does not decode to a reference token.") }
        return .consistent("It decodes to a reference token with its expiry.")
    }
}
