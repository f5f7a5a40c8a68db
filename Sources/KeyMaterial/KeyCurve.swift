/// A curve on which the public half can be computed from the private one.
package enum KeyCurve: Sendable {
    case p256
    case p384
    case p521
    case ed25519
    case x25519

    /// Size of the field in bits.
    package var bits: Int {
        switch self {
        case .p256, .ed25519, .x25519: 256
        case .p384: 384
        case .p521: 521
        }
    }

    /// Bytes of a private key.
    package var privateByteCount: Int { (bits + 7) / 8 }

    /// By the object identifier of a named curve (RFC 5480 §2.1.1.1).
    init?(identifier: ArraySlice<UInt8>) {
        switch Array(identifier) {
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]: self = .p256
        case [0x2B, 0x81, 0x04, 0x00, 0x22]: self = .p384
        case [0x2B, 0x81, 0x04, 0x00, 0x23]: self = .p521
        default: return nil
        }
    }

    /// By the name that JSON Web Keys use (RFC 7518 §6.2.1.1, RFC 8037 §2).
    init?(jsonName: String) {
        switch jsonName {
        case "P-256": self = .p256
        case "P-384": self = .p384
        case "P-521": self = .p521
        case "Ed25519": self = .ed25519
        case "X25519": self = .x25519
        default: return nil
        }
    }
}
