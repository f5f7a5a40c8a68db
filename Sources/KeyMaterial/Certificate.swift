package import ScanModel

/// What an X.509 certificate says (RFC 5280 §4.1); no signature is checked.
package struct Certificate: Sendable {
    /// The serial number's contents octets, big-endian, possibly negative.
    package let serialNumber: [UInt8]
    /// 1, 2 or 3.
    package let version: Int
    /// Contents octets of the identifier of the signature's algorithm.
    package let signatureAlgorithm: [UInt8]
    /// The same, understood.
    package let scheme: SignatureScheme
    package let issuer: DistinguishedName
    package let subject: DistinguishedName
    /// The first second in which it is valid.
    package let notBefore: Timestamp
    /// The last second in which it is valid.
    package let notAfter: Timestamp
    /// SubjectPublicKeyInfo with its tag and length.
    package let subjectPublicKeyInfo: [UInt8]
    /// The key, where its algorithm is known here.
    package let publicKey: PublicKey?
    /// In their order, at most `Certificate.maxExtensions`.
    package let extensions: [CertificateExtension]
    /// The signature itself.
    package let signature: [UInt8]

    /// More extensions than this are no certificate that anyone uses.
    package static let maxExtensions = 128

    /// Reads the DER of one certificate, which has to fill `bytes` exactly.
    ///
    /// - Returns: `nil` for anything else; lengths, depth and counts are bounded by `limits`.
    package init?(der bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()) {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard var certificate = outer.sequence(), outer.isAtEnd,
            var body = certificate.sequence(), certificate.sequence() != nil,
            let signature = certificate.next(DERElement.Tag.bitString)?.content,
            certificate.isAtEnd
        else { return nil }
        // [0] version: 0 for v1, 2 for v3; left out for v1.
        var version = 1
        if let field = body.next(0xA0)?.content {
            var inner = DERReader(field, maxDepth: 1)
            guard let number = inner.smallInteger(), number <= 2 else { return nil }
            version = number + 1
        }
        guard let serial = body.next(DERElement.Tag.integer)?.content,
            (1...64).contains(serial.count), let algorithm = body.sequence(),
            let identifier = Certificate.identifier(of: algorithm),
            var issuer = body.sequence(), var validity = body.sequence(),
            var subject = body.sequence(),
            let issuerName = DistinguishedName(&issuer, limits),
            let subjectName = DistinguishedName(&subject, limits),
            let first = validity.time(), let last = validity.time(),
            validity.isAtEnd
        else { return nil }
        guard let keyInfo = body.element(DERElement.Tag.sequence) else { return nil }
        var key = DERReader(keyInfo[...], maxDepth: limits.maxDepth)
        publicKey = key.sequence().flatMap { PublicKey.subjectPublicKeyInfo($0, limits) }
        subjectPublicKeyInfo = keyInfo
        serialNumber = Array(serial)
        signatureAlgorithm = Array(identifier)
        scheme = SignatureScheme(algorithm)
        self.version = version
        self.issuer = issuerName
        self.subject = subjectName
        notBefore = first
        notAfter = last
        self.signature = Array(signature.dropFirst())
        // [1] and [2] are the unique identifiers of v2.
        _ = body.next(0x81)
        _ = body.next(0x82)
        guard let found = CertificateExtension.list(&body, limits) else { return nil }
        extensions = found
    }

    /// Whether issuer and subject are the same.
    package var isSelfIssued: Bool { issuer == subject }

    /// What its extensions say.
    package var facts: CertificateFacts { CertificateFacts(extensions) }

    private static func identifier(of algorithm: DERReader) -> ArraySlice<UInt8>? {
        var copy = algorithm
        return copy.next(DERElement.Tag.objectIdentifier)?.content
    }
}
