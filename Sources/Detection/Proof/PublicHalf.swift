private import Crypto
internal import KeyMaterial

/// Computes public halves of private keys.
enum PublicHalf {
    /// The public half of a private number; `nil` when the number is none of the curve's.
    static func computed(_ curve: KeyCurve, _ number: [UInt8]) -> PublicKey? {
        let point: [UInt8]?
        switch curve {
        case .p256:
            point = (try? P256.Signing.PrivateKey(rawRepresentation: number)).map {
                Array($0.publicKey.x963Representation)
            }
        case .p384:
            point = (try? P384.Signing.PrivateKey(rawRepresentation: number)).map {
                Array($0.publicKey.x963Representation)
            }
        case .p521:
            point = (try? P521.Signing.PrivateKey(rawRepresentation: number)).map {
                Array($0.publicKey.x963Representation)
            }
        case .ed25519:
            point = (try? Curve25519.Signing.PrivateKey(rawRepresentation: number)).map {
                Array($0.publicKey.rawRepresentation)
            }
        case .x25519:
            point = (try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: number)).map {
                Array($0.publicKey.rawRepresentation)
            }
        }
        return point.flatMap { PublicKey.computed(curve, $0) }
    }
}
