/// One extension of a certificate (RFC 5280 §4.2), its value not looked into.
package struct CertificateExtension: Hashable, Sendable {
    /// Contents octets of its object identifier.
    package let identifier: [UInt8]
    /// Whether whoever does not know it must refuse the certificate.
    package let isCritical: Bool
    /// DER of the value.
    package let value: [UInt8]

    /// The extensions behind tag [3]; `nil` when they are malformed or too many.
    static func list(
        _ reader: inout DERReader, _ limits: KeyMaterialLimits
    ) -> [CertificateExtension]? {
        guard let field = reader.next(0xA3)?.content else { return reader.isAtEnd ? [] : nil }
        var inner = DERReader(field, maxDepth: limits.maxDepth)
        guard var list = inner.sequence() else { return nil }
        var found: [CertificateExtension] = []
        while !list.isAtEnd {
            guard found.count < Certificate.maxExtensions, var item = list.sequence(),
                let identifier = item.next(DERElement.Tag.objectIdentifier)?.content
            else { return nil }
            let critical = item.next(DERElement.Tag.boolean)?.content
            guard let value = item.next(DERElement.Tag.octetString)?.content else { return nil }
            found.append(
                CertificateExtension(
                    identifier: Array(identifier),
                    isCritical: critical?.first.map { $0 != 0 } ?? false,
                    value: Array(value)))
        }
        return found
    }
}
