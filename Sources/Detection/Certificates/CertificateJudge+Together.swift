internal import KeyMaterial
internal import Rules
internal import ScanModel

/// What several certificates of one text say of each other.
extension CertificateJudge {
    /// Keys and serial numbers that stand in more than one certificate.
    mutating func judgeTogether(_ items: [KeyItem]) {
        var byKey: [[UInt8]: KeyItem] = [:]
        var bySerial: [[UInt8]: KeyItem] = [:]
        for item in items {
            guard let certificate = item.certificate else { continue }
            if let first = byKey[certificate.subjectPublicKeyInfo]?.certificate {
                if first.subject != certificate.subject {
                    addShared(first, certificate, item)
                }
            } else {
                byKey[certificate.subjectPublicKeyInfo] = item
            }
            guard !certificate.isSelfIssued else { continue }
            let serial = CertificateJudge.serialIdentity(certificate)
            if let first = bySerial[serial]?.certificate {
                if first.subjectPublicKeyInfo != certificate.subjectPublicKeyInfo {
                    addDuplicate(certificate, item)
                }
            } else {
                bySerial[serial] = item
            }
        }
    }

    private mutating func addShared(_ first: Certificate, _ second: Certificate, _ item: KeyItem) {
        // A root of old and its cross-signed forms have one name; authorities that share a key
        // under other names are renamed ones.
        guard !CertificateRole(first).isPlainAuthority || !CertificateRole(second).isPlainAuthority
        else { return }
        let other = ShownName.of(first.subject).map { " of CN=\($0)" } ?? " of another subject"
        add(
            .sharedKey, item,
            "\(CertificateJudge.name(second)) has the key of the certificate\(other).")
    }

    private mutating func addDuplicate(_ certificate: Certificate, _ item: KeyItem) {
        add(
            .duplicateSerial, item,
            "\(CertificateJudge.name(certificate)) has issuer and serial number of another one, "
                + "whose key is different.")
    }

    /// Issuer and serial number, which no two certificates may share (RFC 5280 §4.1.2.2).
    static func serialIdentity(_ certificate: Certificate) -> [UInt8] {
        var identity: [UInt8] = []
        for attribute in certificate.issuer.attributes {
            identity += attribute.type
            identity.append(0)
            identity += attribute.value.utf8
            identity.append(0)
        }
        return identity + [1] + certificate.serialNumber
    }

    /// Judges runs of certificates with nothing between them, as servers are given them: the
    /// leaf, then each one's issuer (RFC 8446 §4.4.2).
    mutating func judgeChains(_ items: [KeyItem], isBlank: (Range<Int>) -> Bool) {
        var run: [(item: KeyItem, certificate: Certificate)] = []
        for item in items {
            guard let certificate = item.certificate else { continue }
            if let last = run.last?.item,
                last.extent == item.extent || last.extent.upperBound > item.extent.lowerBound
                    || !isBlank(last.extent.upperBound..<item.extent.lowerBound)
            {
                judgeChain(run)
                run = []
            }
            run.append((item, certificate))
        }
        judgeChain(run)
    }

    private mutating func judgeChain(_ run: [(item: KeyItem, certificate: Certificate)]) {
        guard run.count > 1 else { return }
        let leaves = run.indices.filter { !CertificateRole(run[$0].certificate).isAuthority }
        // Without a leaf it is a list of authorities, with several a list of others.
        guard leaves.count == 1, let leaf = leaves.first, !run[leaf].certificate.isSelfIssued
        else { return }
        let leafIssuerStands = run.contains {
            $0.certificate.subject == run[leaf].certificate.issuer
        }
        if leaf > 0 {
            guard leafIssuerStands else { return }
            add(
                .chainOrder, run[leaf].item,
                "\(CertificateJudge.name(run[leaf].certificate)) stands after its issuer: "
                    + "servers send the first of the file as their own.")
            return
        }
        for index in run.indices.dropLast() {
            let issuer = run[index].certificate.issuer
            if run[index].certificate.isSelfIssued || run[index + 1].certificate.subject == issuer {
                continue
            }
            let next = CertificateJudge.name(run[index].certificate)
            if run.contains(where: { $0.certificate.subject == issuer }) {
                add(
                    .chainOrder, run[index].item,
                    "\(next) is not followed by its issuer, which stands elsewhere in the file.")
            } else {
                add(
                    .chainGap, run[index].item,
                    "\(next) is followed by a certificate that is not its issuer's, and its "
                        + "issuer's is missing.")
            }
            return
        }
    }
}
