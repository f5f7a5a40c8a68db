/// What the extensions of a certificate say, of those that decide how it may be used.
package struct CertificateFacts: Hashable, Sendable {
    /// Bits of keyUsage (RFC 5280 §4.2.1.3), by their numbers.
    package struct KeyUsage: OptionSet, Hashable, Sendable {
        package let rawValue: UInt16

        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let digitalSignature = KeyUsage(rawValue: 1 << 0)
        package static let keyEncipherment = KeyUsage(rawValue: 1 << 2)
        package static let certificateSigning = KeyUsage(rawValue: 1 << 5)
        package static let listSigning = KeyUsage(rawValue: 1 << 6)
    }

    /// Names of hosts among the alternative names, at most `maxNames`.
    package private(set) var hostNames: [String] = []
    /// IP addresses among the alternative names, in network order.
    package private(set) var addresses: [[UInt8]] = []
    /// Whether there is a list of alternative names at all.
    package private(set) var hasAlternativeNames = false
    /// Whether basicConstraints is there.
    package private(set) var hasBasicConstraints = false
    /// Whether it says that the subject is an authority.
    package private(set) var isAuthority = false
    /// How many authorities may follow below.
    package private(set) var pathLength: Int?
    /// `nil` where the extension is missing: every use is allowed.
    package private(set) var keyUsage: KeyUsage?
    /// Last arcs of the uses under 1.3.6.1.5.5.7.3; `nil` where the extension is missing.
    package private(set) var purposes: Set<Int>?
    package private(set) var subjectKeyIdentifier: [UInt8]?
    package private(set) var authorityKeyIdentifier: [UInt8]?
    package private(set) var hasNameConstraints = false

    /// Names beyond these are not kept; a certificate with more is no stranger for it.
    package static let maxNames = 512
    /// Longest host name that is kept, in bytes (RFC 1035 §2.3.4).
    private static let maxNameBytes = 255

    init(_ extensions: [CertificateExtension]) {
        for item in extensions {
            guard item.identifier.count == 3, item.identifier.starts(with: [0x55, 0x1D]) else {
                continue
            }
            var value = DERReader(item.value[...], maxDepth: 8)
            switch item.identifier[2] {
            case 14:
                subjectKeyIdentifier = value.next(DERElement.Tag.octetString).map {
                    Array($0.content)
                }
            case 15: keyUsage = CertificateFacts.usage(&value)
            case 17:
                hasAlternativeNames = true
                if let names = value.sequence() { addNames(names) }
            case 19:
                hasBasicConstraints = true
                guard var fields = value.sequence() else { continue }
                isAuthority = fields.next(DERElement.Tag.boolean)?.content.first == 0xFF
                pathLength = fields.smallInteger()
            case 30: hasNameConstraints = true
            case 35:
                guard var fields = value.sequence() else { continue }
                authorityKeyIdentifier = fields.next(0x80).map { Array($0.content) }
            case 37:
                guard let list = value.sequence() else { continue }
                purposes = CertificateFacts.purposes(list)
            default: break
            }
        }
    }

    /// Whether a TLS server may present it: serverAuth, anyExtendedKeyUsage or nothing said.
    package var allowsServerAuthentication: Bool {
        purposes.map { $0.contains(1) || $0.contains(0) } ?? true
    }

    /// Whether it says itself that it is for TLS servers.
    package var namesServerAuthentication: Bool { purposes?.contains(1) ?? false }

    private mutating func addNames(_ reader: DERReader) {
        var list = reader
        while hostNames.count + addresses.count < Self.maxNames, let name = list.next() {
            switch name.tag {
            case 0x82:
                hostNames.append(
                    String(decoding: name.content.prefix(Self.maxNameBytes), as: UTF8.self))
            case 0x87: addresses.append(Array(name.content.prefix(16)))
            default: break
            }
        }
    }

    /// BIT STRING: unused bits, then bit 0 as the highest of the first byte.
    private static func usage(_ reader: inout DERReader) -> KeyUsage? {
        guard let field = reader.next(DERElement.Tag.bitString)?.content.dropFirst() else {
            return nil
        }
        var bits: UInt16 = 0
        for (index, byte) in field.prefix(2).enumerated() {
            for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 {
                bits |= 1 << UInt16(index * 8 + bit)
            }
        }
        return KeyUsage(rawValue: bits)
    }

    /// anyExtendedKeyUsage (2.5.29.37.0) counts as 0.
    private static func purposes(_ reader: DERReader) -> Set<Int> {
        var list = reader
        var found: Set<Int> = []
        while found.count < 64,
            let purpose = list.next(DERElement.Tag.objectIdentifier)?.content
        {
            if purpose.starts(with: [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03]),
                purpose.count == 8
            {
                found.insert(purpose.last.map(Int.init) ?? 0)
            } else if Array(purpose) == [0x55, 0x1D, 0x25, 0x00] {
                found.insert(0)
            }
        }
        return found
    }
}
