/// Object identifiers of key algorithms and curves, as DER contents octets.
enum KeyAlgorithm {
    /// Algorithm of a PKCS#8 key and, for the fixed curves, its size.
    ///
    /// - Source: RFC 3279 §2.3, RFC 4055 §1.2, RFC 5480 §2.1.1, RFC 8410 §3.
    static func kind(of identifier: ArraySlice<UInt8>) -> PrivateKeyInfo.Kind {
        switch Array(identifier) {
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01],
            [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A]:
            .rsa
        case [0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01]: .dsa
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]: .ec
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x03, 0x01],
            [0x2A, 0x86, 0x48, 0xCE, 0x3E, 0x02, 0x01]:
            .diffieHellman
        case [0x2B, 0x65, 0x6E]: .x25519
        case [0x2B, 0x65, 0x6F]: .x448
        case [0x2B, 0x65, 0x70]: .ed25519
        case [0x2B, 0x65, 0x71]: .ed448
        default: .other
        }
    }

    /// Field size of a named curve in bits.
    static func bits(ofCurve identifier: ArraySlice<UInt8>) -> Int? {
        NamedCurve(identifier: identifier)?.bits
    }

    /// Field size of the kinds that have only one.
    static func fixedBits(of kind: PrivateKeyInfo.Kind) -> Int? {
        switch kind {
        case .ed25519, .x25519: 256
        case .ed448, .x448: 448
        default: nil
        }
    }

    /// Kind and size by the name that SSH gives a key type (RFC 4253 §6.6, RFC 5656, RFC 8709).
    static func sshKind(_ name: ArraySlice<UInt8>) -> (kind: PrivateKeyInfo.Kind, bits: Int?) {
        let text = String(decoding: name.prefix(64), as: UTF8.self)
        if text.hasPrefix("sk-") { return (.securityKey, nil) }
        return switch text {
        case "ssh-rsa": (.rsa, nil)
        case "ssh-dss": (.dsa, nil)
        case "ecdsa-sha2-nistp256": (.ec, 256)
        case "ecdsa-sha2-nistp384": (.ec, 384)
        case "ecdsa-sha2-nistp521": (.ec, 521)
        case "ssh-ed25519": (.ed25519, 256)
        case "ssh-ed448": (.ed448, 448)
        default: (.other, nil)
        }
    }

    /// Bits of an SSH public key blob: of the modulus for RSA and DSA, else fixed by the name.
    static func sshBits(ofPublicKey blob: ArraySlice<UInt8>) -> (
        kind: PrivateKeyInfo.Kind, bits: Int?
    )? {
        var cursor = ByteCursor(blob)
        guard let name = cursor.sshString(), !name.isEmpty else { return nil }
        let (kind, bits) = sshKind(name)
        switch kind {
        case .rsa:
            guard cursor.sshString() != nil, let modulus = cursor.sshString() else { return nil }
            return (kind, UnsignedNumber.bitLength(modulus))
        case .dsa:
            guard let prime = cursor.sshString() else { return nil }
            return (kind, UnsignedNumber.bitLength(prime))
        default: return (kind, bits)
        }
    }
}
