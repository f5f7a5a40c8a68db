/// One `-----BEGIN …-----` block, decoded (RFC 7468 §2, RFC 1421 §4.4, RFC 9580 §6.2).
package struct PEMBlock: Sendable {
    /// What stands between `BEGIN` and the dashes, such as `RSA PRIVATE KEY`.
    package let label: String
    /// Whether a header says that the body is encrypted (`Proc-Type: 4,ENCRYPTED`).
    package let isEncryptedByHeader: Bool
    /// The cipher that `DEK-Info` names, such as `DES-EDE3-CBC`.
    package let cipherName: String?
    /// The decoded body.
    package let body: [UInt8]
    /// The three bytes of an OpenPGP armor's checksum line, where there is one.
    package let armorChecksum: [UInt8]?

    /// Takes the parts of a block that was read.
    init(
        label: String, isEncryptedByHeader: Bool, cipherName: String?, body: [UInt8],
        armorChecksum: [UInt8]?
    ) {
        self.label = label
        self.isEncryptedByHeader = isEncryptedByHeader
        self.cipherName = cipherName
        self.body = body
        self.armorChecksum = armorChecksum
    }
}
