package import ScanModel

/// A public key or certificate in a blob: what a private key elsewhere in the scan may belong to.
package struct KeyTrace: Sendable {
    /// What holds the public half.
    enum Holder: String, Sendable {
        case certificate
        case request = "certificate request"
        case publicKey = "public key"
        case sshKey = "SSH public key"
        case jsonWebKey = "JSON Web Key"
        case pgpKey = "OpenPGP public key"
    }

    let holder: Holder
    /// HMAC of the public half: equal ones are the same key.
    let digest: Fingerprint
    /// The last day on which a certificate is valid.
    let validUntil: CalendarDate?
    /// What a certificate may share with others; `nil` where it is not judged.
    let certificate: CertificateTrace?
    /// Half-open byte range of its beginning in the blob's text.
    package let range: Range<Int>
    package var region: Region
    let snippet: Snippet
    /// Where in an archive the text stands, as in `BlobFinding`.
    package var member: String?
}

extension FingerprintKey {
    /// The name of a public half within one scan. Its domain has no dot, so no rule's family is it.
    func digest(of identity: [UInt8]) -> Fingerprint {
        identity.withUnsafeBytes { fingerprint(domain: "public half", value: SecretBytes($0)) }
    }
}
