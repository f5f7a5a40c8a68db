/// What a PKCS#10 certification request says (RFC 2986 §4); its signature is not checked.
package struct CertificateRequest: Sendable {
    package let subject: DistinguishedName
    /// The key for which a certificate is asked, where its algorithm is known here.
    package let publicKey: PublicKey?
    /// SubjectPublicKeyInfo with its tag and length.
    package let subjectPublicKeyInfo: [UInt8]
    package let scheme: SignatureScheme

    /// Reads the DER of one request.
    package init?(der bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()) {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard var request = outer.sequence(), outer.isAtEnd, var body = request.sequence(),
            body.smallInteger() == 0, var subject = body.sequence(),
            let name = DistinguishedName(&subject, limits),
            let keyInfo = body.element(DERElement.Tag.sequence),
            let algorithm = request.sequence()
        else { return nil }
        self.subject = name
        subjectPublicKeyInfo = keyInfo
        scheme = SignatureScheme(algorithm)
        var key = DERReader(keyInfo[...], maxDepth: limits.maxDepth)
        publicKey = key.sequence().flatMap { PublicKey.subjectPublicKeyInfo($0, limits) }
    }
}
