/// Issuer or subject of a certificate (RFC 5280 §4.1.2.4).
package struct DistinguishedName: Hashable, Sendable {
    /// One attribute of a name.
    package struct Attribute: Hashable, Sendable {
        /// Contents octets of the identifier of its type.
        package let type: [UInt8]
        /// The value as text; what is not UTF-8 or ASCII is replaced.
        package let value: String
    }

    /// In their order, at most `maxAttributes`.
    package let attributes: [Attribute]

    /// More attributes than this are no name.
    package static let maxAttributes = 64
    /// Longest value that is kept, in bytes.
    private static let maxValueBytes = 512

    /// Reads the relative names of an RDNSequence.
    init?(_ reader: inout DERReader, _ limits: KeyMaterialLimits) {
        var found: [Attribute] = []
        while !reader.isAtEnd {
            guard let set = reader.next(DERElement.Tag.set)?.content else { return nil }
            var members = DERReader(set, maxDepth: limits.maxDepth)
            while !members.isAtEnd {
                guard found.count < Self.maxAttributes, var pair = members.sequence(),
                    let type = pair.next(DERElement.Tag.objectIdentifier)?.content,
                    let value = pair.next()
                else { return nil }
                found.append(
                    Attribute(
                        type: Array(type),
                        value: String(
                            decoding: value.content.prefix(Self.maxValueBytes), as: UTF8.self)))
            }
        }
        attributes = found
    }

    /// The last common name (X.520 §6.2.2), where there is one.
    package var commonName: String? {
        attributes.last { $0.type == [0x55, 0x04, 0x03] }?.value
    }
}
