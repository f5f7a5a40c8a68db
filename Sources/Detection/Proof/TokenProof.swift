internal import KeyMaterial
internal import ScanModel

/// What a JSON Web Token says of itself, and who could have signed it.
struct TokenProof {
    /// More that is known, a sentence each.
    private(set) var evidence: [Evidence] = []
    /// Whether it had expired at the date of the scan.
    let isExpired: Bool
    /// The token, where a shared secret signs it.
    let signed: SignedToken?

    /// Longest text of a claim that a report shows, in characters.
    private static let maxShownCharacters = 80
    /// Longest vendor prefix before the token.
    private static let maxPrefix = 64

    /// - Returns: `nil` when the value is no token of three parts.
    init?(_ value: UnsafeRawBufferPointer, date: CalendarDate) {
        guard let start = TokenProof.start(of: value) else { return nil }
        let compact = UnsafeRawBufferPointer(rebasing: value[start...])
        guard let token = JSONWebToken(compact: compact), !token.isEncrypted else { return nil }
        let claims = TokenProof.claims(of: token)
        if !claims.isEmpty { evidence.append(Evidence(.consistent, claims)) }
        if let expiry = token.expiresAt, expiry < date.secondsSince1970 {
            isExpired = true
            evidence.append(
                Evidence(
                    .consistent,
                    "It had expired on the date of the scan, \(date): what it opened is shut."))
        } else {
            isExpired = false
        }
        guard !token.isKnownSample else {
            signed = nil
            return
        }
        signed = SignedToken(compact: compact, algorithm: token.algorithm)
        if signed?.hasWellKnownSecret == true {
            evidence.append(
                Evidence(
                    .proven,
                    "Its signature verifies with a well-known secret of tutorials and defaults: "
                        + "anyone can make such tokens."))
        }
    }

    private static func claims(of token: JSONWebToken) -> String {
        var parts: [String] = []
        if let algorithm = shown(token.algorithm) { parts.append("algorithm \(algorithm)") }
        if let issuer = token.issuer.flatMap(shown) { parts.append("issuer \(issuer)") }
        if let audience = token.audience.flatMap(shown) { parts.append("audience \(audience)") }
        return parts.isEmpty ? "" : "It says: " + parts.joined(separator: ", ") + "."
    }

    /// A claim that is plainly an address or a name; whatever may hold a secret is not repeated.
    private static func shown(_ text: String) -> String? {
        guard (1...maxShownCharacters).contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ":"),
                    UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            })
        else { return nil }
        // No stretch without a separator may be long enough for a key.
        let runs = text.utf8.split { !isWordByte($0) }
        return runs.allSatisfy { $0.count <= 16 } ? text : nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Where the token begins after a vendor's prefix: at the base64 of `{`.
    private static func start(of value: UnsafeRawBufferPointer) -> Int? {
        guard value.count > 20 else { return nil }
        return (0...min(maxPrefix, value.count - 4)).first {
            value[$0] == UInt8(ascii: "e")
                && (value[$0 + 1] == UInt8(ascii: "y") || value[$0 + 1] == UInt8(ascii: "w"))
                && (value[$0 + 2] == UInt8(ascii: "J") || value[$0 + 2] == UInt8(ascii: "o")
                    || value[$0 + 2] == UInt8(ascii: "A"))
        }
    }
}
