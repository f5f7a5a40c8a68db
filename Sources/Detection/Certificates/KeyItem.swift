internal import KeyMaterial

/// A certificate, a key or something about them that a blob holds.
struct KeyItem {
    /// What it is.
    enum Content {
        case certificate(Certificate)
        case request(CertificateRequest)
        case publicKey(PublicKey?, PublicKeyStrength)
        case sshKey(PublicKey?, PublicKeyStrength)
        case jsonWebKey(PublicKey)
        case pgpKey(PublicKey)
        case revocationList(RevocationList)
        case parameters(KeyExchangeParameters)
        /// How a private key is made and kept: nothing of the key itself.
        case privateKey(PrivateKeyInfo?, PublicKeyStrength?, KeyProtection?)
        /// How the private keys of a store are kept.
        case store(KeyProtection)
    }

    let content: Content
    /// Half-open byte range of its beginning in the blob's text.
    let range: Range<Int>
    /// Half-open byte range of all of it.
    let extent: Range<Int>
    /// What it has that no other has: its DER, or for a private key the place alone.
    let identity: [UInt8]

    /// The certificate, if it is one.
    var certificate: Certificate? {
        if case .certificate(let certificate) = content { certificate } else { nil }
    }
}
