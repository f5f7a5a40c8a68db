internal import KeyMaterial
internal import Rules
internal import ScanModel

/// Judges the certificates and keys of one text.
///
/// Enters: what `KeyItemReader` read, and the date. Leaves: faults, in order of place and check.
/// Nothing private is ever named, and no signature is checked.
struct CertificateJudge {
    let date: CalendarDate
    private(set) var faults: [CertificateFault] = []
    /// Whether the text is a list of authorities, which are not judged.
    private(set) var isStore = false

    /// Texts with more certificates than this are lists of authorities that somebody else keeps.
    private static let maxCertificates = 20
    /// Names of files that hold such lists.
    private static let storeNames = [
        "ca-certificates", "ca-bundle", "cacert.pem", "cacerts", "ca-roots", "root-ca-list",
        "truststore", "trust-store", "certdata.txt", "mozilla-root", "rootcerts",
    ]

    init(date: CalendarDate) { self.date = date }

    /// Judges all items of a text.
    ///
    /// - Parameter paths: where the text stands.
    mutating func judge(
        _ items: [KeyItem], paths: [String],
        isBlank: (Range<Int>) -> Bool
    ) {
        let certificates = items.filter { $0.certificate != nil }
        isStore =
            certificates.count > Self.maxCertificates
            || !paths.isEmpty && paths.allSatisfy(CertificateJudge.isStore)
        for item in items {
            switch item.content {
            case .certificate(let certificate):
                // What is no authority is somebody's own, wherever it is put.
                if !isStore || !CertificateRole(certificate).isPlainAuthority {
                    judge(certificate, item)
                }
            case .request(let request): judge(request, item)
            case .publicKey(_, let strength):
                judgeKey(strength, item, .weakPublicKey, "The public key")
            case .sshKey(_, let strength): judgeSSH(strength, item)
            case .jsonWebKey(let key), .pgpKey(let key): judge(key, item)
            case .revocationList(let list): judge(list, item)
            case .parameters(let group): judge(group, item)
            case .privateKey(let info, let strength, let protection):
                judgePrivate(info, strength, protection, item)
            case .store(let protection): judge(protection, item)
            }
        }
        if !isStore {
            judgeTogether(certificates)
            judgeChains(certificates, isBlank: isBlank)
        }
        faults.sort {
            ($0.range.lowerBound, $0.check.rawValue) < ($1.range.lowerBound, $1.check.rawValue)
        }
    }

    private static func isStore(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        return storeNames.contains(where: name.contains)
    }

    /// Adds a fault of one item.
    mutating func add(
        _ check: CertificateCheck, _ item: KeyItem, _ statement: String, severity: Severity? = nil
    ) {
        faults.append(
            CertificateFault(
                check: check, range: item.range, statement: statement, severity: severity,
                identity: item.identity))
    }

    private mutating func judge(_ certificate: Certificate, _ item: KeyItem) {
        let role = CertificateRole(certificate)
        let subject = CertificateJudge.name(certificate)
        judgeDates(certificate, role, subject, item)
        if certificate.scheme.digest?.isBroken == true,
            !(role.isSelfSigned && role.isPlainAuthority)
        {
            add(.weakSignature, item, "\(subject) is signed by \(certificate.scheme).")
        }
        judgeKey(of: certificate, subject, item)
        judgeUse(certificate, role, subject, item)
    }

    /// `The certificate for CN=acme.invalid, valid from … until …,`
    static func name(_ certificate: Certificate) -> String {
        let subject = ShownName.of(certificate.subject).map { " for CN=\($0)" } ?? ""
        let first = CalendarDate(secondsSince1970: certificate.notBefore.secondsSince1970)
        let last = CalendarDate(secondsSince1970: certificate.notAfter.secondsSince1970)
        return "The certificate\(subject), valid from \(first) until \(last),"
    }

    private mutating func judgeDates(
        _ certificate: Certificate, _ role: CertificateRole, _ subject: String, _ item: KeyItem
    ) {
        let day: Int64 = 86_400
        let now = date.secondsSince1970
        let first = certificate.notBefore.secondsSince1970
        let last = certificate.notAfter.secondsSince1970
        guard first <= last else { return }
        if last < now {
            add(.expired, item, "\(subject) had expired on the date of the scan, \(date).")
        } else if last - now <= 30 * day {
            let left = (last - now) / day
            let severity: Severity =
                switch last - now {
                case ...day: .critical
                case ...(7 * day): .high
                case ...(14 * day): .medium
                default: .low
                }
            add(
                .expiring, item,
                "\(subject) ends \(left) day\(left == 1 ? "" : "s") after the date of the scan, "
                    + "\(date).", severity: severity)
        }
        if first >= now + day {
            add(.notYetValid, item, "\(subject) is not valid yet on the date of the scan, \(date).")
        }
        if role.isServer, !role.isAuthority, !role.isSelfSigned,
            let limit = ValidityLimit.at(certificate.notBefore),
            last - first > Int64(limit.days) * day
        {
            add(
                .longValidity, item,
                "\(subject) is valid for \((last - first) / day) days; since \(limit.from) the "
                    + "limit is \(limit.days).")
        }
    }

    private mutating func judge(_ list: RevocationList, _ item: KeyItem) {
        let issuer = ShownName.of(list.issuer).map { " of CN=\($0)" } ?? ""
        let made = CalendarDate(secondsSince1970: list.thisUpdate.secondsSince1970)
        if let next = list.nextUpdate, next.secondsSince1970 < date.secondsSince1970 {
            let day = CalendarDate(secondsSince1970: next.secondsSince1970)
            add(
                .oldRevocationList, item,
                "The list of revoked certificates\(issuer), made on \(made), was to be replaced "
                    + "by \(day).")
        }
        if list.scheme.digest?.isBroken == true {
            add(
                .weakSignature, item,
                "The list of revoked certificates\(issuer) is signed by \(list.scheme).")
        }
    }
}
