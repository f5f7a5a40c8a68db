/// What one word of OpenSSL's cipher strings selects.
///
/// - Source: openssl-ciphers(1), of 1.0.2 for the words that later versions dropped.
struct CipherSelector {
    /// Whether the word names a broad group.
    let isBroad: Bool
    let selects: @Sendable (CipherSuite) -> Bool

    private init(isBroad: Bool = false, _ selects: @escaping @Sendable (CipherSuite) -> Bool) {
        self.isBroad = isBroad
        self.selects = selects
    }

    /// The selector of a word, of several joined by `+`, or of a suite's name.
    static func of(_ word: String) -> CipherSelector? {
        if let single = named(word) { return single }
        if let suite = CipherSuite(name: word) { return CipherSelector { $0 == suite } }
        let parts = word.split(separator: "+", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.count <= 8 else { return nil }
        var selectors: [CipherSelector] = []
        for part in parts {
            guard let selector = named(String(part)) else { return nil }
            selectors.append(selector)
        }
        let all = selectors
        return CipherSelector(isBroad: all.allSatisfy(\.isBroad)) { suite in
            all.allSatisfy { $0.selects(suite) }
        }
    }

    private static func named(_ word: String) -> CipherSelector? {
        group(word) ?? keyExchange(word) ?? authentication(word) ?? cipher(word) ?? mac(word)
    }

    static func isPlainlyWeak(_ suite: CipherSuite) -> Bool {
        suite.weaknesses.contains(where: \.isPlain)
    }

    /// What OpenSSL has counted as `HIGH` since 1.1.0, less what its security level 1 refuses.
    private static func isHigh(_ suite: CipherSuite) -> Bool {
        switch suite.cipher {
        case .aes, .camellia, .aria, .chacha20, .sm4: suite.authentication != .anonymous
        default: false
        }
    }

    private static func group(_ word: String) -> CipherSelector? {
        switch word {
        case "ALL": CipherSelector(isBroad: true) { $0.cipher != .none }
        case "COMPLEMENTOFALL": CipherSelector { $0.cipher == .none }
        case "DEFAULT", "CDEFAULT", "SECURE": CipherSelector(isBroad: true, isHigh)
        case "COMPLEMENTOFDEFAULT":
            CipherSelector { $0.cipher != .none && isPlainlyWeak($0) && !$0.isExport }
        case "HIGH": CipherSelector(isBroad: true, isHigh)
        case "MEDIUM":
            CipherSelector(isBroad: true) {
                !$0.isExport && $0.authentication != .anonymous && $0.mac != .md5
                    && ($0.cipher == .rc4 || $0.cipher == .seed || $0.cipher == .idea
                        || $0.cipher == .tripleDES)
            }
        case "LOW": CipherSelector { $0.cipher == .des && !$0.isExport }
        case "EXPORT", "EXP": CipherSelector { $0.isExport }
        case "EXPORT40": CipherSelector { $0.isExport && $0.keyBits == 40 }
        case "EXPORT56": CipherSelector { $0.isExport && $0.keyBits == 56 }
        case "FIPS":
            CipherSelector(isBroad: true) { $0.cipher == .aes && $0.authentication != .anonymous }
        case "SUITEB128", "SUITEB128ONLY", "SUITEB128C2", "SUITEB192":
            CipherSelector {
                $0.keyExchange == .ecdhe && $0.authentication == .ecdsa && $0.mode == .gcm
                    && $0.cipher == .aes
            }
        case "SSLv2": CipherSelector { $0.cipher == .rc2 && $0.keyBits == 128 }
        case "SSLv3":
            CipherSelector(isBroad: true) {
                ($0.mac == .sha1 || $0.mac == .md5) && $0.keyExchange != .ecdhe
            }
        case "TLSv1", "TLSv1.0":
            CipherSelector(isBroad: true) { $0.mac == .sha1 || $0.mac == .md5 }
        case "TLSv1.2":
            CipherSelector(isBroad: true) {
                $0.mode.isAuthenticated || $0.mac == .sha256 || $0.mac == .sha384
            }
        default: nil
        }
    }

    private static func keyExchange(_ word: String) -> CipherSelector? {
        let exchanges: Set<KeyExchange>
        switch word {
        case "kRSA", "RSA": exchanges = [.rsa]
        case "kDHE", "kEDH", "kDH+": exchanges = [.dhe, .dhAnonymous]
        case "DHE", "EDH": exchanges = [.dhe]
        case "kEECDH", "kECDHE": exchanges = [.ecdhe, .ecdhAnonymous]
        case "ECDHE", "EECDH": exchanges = [.ecdhe]
        case "kECDHr", "kECDHe", "kECDH": exchanges = [.ecdhStatic]
        case "ECDH": exchanges = [.ecdhe, .ecdhStatic, .ecdhAnonymous]
        case "kDHr", "kDHd", "kDH": exchanges = [.dhStatic]
        case "DH": exchanges = [.dhe, .dhStatic, .dhAnonymous]
        case "ADH": exchanges = [.dhAnonymous]
        case "AECDH": exchanges = [.ecdhAnonymous]
        case "PSK": exchanges = [.psk, .dhePSK, .ecdhePSK, .rsaPSK]
        case "kPSK": exchanges = [.psk]
        case "kDHEPSK": exchanges = [.dhePSK]
        case "kECDHEPSK": exchanges = [.ecdhePSK]
        case "kRSAPSK": exchanges = [.rsaPSK]
        case "SRP", "kSRP": exchanges = [.srp]
        case "KRB5", "kKRB5": exchanges = [.kerberos]
        case "kGOST", "kGOST18": exchanges = [.gost]
        default: return nil
        }
        let withAnonymous = word == "ADH" || word == "AECDH"
        // The default security level refuses anonymous suites, so that they have to be asked for.
        return CipherSelector {
            exchanges.contains($0.keyExchange)
                && (withAnonymous || $0.authentication != .anonymous)
        }
    }

    private static func authentication(_ word: String) -> CipherSelector? {
        let wanted: SuiteAuthentication
        switch word {
        case "aRSA": wanted = .rsa
        case "aDSS", "DSS": wanted = .dss
        case "aECDSA", "ECDSA": wanted = .ecdsa
        case "aNULL": wanted = .anonymous
        case "aPSK": wanted = .psk
        case "aSRP": wanted = .srp
        case "aKRB5": wanted = .kerberos
        case "aGOST", "aGOST01", "GOST": wanted = .gost
        case "aDH", "aECDH":
            return CipherSelector {
                $0.keyExchange == (word == "aDH" ? .dhStatic : .ecdhStatic)
            }
        default: return nil
        }
        return CipherSelector { $0.authentication == wanted }
    }

    private static func cipher(_ word: String) -> CipherSelector? {
        func only(_ cipher: SuiteCipher, bits: Int? = nil, modes: Set<SuiteMode>? = nil)
            -> CipherSelector
        {
            CipherSelector { suite in
                suite.cipher == cipher && bits.map { $0 == suite.keyBits } ?? true
                    && modes.map { $0.contains(suite.mode) } ?? true
                    && (isPlainlyWeakCipher(cipher) || suite.authentication != .anonymous)
            }
        }
        switch word {
        case "eNULL", "NULL": return CipherSelector { $0.cipher == .none }
        case "AES": return only(.aes)
        case "AES128": return only(.aes, bits: 128)
        case "AES256": return only(.aes, bits: 256)
        case "AESGCM": return only(.aes, modes: [.gcm])
        case "AESCCM": return only(.aes, modes: [.ccm, .ccm8])
        case "AESCCM8": return only(.aes, modes: [.ccm8])
        case "CHACHA20": return only(.chacha20)
        case "CAMELLIA": return only(.camellia)
        case "CAMELLIA128": return only(.camellia, bits: 128)
        case "CAMELLIA256": return only(.camellia, bits: 256)
        case "ARIA", "ARIAGCM": return only(.aria)
        case "ARIA128": return only(.aria, bits: 128)
        case "ARIA256": return only(.aria, bits: 256)
        case "3DES": return only(.tripleDES)
        case "DES": return only(.des)
        case "RC4": return only(.rc4)
        case "RC2": return only(.rc2)
        case "IDEA": return only(.idea)
        case "SEED": return only(.seed)
        case "CBC": return CipherSelector { $0.mode == .cbc && $0.authentication != .anonymous }
        default: return nil
        }
    }

    private static func isPlainlyWeakCipher(_ cipher: SuiteCipher) -> Bool {
        switch cipher {
        case .rc4, .rc2, .des, .tripleDES, .idea, .seed, .none: true
        default: false
        }
    }

    private static func mac(_ word: String) -> CipherSelector? {
        switch word {
        case "MD5": CipherSelector { $0.mac == .md5 }
        case "SHA1", "SHA": CipherSelector(isBroad: true) { $0.mac == .sha1 }
        case "SHA256": CipherSelector { $0.mac == .sha256 }
        case "SHA384": CipherSelector { $0.mac == .sha384 }
        case "GOST94", "GOST89MAC": CipherSelector { $0.mac == .gost }
        default: nil
        }
    }
}
