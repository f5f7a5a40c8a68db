/// The certificates of a PKCS#7 or CMS SignedData (RFC 5652 §5.1), as `.p7b` files have them.
package enum SignedBundle {
    /// Most certificates that are taken out.
    private static let maxCertificates = 1024

    /// DER of each; `nil` for what is no such bundle, or is in BER.
    package static func certificates(
        der bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> [[UInt8]]? {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        // 1.2.840.113549.1.7.2: signedData.
        guard var info = outer.sequence(),
            info.next(DERElement.Tag.objectIdentifier)?.content.elementsEqual([
                0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02,
            ]) == true, let content = info.next(0xA0)?.content
        else { return nil }
        var inner = DERReader(content, maxDepth: limits.maxDepth - 2)
        guard var data = inner.sequence(), data.smallInteger() != nil,
            data.next(DERElement.Tag.set) != nil, data.sequence() != nil
        else { return nil }
        guard let set = data.next(0xA0)?.content else { return [] }
        var list = DERReader(set, maxDepth: 1)
        var found: [[UInt8]] = []
        while found.count < maxCertificates, let next = list.element(DERElement.Tag.sequence) {
            found.append(next)
        }
        return found
    }
}
