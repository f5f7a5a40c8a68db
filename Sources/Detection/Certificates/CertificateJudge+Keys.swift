internal import KeyMaterial
internal import Rules
internal import ScanModel

/// Strength of keys, groups and signatures.
extension CertificateJudge {
    /// NIST SP 800-131A r2 §3 and §4: less is disallowed since 2014.
    private static let minModulusBits = 2048
    /// SP 800-186 §3: the smallest curve of 112 bits of security.
    private static let minCurveBits = 224
    /// SP 800-56A r3 §5.5.1.1: the smallest group of 112 bits of security.
    private static let minGroupBits = 2048
    /// OpenSSL's and Java's old defaults, 2048 and 1024, cost an attacker next to nothing.
    private static let minIterations = 10_000

    /// What is wrong with a key.
    private struct Weakness {
        let check: CertificateCheck
        let words: String
    }

    private static func weaknesses(of key: PublicKeyStrength) -> [Weakness] {
        var found: [Weakness] = []
        switch key.kind {
        case .rsa:
            if let bits = key.bits, bits < minModulusBits {
                found.append(Weakness(check: .shortRSA, words: "RSA of \(bits) bits"))
            }
            if let exponent = key.exponent, exponent == 1 || exponent == 3 {
                found.append(
                    Weakness(check: .smallExponent, words: "RSA with the exponent \(exponent)"))
            }
        case .dsa:
            let bits = key.bits.map { " of \($0) bits" } ?? ""
            found.append(Weakness(check: .dsa, words: "DSA\(bits)"))
        case .ec:
            let isShort = key.bits.map { $0 < minCurveBits } ?? false
            if isShort || key.curve?.isBinary == true || key.hasExplicitCurve {
                let words =
                    key.curve.map { "the curve \($0.name)" }
                    ?? "a curve that is written out instead of named"
                found.append(Weakness(check: .weakCurve, words: words))
            }
        default: break
        }
        return found
    }

    mutating func judgeKey(of certificate: Certificate, _ subject: String, _ item: KeyItem) {
        guard let key = PublicKeyStrength(der: certificate.subjectPublicKeyInfo) else { return }
        for weakness in Self.weaknesses(of: key) {
            add(weakness.check, item, "\(subject) has a key of \(weakness.words).")
        }
    }

    mutating func judge(_ request: CertificateRequest, _ item: KeyItem) {
        let subject = ShownName.of(request.subject).map { " for CN=\($0)" } ?? ""
        var words = PublicKeyStrength(der: request.subjectPublicKeyInfo).map {
            Self.weaknesses(of: $0).map { "has a key of \($0.words)" }
        }
        if request.scheme.digest?.isBroken == true {
            words = (words ?? []) + ["is signed by \(request.scheme)"]
        }
        guard let words, !words.isEmpty else { return }
        add(
            .weakRequest, item,
            "The certificate request\(subject) " + words.joined(separator: " and ") + ".")
    }

    mutating func judgeKey(
        _ key: PublicKeyStrength, _ item: KeyItem, _ check: CertificateCheck, _ subject: String
    ) {
        let words = Self.weaknesses(of: key).map(\.words)
        guard !words.isEmpty else { return }
        add(check, item, "\(subject) is " + words.joined(separator: " and ") + ".")
    }

    mutating func judgeSSH(_ key: PublicKeyStrength, _ item: KeyItem) {
        let size = key.bits.map { " of \($0) bits" } ?? ""
        switch key.kind {
        case .dsa: add(.sshDSA, item, "The SSH public key is DSA\(size).")
        case .rsa:
            guard let bits = key.bits, bits < Self.minModulusBits else { return }
            add(.sshShortRSA, item, "The SSH public key is RSA\(size).")
        default: break
        }
    }

    mutating func judge(_ key: PublicKey, _ item: KeyItem) {
        guard key.kind == .rsa, let bits = key.bits, bits < Self.minModulusBits else { return }
        add(.weakPublicKey, item, "The JSON Web Key is RSA of \(bits) bits.")
    }

    mutating func judge(_ group: KeyExchangeParameters, _ item: KeyItem) {
        guard group.bits < Self.minGroupBits else { return }
        add(
            .weakGroup, item, "The Diffie\u{2013}Hellman group has a prime of \(group.bits) bits.",
            severity: group.bits <= 1024 ? nil : .low)
    }

    mutating func judgePrivate(
        _ info: PrivateKeyInfo?, _ strength: PublicKeyStrength?, _ protection: KeyProtection?,
        _ item: KeyItem
    ) {
        if let strength {
            judgeKey(strength, item, .weakPrivateKey, "The private key")
        } else if let info, !info.isEncrypted {
            if info.kind == .dsa {
                let size = info.bits.map { " of \($0) bits" } ?? ""
                add(.weakPrivateKey, item, "The private key is DSA\(size).")
            } else if info.kind == .rsa, let bits = info.bits, bits < Self.minModulusBits {
                add(.weakPrivateKey, item, "The private key is RSA of \(bits) bits.")
            }
        }
        if info?.isEncrypted == true, let protection { judge(protection, item) }
    }

    mutating func judge(_ protection: KeyProtection, _ item: KeyItem) {
        let isOutdated = protection.cipher?.isOutdated ?? false
        let isCheap =
            protection.isWeak
            && (["MD5", "PBKDF1", "SHA-1"].contains(protection.derivation)
                || protection.iterations.map { $0 < Self.minIterations } ?? false)
        guard isOutdated || isCheap else { return }
        let cipher = protection.cipher.map { ", and \($0.rawValue) encrypts it" } ?? ""
        add(
            .weakEncryption, item,
            "The passphrase of the private key is stretched by \(protection)\(cipher).",
            severity: isOutdated || protection.iterations == nil ? nil : .low)
    }
}
