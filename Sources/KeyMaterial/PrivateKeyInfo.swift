/// What a private key is, without the key.
package struct PrivateKeyInfo: Hashable, Sendable {
    /// The algorithm it serves.
    package enum Kind: String, Sendable {
        case rsa
        case dsa
        case ec
        case ed25519
        case ed448
        case x25519
        case x448
        case diffieHellman
        case elgamal
        /// A handle to a key that stays in a FIDO authenticator.
        case securityKey
        /// An algorithm that is not told apart here, or hidden by encryption.
        case other
    }

    /// How it is written down.
    package enum Format: String, Sendable {
        /// RFC 8017 A.1.2.
        case pkcs1
        /// RFC 5958.
        case pkcs8
        /// RFC 5915.
        case sec1
        /// OpenSSL's own for DSA.
        case traditionalDSA
        /// OpenSSH, PROTOCOL.key.
        case openSSH
        /// PuTTY, appendix C of its manual.
        case putty
        /// RFC 9580.
        case openPGP
    }

    package let kind: Kind
    package let format: Format
    /// Size of modulus or field in bits, where it can be read.
    package let bits: Int?
    /// Whether a passphrase protects it.
    package let isEncrypted: Bool

    /// Describes a key that was recognised.
    package init(kind: Kind, format: Format, bits: Int?, isEncrypted: Bool) {
        self.kind = kind
        self.format = format
        self.bits = bits
        self.isEncrypted = isEncrypted
    }
}
