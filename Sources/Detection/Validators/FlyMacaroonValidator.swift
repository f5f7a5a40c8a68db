private import KeyMaterial

/// Fly.io tokens: one or more macaroons, each a label such as `fm2_` and base64.
struct FlyMacaroonValidator: Validator {
    static let name = "fly-macaroon"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        let list = value.after("FlyV1 ") ?? value
        guard let tokens = list.parts(separatedBy: UInt8(ascii: ","), maxCount: 32) else {
            return .unknown
        }
        for token in tokens {
            guard let body = token.after("fm2_") ?? token.after("fm1r_") ?? token.after("fm1a_")
            else { return .unknown }
            guard let bytes = Base64Decoding.decode(body, alphabet: .either, padding: .optional),
                bytes.count >= 32
            else { return .invalid("One of its macaroons is not base64.") }
        }
        return .consistent("All of its macaroons decode.")
    }
}
