package import ScanModel

/// What a list of revoked certificates says of itself (RFC 5280 §5.1); its entries are not read.
package struct RevocationList: Sendable {
    package let issuer: DistinguishedName
    package let scheme: SignatureScheme
    /// When it was made.
    package let thisUpdate: Timestamp
    /// By when the next one comes; lists of old have no such time.
    package let nextUpdate: Timestamp?

    /// Reads the DER of one list, which has to fill `bytes` exactly.
    package init?(der bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()) {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard var list = outer.sequence(), outer.isAtEnd, var body = list.sequence(),
            list.sequence() != nil, list.next(DERElement.Tag.bitString) != nil, list.isAtEnd
        else { return nil }
        // The version is 1 for v2, and left out for v1.
        if let version = body.next(DERElement.Tag.integer)?.content {
            guard version.elementsEqual([1]) else { return nil }
        }
        guard let algorithm = body.sequence(), var issuer = body.sequence(),
            let name = DistinguishedName(&issuer, limits), let first = body.time()
        else { return nil }
        self.issuer = name
        scheme = SignatureScheme(algorithm)
        thisUpdate = first
        nextUpdate = body.time()
    }
}
