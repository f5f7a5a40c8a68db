internal import KeyMaterial
internal import ScanModel

/// Tells which of a blob's keys and certificates a private key may belong to.
struct KeyTraceReader {
    /// Most places of one blob that are looked at; beyond them relations may be missed, no secret.
    static let maxCount = 4096

    private let key: FingerprintKey

    /// Digests are made under `key`.
    init(key: FingerprintKey) { self.key = key }

    /// A trace before its place is worked out.
    struct Found {
        let holder: KeyTrace.Holder
        let digest: Fingerprint
        let validUntil: CalendarDate?
        let range: Range<Int>
    }

    /// The trace of an item; `nil` when it holds no public half.
    func trace(of item: KeyItem) -> Found? {
        switch item.content {
        case .certificate(let certificate):
            found(
                .certificate, certificate.publicKey, item,
                until: CalendarDate(secondsSince1970: certificate.notAfter.secondsSince1970))
        case .request(let request): found(.request, request.publicKey, item)
        case .publicKey(let publicKey, _): found(.publicKey, publicKey, item)
        case .sshKey(let publicKey, _): found(.sshKey, publicKey, item)
        case .jsonWebKey(let publicKey): found(.jsonWebKey, publicKey, item)
        case .pgpKey(let publicKey): found(.pgpKey, publicKey, item)
        case .revocationList, .parameters, .privateKey, .store: nil
        }
    }

    private func found(
        _ holder: KeyTrace.Holder, _ publicKey: PublicKey?, _ item: KeyItem,
        until: CalendarDate? = nil
    ) -> Found? {
        publicKey.map {
            Found(
                holder: holder, digest: key.digest(of: $0.identity), validUntil: until,
                range: item.range)
        }
    }
}
