/// The suites that groups of OpenSSL select from: every sensible join of the parts.
///
/// `HIGH` and `DEFAULT` mean what they mean since OpenSSL 1.1.0: no RC4, 3DES, NULL or anonymous
/// suites (the default security level 1 refuses the latter). The weak ones exist here all the
/// same, so that words that ask for them by name, or for `ALL`, are told.
enum SuiteUniverse {
    private struct Side {
        let exchange: KeyExchange
        let authentication: SuiteAuthentication
    }

    private static let sides: [Side] = [
        Side(exchange: .rsa, authentication: .rsa), Side(exchange: .dhe, authentication: .rsa),
        Side(exchange: .dhe, authentication: .dss),
        Side(exchange: .dhAnonymous, authentication: .anonymous),
        Side(exchange: .ecdhe, authentication: .rsa),
        Side(exchange: .ecdhe, authentication: .ecdsa),
        Side(exchange: .ecdhAnonymous, authentication: .anonymous),
        Side(exchange: .dhStatic, authentication: .rsa),
        Side(exchange: .ecdhStatic, authentication: .rsa),
        Side(exchange: .ecdhStatic, authentication: .ecdsa),
        Side(exchange: .psk, authentication: .psk), Side(exchange: .dhePSK, authentication: .psk),
        Side(exchange: .ecdhePSK, authentication: .psk),
        Side(exchange: .rsaPSK, authentication: .psk), Side(exchange: .srp, authentication: .rsa),
    ]

    static let suites: [CipherSuite] = sides.flatMap { suites(of: $0) }

    private static func suites(of side: Side) -> [CipherSuite] {
        var made: [CipherSuite] = []
        func add(
            _ cipher: SuiteCipher, _ bits: Int, _ mode: SuiteMode, _ mac: SuiteMAC,
            isExport: Bool = false
        ) {
            made.append(
                CipherSuite(
                    keyExchange: side.exchange, authentication: side.authentication, cipher: cipher,
                    keyBits: bits, mode: mode, mac: mac, isExport: isExport))
        }
        let isClassic: Bool
        switch side.exchange {
        case .rsa, .dhe, .dhAnonymous, .dhStatic: isClassic = true
        default: isClassic = false
        }
        let isElliptic = side.exchange == .ecdhe || side.exchange == .ecdhAnonymous
        if side.exchange == .rsa || !isClassic { add(.none, 0, .none, .sha1) }
        add(.tripleDES, 168, .cbc, .sha1)
        add(.aes, 128, .cbc, .sha1)
        add(.aes, 256, .cbc, .sha1)
        if side.exchange == .srp { return made }
        if side.authentication != .dss { add(.rc4, 128, .stream, .sha1) }
        if isClassic {
            add(.des, 56, .cbc, .sha1)
            add(.des, 40, .cbc, .sha1, isExport: true)
            add(.seed, 128, .cbc, .sha1)
            add(.camellia, 128, .cbc, .sha1)
            add(.camellia, 256, .cbc, .sha1)
        }
        if side.exchange == .dhAnonymous || side.exchange == .rsa {
            add(.rc4, 128, .stream, .md5)
            add(.rc4, 40, .stream, .md5, isExport: true)
        }
        if side.exchange == .rsa {
            add(.none, 0, .none, .md5)
            add(.none, 0, .none, .sha256)
            add(.idea, 128, .cbc, .sha1)
            add(.rc2, 40, .cbc, .md5, isExport: true)
            add(.rc2, 128, .cbc, .md5)
        }
        if side.exchange == .ecdhAnonymous { return made }
        if !isElliptic || side.exchange == .ecdhe {
            add(.aes, 128, .cbc, .sha256)
            add(.aes, 256, .cbc, isElliptic ? .sha384 : .sha256)
            add(.aes, 128, .gcm, .authenticated)
            add(.aes, 256, .gcm, .authenticated)
        }
        if side.authentication != .dss {
            add(.chacha20, 256, .poly1305, .authenticated)
            add(.aria, 128, .gcm, .authenticated)
            add(.aria, 256, .gcm, .authenticated)
            add(.camellia, 128, .cbc, .sha256)
        }
        if side.authentication == .ecdsa || side.exchange == .rsa || side.exchange == .dhe {
            add(.aes, 128, .ccm, .authenticated)
            add(.aes, 256, .ccm, .authenticated)
            add(.aes, 128, .ccm8, .authenticated)
            add(.aes, 256, .ccm8, .authenticated)
        }
        return made
    }
}
