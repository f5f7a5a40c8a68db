internal import KeyMaterial
internal import ScanModel

/// What of a certificate tells, beside others of the scan, that they share what they must not.
struct CertificateTrace: Sendable {
    /// HMAC of the subject's names.
    let subject: Fingerprint
    /// HMAC of issuer and serial number; `nil` where it signed itself.
    let serial: Fingerprint?
    /// HMAC of the whole certificate.
    let whole: Fingerprint
    /// Whether it is an authority and nothing else.
    let isPlainAuthority: Bool
    /// Whether it stands only where misuse does not reach the product.
    let isAside: Bool
    /// What it is called in a sentence.
    let name: String

    init(
        _ certificate: Certificate, der: [UInt8], key: FingerprintKey, isAside: Bool
    ) {
        var names: [UInt8] = []
        for attribute in certificate.subject.attributes {
            names += attribute.type + [0] + Array(attribute.value.utf8) + [0]
        }
        subject = key.digest(of: names)
        serial =
            certificate.isSelfIssued
            ? nil : key.digest(of: CertificateJudge.serialIdentity(certificate))
        whole = key.digest(of: der)
        isPlainAuthority = CertificateRole(certificate).isPlainAuthority
        self.isAside = isAside
        name = CertificateJudge.name(certificate)
    }
}
