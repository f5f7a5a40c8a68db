/// The public half of a key in one form, whatever file it was read from, so that halves compare.
package struct PublicKey: Hashable, Sendable {
    /// The algorithm it serves.
    package let kind: PrivateKeyInfo.Kind
    /// Size of modulus or field in bits, where it is known.
    package let bits: Int?
    /// What no other key has: the kind, a zero byte, and its number without leading zeros. RSA is
    /// told by its modulus, curves by the x coordinate or the encoded point, DSA by y.
    package let identity: [UInt8]

    /// - Returns: `nil` for a number that is too small to be a key's.
    init?(_ kind: PrivateKeyInfo.Kind, bits: Int?, number: ArraySlice<UInt8>) {
        let significant = number.drop { $0 == 0 }
        guard significant.count >= PublicKey.minByteCount else { return nil }
        self.kind = kind
        self.bits = bits
        identity = Array(kind.rawValue.utf8) + [0] + significant
    }

    /// Shorter numbers are toys, and two toys meet by chance.
    private static let minByteCount = 16

    /// An RSA key by its modulus.
    static func rsa(modulus: ArraySlice<UInt8>) -> PublicKey? {
        PublicKey(.rsa, bits: UnsignedNumber.bitLength(modulus), number: modulus)
    }

    /// A key on a Weierstrass curve by its point (SEC 1 v2 §2.3.3): plain, or compressed.
    static func ec(point: ArraySlice<UInt8>, bits: Int?) -> PublicKey? {
        guard let form = point.first else { return nil }
        let coordinates = point.dropFirst()
        switch form {
        case 4:
            guard coordinates.count % 2 == 0 else { return nil }
            return PublicKey(.ec, bits: bits, number: coordinates.prefix(coordinates.count / 2))
        case 2, 3: return PublicKey(.ec, bits: bits, number: coordinates)
        default: return nil
        }
    }

    /// A key whose point is written as it is (RFC 8032, RFC 7748).
    static func point(_ kind: PrivateKeyInfo.Kind, _ bytes: ArraySlice<UInt8>) -> PublicKey? {
        let lengths: [PrivateKeyInfo.Kind: Int] = [
            .ed25519: 32, .x25519: 32, .ed448: 57, .x448: 56,
        ]
        guard bytes.count == lengths[kind] else { return nil }
        return PublicKey(kind, bits: KeyAlgorithm.fixedBits(of: kind), number: bytes)
    }

    /// Takes the plain point of a curve that was computed elsewhere.
    /// - Parameter bytes: `04 x y` for Weierstrass curves, else the point as RFC 8032 and RFC 7748
    ///   write it.
    package static func computed(_ curve: KeyCurve, _ bytes: [UInt8]) -> PublicKey? {
        switch curve {
        case .p256, .p384, .p521: ec(point: bytes[...], bits: curve.bits)
        case .ed25519: point(.ed25519, bytes[...])
        case .x25519: point(.x25519, bytes[...])
        }
    }
}
