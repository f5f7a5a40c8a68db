/// What can be read of a JSON Web Token without its key (RFC 7515 §3.1, RFC 7516 §3.1, RFC 7519).
package struct JSONWebToken: Sendable {
    /// The `alg` of the header.
    package let algorithm: String
    /// Whether the header says `typ`.
    package let hasType: Bool
    /// Whether the header says `kid`.
    package let hasKeyID: Bool
    /// Whether it is a JWE of five parts, whose claims are hidden.
    package let isEncrypted: Bool
    /// `exp`, seconds since 1970.
    package let expiresAt: Int64?
    /// `iat`, seconds since 1970.
    package let issuedAt: Int64?
    /// Whether the claims say `iss`.
    package let hasIssuer: Bool
    /// `iss` where it is text.
    package let issuer: String?
    /// `aud` where it is one text.
    package let audience: String?
    /// Whether the claims are the sample that `jwt.io` and most tutorials show.
    package let isKnownSample: Bool
    /// Length of the signature in bytes.
    package let signatureByteCount: Int

    /// Longest compact form that is read.
    package static let maxBytes = 64 << 10

    /// Reads a compact serialisation.
    /// - Returns: `nil` unless it has three or five parts of base64url whose header, and claims
    ///   where they are open, are JSON objects, and the header names an algorithm.
    package init?(compact text: UnsafeRawBufferPointer) {
        guard text.count <= Self.maxBytes else { return nil }
        let parts = Array(text).split(
            separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 5, let head = parts.first,
            let header = Self.object(head), case .string(let name)? = header["alg"]
        else { return nil }
        algorithm = name
        hasType = header["typ"] != nil
        hasKeyID = header["kid"] != nil
        isEncrypted = parts.count == 5
        guard let last = parts.last,
            last.allSatisfy(Self.isBase64URL), last.count % 4 != 1
        else { return nil }
        signatureByteCount = last.count * 3 / 4
        if isEncrypted {
            guard header["enc"] != nil, !parts[3].isEmpty,
                parts.allSatisfy({ $0.allSatisfy(Self.isBase64URL) })
            else { return nil }
            expiresAt = nil
            issuedAt = nil
            hasIssuer = false
            issuer = nil
            audience = nil
            isKnownSample = false
        } else {
            guard let claims = Self.object(parts[1]) else { return nil }
            if case .number(let seconds)? = claims["exp"] {
                expiresAt = seconds
            } else {
                expiresAt = nil
            }
            if case .number(let seconds)? = claims["iat"] {
                issuedAt = seconds
            } else {
                issuedAt = nil
            }
            hasIssuer = claims["iss"] != nil
            if case .string(let text)? = claims["iss"] { issuer = text } else { issuer = nil }
            if case .string(let text)? = claims["aud"] { audience = text } else { audience = nil }
            isKnownSample =
                claims["name"] == .string("John Doe") && claims["sub"] == .string("1234567890")
        }
    }

    /// The signature lengths that the algorithm can give, in bytes; `nil` when it is unknown.
    ///
    /// - Source: RFC 7518 §3.2 to §3.5, RFC 8037 §3.1, RFC 8812 §3.2.
    package var expectedSignatureByteCounts: ClosedRange<Int>? {
        switch algorithm {
        case "HS256": 32...32
        case "HS384": 48...48
        case "HS512": 64...64
        case "ES256", "ES256K": 64...64
        case "ES384": 96...96
        case "ES512": 132...132
        case "EdDSA", "Ed25519": 64...114
        case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512": 128...2048
        default: nil
        }
    }

    private static func object(_ part: ArraySlice<UInt8>) -> [String: JSONScalar]? {
        Base64Decoding.decode(
            Array(part), alphabet: .urlSafe, padding: .optional, maxOutputBytes: maxBytes
        ).flatMap { JSONObjectReader.members(of: $0) }
    }

    private static func isBase64URL(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
