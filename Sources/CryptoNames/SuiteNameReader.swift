/// Puts a cipher suite together from the parts of its name: what names there are is a matter of
/// five styles, what parts they have is not.
struct SuiteNameReader {
    private var tokens: [String] = []
    private let hasPrefix: Bool
    private let isNamed13: Bool

    private var exchange: KeyExchange?
    private var authentication: SuiteAuthentication?
    private var cipher: SuiteCipher?
    private var bits = 0
    private var mode: SuiteMode?
    private var mac: SuiteMAC?
    private var isExport = false
    private var hashes = 0

    init(_ name: String) {
        var name = name.lowercased()[...]
        if let cut = name.lastIndex(where: { $0 == "." || $0 == ":" || $0 == "/" }) {
            name = name[name.index(after: cut)...]
        }
        var tokens = name.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "_" || $0 == "-" }
        ).map(String.init)
        if tokens.first == "mbedtls" || tokens.first == "gnutls" { tokens.removeFirst() }
        var prefixed = false
        var named13 = false
        while let first = tokens.first {
            if first == "tls" || first == "ssl" || first == "ck" {
                prefixed = true
            } else if first == "tls13" || first == "tls1" {
                prefixed = true
                named13 = true
                if first == "tls1" {
                    guard tokens.count > 1, tokens[1] == "3" else { break }
                    tokens.removeFirst()
                }
            } else {
                break
            }
            tokens.removeFirst()
        }
        self.tokens = tokens
        hasPrefix = prefixed
        isNamed13 = named13
    }

    mutating func suite() -> CipherSuite? {
        guard !tokens.isEmpty, tokens.count <= 14 else { return nil }
        var hasWith = false
        for (index, token) in tokens.enumerated() {
            if token == "with" {
                hasWith = true
                // NULL_WITH_NULL_NULL: the first is the key exchange.
                if cipher == SuiteCipher.none, exchange == nil {
                    exchange = KeyExchange.none
                    cipher = nil
                }
                continue
            }
            guard take(token, after: index > 0 ? tokens[index - 1] : "") else { return nil }
        }
        if cipher == nil {
            // TLS_SHA256_SHA256 (RFC 9150) protects integrity alone.
            guard hasPrefix, hashes == 2, exchange == nil, authentication == nil else { return nil }
            cipher = SuiteCipher.none
            exchange = .tls13
        }
        guard let cipher else { return nil }
        return finished(cipher, hasWith: hasWith)
    }

    private func finished(_ cipher: SuiteCipher, hasWith: Bool) -> CipherSuite? {
        // Needed so that `AES` or `DES` alone are words for groups and no suites.
        guard hasWith || tokens.count > 1 else { return nil }
        let finalMode = mode ?? SuiteNameReader.usualMode(of: cipher)
        var finalMAC = mac ?? .none
        if finalMode.isAuthenticated {
            finalMAC = .authenticated
        } else if finalMAC == .none, cipher != .gost {
            return nil
        }
        var finalExchange = exchange
        if finalExchange == nil {
            // OpenSSL leaves out what is RSA; TLS 1.3 has no key exchange in its names.
            let is13 = hasPrefix && !hasWith && finalMode.isAuthenticated
            finalExchange = isNamed13 || is13 ? .tls13 : authentication == .psk ? .psk : .rsa
        }
        guard let exchange = finalExchange else { return nil }
        return CipherSuite(
            keyExchange: exchange, authentication: finalAuthentication(exchange), cipher: cipher,
            keyBits: bits > 0 ? bits : SuiteNameReader.usualBits(of: cipher), mode: finalMode,
            mac: finalMAC, isExport: isExport)
    }

    private func finalAuthentication(_ exchange: KeyExchange) -> SuiteAuthentication {
        switch exchange {
        case .tls13: .tls13
        case .dhAnonymous, .ecdhAnonymous, .none: .anonymous
        case .psk, .dhePSK, .ecdhePSK, .rsaPSK: .psk
        case .kerberos: .kerberos
        case .gost: .gost
        case .srp: authentication ?? .srp
        case .rsa, .dhe, .ecdhe, .dhStatic, .ecdhStatic: authentication ?? .rsa
        }
    }

    private static func usualMode(of cipher: SuiteCipher) -> SuiteMode {
        switch cipher {
        case .none: .none
        case .rc4, .gost, .fortezza: .stream
        case .chacha20: .poly1305
        default: .cbc
        }
    }

    private static func usualBits(of cipher: SuiteCipher) -> Int {
        switch cipher {
        case .none: 0
        case .des: 56
        case .tripleDES: 168
        case .aes, .rc4, .rc2, .idea, .seed, .camellia, .aria, .sm4: 128
        case .chacha20, .gost: 256
        case .fortezza: 80
        }
    }

    /// Takes one part; `false` where it is none.
    private mutating func take(_ token: String, after previous: String) -> Bool {
        if cipher == nil, takeHandshake(token) { return true }
        return takeCipher(token, after: previous) || takeMAC(token, after: previous)
    }

    private mutating func takeHandshake(_ token: String) -> Bool {
        switch token {
        case "rsa", "arsa", "krsa":
            if exchange == nil { exchange = .rsa } else { authentication = .rsa }
        case "dss": authentication = .dss
        case "ecdsa": authentication = .ecdsa
        case "dhe", "edh": exchange = .dhe
        case "ecdhe", "eecdh": exchange = .ecdhe
        case "dh": exchange = .dhStatic
        case "ecdh": exchange = .ecdhStatic
        case "adh": exchange = .dhAnonymous
        case "aecdh": exchange = .ecdhAnonymous
        case "anon":
            exchange =
                exchange == .ecdhStatic || exchange == .ecdhe
                ? .ecdhAnonymous : .dhAnonymous
        case "psk":
            switch exchange {
            case .dhe: exchange = .dhePSK
            case .ecdhe: exchange = .ecdhePSK
            case .rsa: exchange = .rsaPSK
            default: exchange = .psk
            }
        case "srp": exchange = .srp
        case "krb5": exchange = .kerberos
        case "fortezza", "kea", "dms": exchange = .kerberos
        case "eccpwd": exchange = .ecdhePSK
        case "gostr341001", "gostr341094", "gostr341112", "gost94", "gost2001", "gost2012",
            "legacygost2012", "iana", "gostr341094exch":
            exchange = .gost
        case "exp", "export", "export40", "export56", "exp1024", "export1024": isExport = true
        case "fips": break
        // TLS_SRP_SHA_RSA_WITH_…: the hash is SRP's own.
        case "sha" where exchange == .srp: break
        default: return false
        }
        return true
    }

    private mutating func takeCipher(_ token: String, after previous: String) -> Bool {
        switch token {
        case "aes", "aes128", "aes192", "aes256": cipher = .aes
        case "camellia", "camellia128", "camellia256": cipher = .camellia
        case "aria", "aria128", "aria256": cipher = .aria
        case "rc4", "arcfour", "arc4": cipher = .rc4
        case "rc2": cipher = .rc2
        case "des", "des40": cipher = .des
        case "3des", "des3": cipher = .tripleDES
        case "idea": cipher = .idea
        case "seed": cipher = .seed
        case "sm4": cipher = .sm4
        case "chacha20": cipher = .chacha20
        case "gost89", "gost28147", "kuznyechik", "magma": cipher = .gost
        case "null": cipher = SuiteCipher.none
        case "fortezza": cipher = .fortezza
        case "ede", "ede3":
            guard cipher == .tripleDES || cipher == .des else { return false }
            cipher = .tripleDES
        case "cbc3":
            guard cipher == .des else { return false }
            cipher = .tripleDES
            mode = .cbc
        case "poly1305": mode = .poly1305
        case "cbc": mode = .cbc
        case "gcm": mode = .gcm
        case "ccm": mode = .ccm
        case "ccm8": mode = .ccm8
        case "cnt", "ctr", "omac", "mgm", "l", "s": mode = mode ?? .stream
        case "8" where mode == .ccm: mode = .ccm8
        case "40", "56", "112", "128", "168", "192", "256":
            if previous == "sha" { return takeMAC(token, after: previous) }
            guard cipher != nil else { return false }
            bits = Int(token) ?? 0
        case "old", "draft", "p256", "p384", "p521", "export40", "export": break
        default: return false
        }
        let digits = token.drop { $0 < "0" || $0 > "9" }
        if token.hasPrefix("aes") || token.hasPrefix("camellia") || token.hasPrefix("aria"),
            let number = Int(digits)
        {
            bits = number
        }
        if token == "des40" {
            bits = 40
            isExport = true
        }
        return true
    }

    private mutating func takeMAC(_ token: String, after previous: String) -> Bool {
        switch token {
        case "md5": mac = .md5
        case "sha", "sha1": mac = .sha1
        case "sha256": mac = .sha256
        case "sha384", "sha512": mac = .sha384
        case "256" where previous == "sha": mac = .sha256
        case "384" where previous == "sha": mac = .sha384
        case "sm3": mac = .sha256
        case "imit", "gost94", "gostr3411", "gost89", "streebog", "gost12", "gost2012": mac = .gost
        default: return false
        }
        if token.hasPrefix("sha") { hashes += 1 }
        return true
    }
}
