private import KeyMaterial

/// Bitwarden Secrets Manager tokens: `0.`, a UUID, 30 characters, and the base64 of 16 bytes.
struct BitwardenAccessTokenValidator: Validator {
    static let name = "bitwarden-access-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let body = value.after("0."), let identifier = body.part(from: 0, to: 36),
            let colon = body.firstIndex(of: UInt8(ascii: ":")),
            let key = body.part(from: colon + 1, to: body.count)
        else { return .unknown }
        guard UUIDText.isUUID(identifier), colon == 67,
            Base64Decoding.decode(key, maxOutputBytes: 64)?.count == 16
        else { return .invalid("It has not the parts of an access token.") }
        return .consistent("It has the parts of an access token, with a key of 128 bits.")
    }
}
