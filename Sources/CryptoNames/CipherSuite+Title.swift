extension CipherSuite {
    /// The name as IANA's registry writes it, such as `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`.
    package var title: String {
        if keyExchange == .tls13 { return "TLS_" + cipherWord + digestWord }
        return "TLS_" + exchangeWord + (isExport ? "_EXPORT" : "") + "_WITH_" + cipherWord
            + digestWord
    }

    private var exchangeWord: String {
        let side =
            switch authentication {
            case .rsa: "RSA"
            case .dss: "DSS"
            case .ecdsa: "ECDSA"
            default: ""
            }
        return switch keyExchange {
        case .rsa: "RSA"
        case .dhe: "DHE_" + side
        case .ecdhe: "ECDHE_" + side
        case .dhAnonymous: "DH_anon"
        case .ecdhAnonymous: "ECDH_anon"
        case .dhStatic: "DH_" + side
        case .ecdhStatic: "ECDH_" + side
        case .psk: "PSK"
        case .dhePSK: "DHE_PSK"
        case .ecdhePSK: "ECDHE_PSK"
        case .rsaPSK: "RSA_PSK"
        case .srp: side.isEmpty ? "SRP_SHA" : "SRP_SHA_" + side
        case .kerberos: "KRB5"
        case .gost: "GOSTR341112_256"
        case .tls13: ""
        case .none: "NULL"
        }
    }

    private var cipherWord: String {
        let name =
            switch cipher {
            case .none: "NULL"
            case .rc4: "RC4_\(keyBits == 0 ? 128 : keyBits)"
            case .rc2: isExport ? "RC2_CBC_40" : "RC2_CBC_128"
            case .des: isExport ? "DES40_CBC" : "DES_CBC"
            case .tripleDES: "3DES_EDE_CBC"
            case .idea: "IDEA_CBC"
            case .seed: "SEED_CBC"
            case .chacha20: "CHACHA20_POLY1305"
            case .fortezza: "FORTEZZA_CBC"
            case .gost: "KUZNYECHIK"
            case .aes: sized("AES")
            case .camellia: sized("CAMELLIA")
            case .aria: sized("ARIA")
            case .sm4: "SM4" + modeWord
            }
        return name
    }

    private func sized(_ name: String) -> String {
        name + (keyBits == 0 ? "" : "_\(keyBits)") + modeWord
    }

    private var modeWord: String {
        switch mode {
        case .cbc: "_CBC"
        case .gcm: "_GCM"
        case .ccm: "_CCM"
        case .ccm8: "_CCM_8"
        case .none, .stream, .poly1305: ""
        }
    }

    /// The digest of the records, or of the key derivation where the cipher authenticates itself.
    private var digestWord: String {
        switch mac {
        case .none: ""
        case .md5: "_MD5"
        case .sha1: "_SHA"
        case .sha256: "_SHA256"
        case .sha384: "_SHA384"
        case .gost: "_OMAC"
        case .authenticated:
            switch mode {
            // RFC 6655 gives suites of CCM no digest in their names; those of TLS 1.3 have one.
            case .ccm, .ccm8: keyExchange == .tls13 ? "_SHA256" : ""
            case .gcm: cipher == .sm4 ? "_SM3" : keyBits == 256 ? "_SHA384" : "_SHA256"
            default: "_SHA256"
            }
        }
    }
}
