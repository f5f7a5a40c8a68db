package import ScanModel

/// What an inventory says of one certificate.
package struct CertificateSummary: Hashable, Sendable {
    /// The common name, if it is plainly one.
    package let subject: RedactedText?
    /// The issuer's common name, if it is plainly one.
    package let issuer: RedactedText?
    package let notBefore: CalendarDate
    package let notAfter: CalendarDate
    /// The algorithm that signed it, by its canonical name.
    package let signature: String
    /// The key in it, by its canonical name.
    package let key: String
    package let isAuthority: Bool
    package let isSelfSigned: Bool
    /// What tells it from every other certificate: hexadecimal digits of a digest of its DER.
    package let identity: String

    package init(
        subject: RedactedText?, issuer: RedactedText?, notBefore: CalendarDate,
        notAfter: CalendarDate, signature: String, key: String, isAuthority: Bool,
        isSelfSigned: Bool, identity: String
    ) {
        self.subject = subject
        self.issuer = issuer
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.signature = signature
        self.key = key
        self.isAuthority = isAuthority
        self.isSelfSigned = isSelfSigned
        self.identity = identity
    }
}
