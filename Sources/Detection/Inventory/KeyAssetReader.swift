internal import CryptoNames
internal import CryptoPolicy
internal import Crypto
internal import KeyMaterial
internal import ScanModel

/// Makes assets of the certificates and keys of one text; nothing of a private key is named but
/// what it is.
enum KeyAssetReader {
    static let certificateRecogniser = "keys.certificate"
    static let keyRecogniser = "keys.key"

    static func assets(of item: KeyItem) -> [FoundAsset] {
        switch item.content {
        case .certificate(let certificate): return self.certificate(certificate, item)
        case .request(let request):
            let key = key(request.subjectPublicKeyInfo)
            return [
                found(
                    CryptoItem(
                        .request, "X.509 certificate request",
                        entries: merged(signature(request.scheme)?.policyEntries, key)), item)
            ] + parts(request.scheme, key, item)
        case .revocationList(let list):
            return [
                found(
                    CryptoItem(
                        .revocationList, "X.509 revocation list",
                        entries: merged(signature(list.scheme)?.policyEntries, nil)), item)
            ] + parts(list.scheme, nil, item)
        case .publicKey(_, let strength): return [found(self.item(.publicKey, strength), item)]
        case .sshKey(_, let strength):
            return [
                found(
                    self.item(
                        .publicKey, strength.kind, strength.bits, sshCurve(strength.bits)), item)
            ]
        case .jsonWebKey(let key), .pgpKey(let key):
            return [found(self.item(.publicKey, key.kind, key.bits, nil), item)]
        case .parameters(let group):
            return [found(CryptoItem(.key, key: "DH", bits: group.bits), item)]
        case .privateKey(let info, let strength, _):
            if let strength { return [found(self.item(.privateKey, strength), item)] }
            guard let info else { return [found(.unknown(.privateKey), item)] }
            let curve = info.format == .openSSH ? sshCurve(info.bits) : nil
            return [found(self.item(.privateKey, info.kind, info.bits, curve), item)]
        case .store(let protection):
            return [
                found(
                    CryptoItem(
                        .keyStore, "key store",
                        AssetParameters(iterations: protection.iterations),
                        entries: protection.isWeak ? ["kdf-pkcs12-old"] : ["kdf-pbes2"]), item)
            ]
        }
    }

    private static func found(_ asset: CryptoItem, _ item: KeyItem) -> FoundAsset {
        let isCertificate =
            switch item.content {
            case .certificate, .request, .revocationList: true
            default: false
            }
        return FoundAsset(
            item: asset, range: item.range, sign: isCertificate ? .certificate : .key,
            recogniser: isCertificate ? certificateRecogniser : keyRecogniser)
    }

    private static func certificate(
        _ certificate: Certificate, _ item: KeyItem
    ) -> [FoundAsset] {
        let role = CertificateRole(certificate)
        let signature = signature(certificate.scheme)
        let key = key(certificate.subjectPublicKeyInfo)
        // Nobody relies on the signature of a root: it is trusted for where it stands.
        let isRoot = role.isSelfSigned && role.isPlainAuthority
        let isBroken = certificate.scheme.digest?.isBroken == true
        let signed: [String]? =
            isRoot ? [] : isBroken ? ["cert-sha1"] : signature?.policyEntries
        let digest = SHA256.hash(data: item.identity)
        let summary = CertificateSummary(
            subject: ShownName.of(certificate.subject).map { RedactedText(redacted: $0) },
            issuer: ShownName.of(certificate.issuer).map { RedactedText(redacted: $0) },
            notBefore: CalendarDate(
                secondsSince1970: certificate.notBefore.secondsSince1970),
            notAfter: CalendarDate(secondsSince1970: certificate.notAfter.secondsSince1970),
            signature: signature?.name ?? "unknown", key: key?.name ?? "unknown",
            isAuthority: role.isAuthority, isSelfSigned: role.isSelfSigned,
            identity: digest.prefix(16).map { hexadecimal($0) }.joined())
        let asset = CryptoItem(
            .certificate, "X.509 certificate", entries: merged(signed, key),
            certificate: summary)
        return [found(asset, item)] + parts(certificate.scheme, key, item)
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    private static func merged(_ signature: [String]?, _ key: CryptoItem?) -> [String] {
        let first = signature ?? []
        return first + (key?.policyEntries ?? []).filter { !first.contains($0) }
    }

    /// The algorithm of a signature and the key, as assets of their own.
    private static func parts(
        _ scheme: SignatureScheme, _ key: CryptoItem?, _ item: KeyItem
    ) -> [FoundAsset] {
        [signature(scheme), key].compactMap { $0.map { found($0, item) } }
    }

    private static func signature(_ scheme: SignatureScheme) -> CryptoItem? {
        guard let key = scheme.key else { return nil }
        let name = [key, scheme.digest?.rawValue].compactMap { $0 }.joined(separator: "-")
        return AlgorithmName(name).flatMap { CryptoItem($0, as: .signature) }
    }

    private static func key(_ info: [UInt8]) -> CryptoItem? {
        PublicKeyStrength(der: info).map { item(.publicKey, $0) }
    }

    /// SSH has one curve of each size (RFC 5656 §10.1).
    private static func sshCurve(_ bits: Int?) -> String? { bits.map { "P-\($0)" } }

    private static func item(
        _ kind: CryptoItem.Kind, _ strength: PublicKeyStrength
    ) -> CryptoItem {
        item(kind, strength.kind, strength.bits, strength.curve?.name)
    }

    private static func item(
        _ kind: CryptoItem.Kind, _ algorithm: PrivateKeyInfo.Kind, _ bits: Int?, _ curve: String?
    ) -> CryptoItem {
        switch algorithm {
        case .rsa: CryptoItem(kind, key: "RSA", bits: bits)
        case .dsa: CryptoItem(kind, key: "DSA", bits: bits)
        case .ec: CryptoItem(kind, key: "EC", bits: bits, curve: curve)
        case .ed25519: CryptoItem(kind, key: "Ed25519", bits: nil)
        case .ed448: CryptoItem(kind, key: "Ed448", bits: nil)
        case .x25519: CryptoItem(kind, key: "X25519", bits: nil)
        case .x448: CryptoItem(kind, key: "X448", bits: nil)
        case .diffieHellman: CryptoItem(kind, key: "DH", bits: bits)
        case .elgamal: CryptoItem(kind, "ElGamal", entries: ["enc-elgamal"])
        case .securityKey: CryptoItem(kind, "security key", entries: ["ssh-hostkey-good"])
        case .other: .unknown(kind)
        }
    }
}
