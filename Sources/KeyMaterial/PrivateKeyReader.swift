/// Says what private key a text holds: the way into this room for `Detection`.
///
/// In comes the text that a rule captured, framed as PEM, PGP armor or a PuTTY file; out goes a
/// description without the key, or an error that says why it is none. It derives nothing from the
/// key and keeps nothing of it.
package enum PrivateKeyReader {
    /// Reads the first private key in `text`.
    /// - Throws: every code of `KeyMaterialError`.
    package static func read(
        _ text: UnsafeRawBufferPointer, limits: KeyMaterialLimits = KeyMaterialLimits()
    ) throws(KeyMaterialError) -> PrivateKeyInfo {
        guard text.count <= limits.maxInputBytes else {
            throw KeyMaterialError(.tooLarge, "the text is longer than any key")
        }
        let trimmed = Array(text).drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
        if PuTTYPrivateKey.isPuTTY(trimmed) {
            return try PuTTYPrivateKey.read(trimmed, limits: limits)
        }
        let block = try PEMReader(text, limits: limits).firstBlock {
            $0.contains("PRIVATE KEY")
        }
        switch block.label {
        case "OPENSSH PRIVATE KEY": return try OpenSSHPrivateKey.read(block.body)
        case "PGP PRIVATE KEY BLOCK":
            return try OpenPGPPrivateKey.read(
                block.body, armorChecksum: block.armorChecksum, limits: limits)
        default: break
        }
        if block.isEncryptedByHeader {
            return try encryptedTraditional(block)
        }
        return try readDER(block.body, limits: limits)
    }

    /// Reads PKCS#8, PKCS#1, SEC1 or DSA without a frame.
    package static func readDER(
        _ bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()
    ) throws(KeyMaterialError) -> PrivateKeyInfo {
        guard bytes.count <= limits.maxInputBytes else {
            throw KeyMaterialError(.tooLarge, "the body is longer than any key")
        }
        return try PrivateKeyDER.read(bytes, limits: limits)
    }

    /// RFC 1421 encryption: the body is whole cipher blocks of 8 or 16 bytes.
    private static func encryptedTraditional(
        _ block: PEMBlock
    ) throws(KeyMaterialError) -> PrivateKeyInfo {
        guard block.body.count >= 32, block.body.count % 8 == 0 else {
            throw KeyMaterialError(
                .badStructure, "the encrypted body is not a whole number of cipher blocks")
        }
        let (kind, format): (PrivateKeyInfo.Kind, PrivateKeyInfo.Format) =
            switch block.label {
            case "RSA PRIVATE KEY": (.rsa, .pkcs1)
            case "EC PRIVATE KEY": (.ec, .sec1)
            case "DSA PRIVATE KEY": (.dsa, .traditionalDSA)
            default: (.other, .pkcs8)
            }
        return PrivateKeyInfo(kind: kind, format: format, bits: nil, isEncrypted: true)
    }
}
