/// What is wrong with a member of a list of suites or algorithms; the raw value is the id of the
/// policy's entry.
package enum NamedWeakness: String, Sendable, CaseIterable, Comparable {
    case noEncryption = "suite-null"
    case anonymous = "suite-anon"
    case export = "suite-export"
    case rc4 = "suite-rc4"
    case des = "suite-des"
    case tripleDES = "suite-3des"
    case md5 = "suite-md5-mac"
    /// IDEA, RC2 and SEED.
    case oldCipher = "suite-idea-seed-rc2"
    case dss = "suite-dhe-dss"
    case staticRSA = "suite-static-rsa"
    case staticDH = "suite-static-dh"
    case cbcSHA1 = "suite-cbc-sha1"
    case cbcSHA2 = "suite-cbc-sha2"
    case noForwardSecrecy = "suite-psk-srp"
    case ephemeralDH = "suite-dhe"
    case shortTag = "suite-tls13-ccm8"

    case sshNone = "ssh-cipher-none"
    case sshArcfour = "ssh-cipher-arcfour"
    case sshTripleDES = "ssh-cipher-3des"
    case sshOldCipher = "ssh-cipher-64bit"
    case sshGroup1 = "ssh-kex-group1"
    case sshRSA1024 = "ssh-kex-rsa1024"
    case sshDSA = "ssh-hostkey-dsa"
    case sshRSASHA1 = "ssh-hostkey-rsa-sha1"
    case sshMD5 = "ssh-mac-md5"
    case sshExchangeSHA1 = "ssh-kex-gex-sha1"
    case sshGSSSHA1 = "ssh-kex-gss-sha1"
    case sshGroup14SHA1 = "ssh-kex-group14-sha1"
    case sshCBC = "ssh-cipher-cbc"
    case sshSHA1Short = "ssh-mac-sha1-96"
    case sshSHA1 = "ssh-mac-sha1"
    case sshRIPEMD = "ssh-mac-ripemd"
    case sshUMAC64 = "ssh-mac-umac64"
    case sshGroup14SHA256 = "ssh-kex-group14-sha256"

    case ipsecDES = "cipher-des"
    case ipsecTripleDES = "cipher-3des"
    case ipsecOldCipher = "cipher-blowfish"
    case ipsecMD5 = "mac-hmac-md5"
    case ipsecSmallGroup = "key-dh-lt-2048"
    case ipsecSHA1 = "mac-hmac-sha1"

    /// Whether the weakness is plain: no program should offer such a member. The others are what
    /// a strict policy asks for: CBC, static RSA, DHE, DSS (which needs a DSA key) and the like.
    package var isPlain: Bool {
        switch self {
        case .noEncryption, .anonymous, .export, .rc4, .des, .tripleDES, .md5, .oldCipher,
            .sshNone, .sshArcfour, .sshTripleDES, .sshOldCipher, .sshGroup1, .sshRSA1024, .sshDSA,
            .sshRSASHA1, .sshMD5, .sshExchangeSHA1, .ipsecDES, .ipsecTripleDES, .ipsecOldCipher,
            .ipsecMD5, .ipsecSmallGroup:
            true
        default: false
        }
    }

    /// The worst stands first.
    package static func < (left: NamedWeakness, right: NamedWeakness) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
