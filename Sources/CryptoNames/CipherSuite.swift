/// A cipher suite of SSL or TLS, taken apart.
///
/// Enters: a name as IANA, OpenSSL, GnuTLS, Java, Go, .NET or Mbed TLS spell it. Leaves: its parts
/// and what is wrong with them. Two spellings of one suite are equal.
package struct CipherSuite: Hashable, Sendable {
    package let keyExchange: KeyExchange
    package let authentication: SuiteAuthentication
    package let cipher: SuiteCipher
    /// Bits of the cipher's key; 0 where there is none or the name does not tell.
    package let keyBits: Int
    package let mode: SuiteMode
    package let mac: SuiteMAC
    package let isExport: Bool

    package init(
        keyExchange: KeyExchange, authentication: SuiteAuthentication, cipher: SuiteCipher,
        keyBits: Int, mode: SuiteMode, mac: SuiteMAC, isExport: Bool = false
    ) {
        self.keyExchange = keyExchange
        self.authentication = authentication
        self.cipher = cipher
        self.keyBits = keyBits
        self.mode = mode
        self.mac = mac
        self.isExport = isExport
    }

    /// Whether what is recorded today stays secret when the server's key is lost.
    package var hasForwardSecrecy: Bool {
        switch keyExchange {
        case .dhe, .ecdhe, .dhePSK, .ecdhePSK, .dhAnonymous, .ecdhAnonymous, .tls13: true
        case .rsa, .dhStatic, .ecdhStatic, .psk, .rsaPSK, .srp, .kerberos, .gost, .none: false
        }
    }

    /// All that is wrong with it, the worst first; nothing for AEAD with ECDHE and for TLS 1.3.
    package var weaknesses: [NamedWeakness] {
        var found: [NamedWeakness] = []
        if cipher == .none { found.append(.noEncryption) }
        if authentication == .anonymous { found.append(.anonymous) }
        if isExport { found.append(.export) }
        switch cipher {
        case .rc4: found.append(.rc4)
        case .des: found.append(.des)
        case .tripleDES: found.append(.tripleDES)
        case .rc2, .idea, .seed, .fortezza: found.append(.oldCipher)
        default: break
        }
        if mac == .md5 { found.append(.md5) }
        if authentication == .dss { found.append(.dss) }
        switch keyExchange {
        case .rsa: found.append(.staticRSA)
        case .dhStatic, .ecdhStatic: found.append(.staticDH)
        case .psk, .rsaPSK, .srp, .kerberos: found.append(.noForwardSecrecy)
        case .dhe, .dhePSK: found.append(.ephemeralDH)
        default: break
        }
        if mode == .cbc { found.append(mac == .sha1 ? .cbcSHA1 : .cbcSHA2) }
        if mode == .ccm8 { found.append(.shortTag) }
        return found.sorted()
    }

    /// The worst that is wrong with it.
    package var verdict: NamedWeakness? { weaknesses.first }
}
