/// Atlassian Data Center tokens: base64 of a numeric id, `:` and 20 random bytes.
struct AtlassianDataCenterTokenValidator: Validator {
    static let name = "atlassian-data-center-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let text = EncodedText.decode(value) else {
            return .invalid("It does not decode as base64.")
        }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), (6...14).contains(colon),
            text[..<colon].allSatisfy({ CharacterSet.digits.contains($0) }),
            text.count - colon - 1 == 20
        else { return .invalid("It does not decode to a token id and 20 random bytes.") }
        return .consistent("It decodes to a token id and 20 random bytes.")
    }
}
