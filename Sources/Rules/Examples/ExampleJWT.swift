/// A well-formed JSON Web Token with a random signature of the algorithm's length (RFC 7519).
struct ExampleJWT {
    private let algorithm: String
    private let signatureLength: Int

    /// Signature lengths in base64url characters: HMAC digests, RSA of 2048 bits, ECDSA pairs.
    private static let signatureLengths: [String: Int] = [
        "HS256": 43, "HS384": 64, "HS512": 86, "RS256": 342, "RS384": 342, "RS512": 342,
        "PS256": 342, "PS384": 342, "PS512": 342, "ES256": 86, "ES384": 128, "ES512": 176,
        "EdDSA": 86, "none": 0,
    ]

    /// Takes a name of RFC 7518 §3.1 or RFC 8037.
    init(algorithm: String) throws(ExampleError) {
        guard let length = Self.signatureLengths[algorithm] else {
            let known = Self.signatureLengths.keys.sorted().joined(separator: " ")
            throw ExampleError(
                .unknownPlaceholder,
                "unknown algorithm in ⟦jwt:\(algorithm)⟧; expected one of \(known)")
        }
        self.algorithm = algorithm
        signatureLength = length
    }

    /// Header, payload with subject and times, and signature.
    func draw(using generator: inout SplitMix64) -> [UInt8] {
        let header = #"{"alg":"\#(algorithm)","typ":"JWT"}"#
        let subject = String(
            decoding: RandomText(alphabet: .base62).draw(20, using: &generator), as: UTF8.self)
        // Far in the future, so that an example does not expire under the tests.
        let issued = 4_000_000_000 + generator.next(below: 10_000_000)
        let payload = #"{"sub":"\#(subject)","iat":\#(issued),"exp":\#(issued + 3600)}"#
        let dot = [UInt8(ascii: ".")]
        return ExampleBase64.encodeURLSafe(Array(header.utf8)) + dot
            + ExampleBase64.encodeURLSafe(Array(payload.utf8)) + dot
            + RandomText(alphabet: .base64URL).draw(signatureLength, using: &generator)
    }
}
