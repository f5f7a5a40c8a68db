private import Crypto
internal import KeyMaterial

/// A JSON Web Token that HMAC signs (RFC 7518 §3.2): whoever knows the secret can make others.
struct SignedToken: Sendable {
    private enum Function: Sendable {
        case sha256
        case sha384
        case sha512
    }

    private let function: Function
    /// Header and claims as they were signed.
    private let input: [UInt8]
    private let signature: [UInt8]

    /// - Returns: `nil` unless it is a compact token of HS256, HS384 or HS512 whose signature has
    ///   that length.
    init?(compact text: UnsafeRawBufferPointer, algorithm: String) {
        switch algorithm {
        case "HS256": function = .sha256
        case "HS384": function = .sha384
        case "HS512": function = .sha512
        default: return nil
        }
        guard let dot = text.lastIndex(of: UInt8(ascii: ".")),
            let signature = Base64Decoding.decode(
                Array(text[(dot + 1)...]), alphabet: .urlSafe, padding: .optional)
        else { return nil }
        self.signature = signature
        input = Array(text[..<dot])
    }

    /// Whether the secret made the signature, as it is or decoded from base64 or hexadecimal.
    func isSigned(by secret: [UInt8]) -> Bool {
        if verifies(secret) { return true }
        guard secret.count >= 16 else { return false }
        let decoded = [
            Base64Decoding.decode(secret, alphabet: .either, padding: .optional),
            SignedToken.fromHexadecimal(secret),
        ]
        return decoded.contains { $0.map(verifies) ?? false }
    }

    /// Bytes that one trial hashes, at most: three forms of a secret, two blocks of padding each.
    var cost: Int { 3 * (input.count + 256) }

    /// Longest token that is tried with well-known secrets, in bytes.
    private static let maxTriedBytes = 4096

    /// Whether one of the secrets of tutorials and defaults made the signature.
    var hasWellKnownSecret: Bool {
        input.count <= Self.maxTriedBytes
            && WellKnownTokenSecrets.all.contains { verifies(Array($0.utf8)) }
    }

    private func verifies(_ secret: [UInt8]) -> Bool {
        let key = SymmetricKey(data: secret)
        switch function {
        case .sha256:
            return HMAC<SHA256>.isValidAuthenticationCode(
                signature, authenticating: input, using: key)
        case .sha384:
            return HMAC<SHA384>.isValidAuthenticationCode(
                signature, authenticating: input, using: key)
        case .sha512:
            return HMAC<SHA512>.isValidAuthenticationCode(
                signature, authenticating: input, using: key)
        }
    }

    private static func fromHexadecimal(_ text: [UInt8]) -> [UInt8]? {
        guard text.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for index in stride(from: 0, to: text.count, by: 2) {
            guard let high = digit(text[index]), let low = digit(text[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
