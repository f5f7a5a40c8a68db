private import KeyMaterial

/// JSON Web Keys: an object with `kty` whose private member is present (RFC 7517 §4, RFC 7518 §6).
struct JWKPrivateKeyValidator: Validator {
    static let name = "jwk-private-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count <= 64 << 10, value.byte(at: 0) == UInt8(ascii: "{"),
            let members = JSONObjectReader.members(of: Array(value)),
            case .string(let type)? = members["kty"]
        else { return .unknown }
        guard case .string(let secret)? = members[type == "oct" ? "k" : "d"], !secret.isEmpty
        else { return .invalid("The key holds no private member.") }
        return Base64Decoding.decode(Array(secret.utf8), alphabet: .urlSafe, padding: .optional)
            == nil
            ? .invalid("The private member of the key is not base64url.")
            : .consistent("The key holds its private member.")
    }
}
