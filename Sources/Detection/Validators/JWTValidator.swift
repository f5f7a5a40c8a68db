private import KeyMaterial
private import ScanModel

/// JSON Web Tokens: header and claims are JSON objects, the header names an algorithm, and the
/// signature has that algorithm's length.
///
/// A token may follow a vendor's prefix, as in GitHub's stateless `ghs_` tokens.
struct JWTValidator: Validator {
    static let name = "jwt"

    /// Longest vendor prefix before the token.
    private static let maxPrefix = 64

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count <= JSONWebToken.maxBytes, let text = start(of: value) else {
            return .unknown
        }
        guard let token = JSONWebToken(compact: text) else {
            return .invalid("Its parts do not decode to the JSON objects of a JSON Web Token.")
        }
        if token.isEncrypted {
            return .consistent("It is an encrypted JSON Web Token; its claims cannot be read.")
        }
        // RFC 7519 §6; libraries that compare without case accept `None` as well.
        if token.algorithm.lowercased() == "none" || token.signatureByteCount == 0 {
            return .invalid("The token is not signed, so it opens nothing that checks signatures.")
        }
        if token.isKnownSample {
            return .invalid("The token carries the sample claims of tutorials.")
        }
        if let lengths = token.expectedSignatureByteCounts,
            !lengths.contains(token.signatureByteCount)
        {
            return .invalid("The signature has not the length that its algorithm gives.")
        }
        guard let expiry = token.expiresAt else {
            return .consistent("It is a signed JSON Web Token without expiry.")
        }
        let day = CalendarDate(secondsSince1970: expiry)
        return .consistent("It is a signed JSON Web Token that expires on \(day) (UTC).")
    }

    /// The token without prefix: it begins with the base64 of `{"`.
    private func start(of value: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        for index in 0...Self.maxPrefix {
            guard let rest = value.part(from: index, to: value.count) else { return nil }
            if rest.hasPrefix("eyJ") || rest.hasPrefix("ewo") || rest.hasPrefix("eyA") {
                return rest
            }
        }
        return nil
    }
}
