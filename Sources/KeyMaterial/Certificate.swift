package import ScanModel

/// What an X.509 certificate says (RFC 5280 §4.1); no signature is checked.
package struct Certificate: Sendable {
    /// The serial number's contents octets, big-endian, possibly negative.
    package let serialNumber: [UInt8]
    /// Contents octets of the identifier of the signature's algorithm.
    package let signatureAlgorithm: [UInt8]
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
        if let version = body.next(0xA0)?.content {
            var inner = DERReader(version, maxDepth: 1)
            guard let number = inner.smallInteger(), number <= 2 else { return nil }
        }
        guard let serial = body.next(DERElement.Tag.integer)?.content,
            (1...64).contains(serial.count), var algorithm = body.sequence(),
            let identifier = algorithm.next(DERElement.Tag.objectIdentifier)?.content,
            var issuer = body.sequence(), var validity = body.sequence(),
            var subject = body.sequence(),
            let issuerName = DistinguishedName(&issuer, limits),
            let subjectName = DistinguishedName(&subject, limits),
            let first = Certificate.time(&validity), let last = Certificate.time(&validity),
            validity.isAtEnd
        else { return nil }
        guard let keyInfo = body.element(DERElement.Tag.sequence) else { return nil }
        var key = DERReader(keyInfo[...], maxDepth: limits.maxDepth)
        publicKey = key.sequence().flatMap { PublicKey.subjectPublicKeyInfo($0, limits) }
        subjectPublicKeyInfo = keyInfo
        serialNumber = Array(serial)
        signatureAlgorithm = Array(identifier)
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

    /// UTCTime or GeneralizedTime in the one form that each may have (RFC 5280 §4.1.2.5).
    private static func time(_ reader: inout DERReader) -> Timestamp? {
        guard let element = reader.next() else { return nil }
        let digits: Int
        switch element.tag {
        case DERElement.Tag.utcTime: digits = 12
        case DERElement.Tag.generalizedTime: digits = 14
        default: return nil
        }
        let text = Array(element.content)
        guard text.count == digits + 1, text.last == UInt8(ascii: "Z"),
            text.dropLast().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        var rest = text.map { Int($0) - 48 }[...]
        func number(_ count: Int) -> Int {
            let value = rest.prefix(count).reduce(0) { $0 * 10 + $1 }
            rest = rest.dropFirst(count)
            return value
        }
        var year = number(digits - 10)
        if digits == 12 { year += year >= 50 ? 1900 : 2000 }
        let (month, day) = (number(2), number(2))
        let (hour, minute, second) = (number(2), number(2), number(2))
        guard let date = CalendarDate(year: year, month: month, day: day), hour < 24, minute < 60,
            second <= 60
        else { return nil }
        return Timestamp(
            secondsSince1970: date.secondsSince1970 + Int64(hour * 3600 + minute * 60 + second))
    }
}
