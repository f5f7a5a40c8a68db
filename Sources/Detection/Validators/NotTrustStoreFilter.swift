private import KeyMaterial

/// Drops PKCS#12 stores in which only certificates are: what is captured begins after the head of
/// the outer sequence.
struct NotTrustStoreFilter: Validator {
    static let name = "not-trust-store"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        KeyStoreInfo.holdsOnlyCertificates(pkcs12Contents: Array(value)) ? .rejected : .unknown
    }
}
