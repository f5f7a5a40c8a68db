private import KeyMaterial
internal import ScanModel

/// Private keys in PEM, PGP armor or PuTTY's format: the body decodes to the structure of one.
struct PEMPrivateKeyValidator: Validator {
    static let name = "pem-private-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        do {
            let info = try PrivateKeyReader.read(value)
            let size = info.bits.map { " of \($0) bits" } ?? ""
            let kind = Self.word(for: info.kind)
            return info.isEncrypted
                ? .consistent("It holds \(kind)\(size) that a passphrase protects.")
                : .proven("It holds \(kind)\(size) without a passphrase.")
        } catch {
            // What the rule captured may be cut off; that refutes nothing.
            switch error.code {
            case .noFrame, .truncated, .tooLarge: return .unknown
            case .notPrivate:
                return .invalid("It holds no private key: \(error.message).")
            case .badBase64, .badStructure, .inconsistent:
                // A body that was cut or retyped is still most of a key: said, and not held against it.
                return .valid(
                    Evidence(
                        .unverified, "It does not parse as a private key: \(error.message)."))
            }
        }
    }

    private static func word(for kind: PrivateKeyInfo.Kind) -> String {
        switch kind {
        case .rsa: "an RSA private key"
        case .dsa: "a DSA private key"
        case .ec: "an EC private key"
        case .ed25519: "an Ed25519 private key"
        case .ed448: "an Ed448 private key"
        case .x25519: "an X25519 private key"
        case .x448: "an X448 private key"
        case .diffieHellman: "a Diffie-Hellman private key"
        case .elgamal: "an ElGamal private key"
        case .securityKey: "a handle to a key in a security key"
        case .other: "a private key"
        }
    }
}
