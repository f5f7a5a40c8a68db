/// Reads OpenSSH's lists of ciphers, MACs, key exchanges and signature algorithms.
enum SSHListReader {
    static func read(_ text: String) -> CipherList {
        var list = CipherList()
        let words = NameWord.split(text, at: " \t\r\n,\"'")
        for (index, listed) in words.enumerated() {
            var word = listed
            if index == 0, let sign = word.text.utf8.first {
                // The sign of the first word is the whole list's (sshd_config(5)).
                if sign == UInt8(ascii: "-") {
                    list.noteRelative()
                    return list
                }
                if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "^") {
                    list.noteRelative()
                    word = word.dropping(1)
                }
            }
            if word.text.hasPrefix("!") { continue }
            let name = word.lowercased
            if let known = SSHAlgorithm(name: name) {
                list.note(known.kind, known.name, word, known.policyEntries)
            }
            if let weakness = weakness(of: name) {
                list.add(word, [weakness])
            } else if !isKnown(name) {
                list.note(unknown: word)
            }
        }
        return list
    }

    /// What is wrong with an algorithm of SSH; nothing with those that are fine or not known.
    static func weakness(of name: String) -> NamedWeakness? {
        let base = name.prefix { $0 != "@" }
        switch base {
        case "none": return .sshNone
        case "arcfour", "arcfour128", "arcfour256": return .sshArcfour
        case "3des-cbc", "3des-ctr": return .sshTripleDES
        case "blowfish-cbc", "blowfish-ctr", "cast128-cbc", "cast128-ctr", "idea-cbc", "idea-ctr",
            "des-cbc", "des", "des-cbc-ssh1":
            return .sshOldCipher
        case "aes128-cbc", "aes192-cbc", "aes256-cbc", "rijndael-cbc", "rijndael128-cbc",
            "twofish-cbc", "twofish128-cbc", "twofish256-cbc", "serpent128-cbc", "serpent256-cbc",
            "camellia128-cbc", "camellia256-cbc", "seed-cbc":
            return .sshCBC
        case "hmac-md5", "hmac-md5-96", "hmac-md5-etm", "hmac-md5-96-etm": return .sshMD5
        case "hmac-sha1-96", "hmac-sha1-96-etm": return .sshSHA1Short
        case "hmac-sha1", "hmac-sha1-etm": return .sshSHA1
        case "hmac-ripemd160", "hmac-ripemd160-etm", "hmac-ripemd": return .sshRIPEMD
        case "umac-64", "umac-64-etm", "umac-32": return .sshUMAC64
        case "diffie-hellman-group1-sha1": return .sshGroup1
        case "diffie-hellman-group14-sha1": return .sshGroup14SHA1
        case "diffie-hellman-group14-sha256": return .sshGroup14SHA256
        case "diffie-hellman-group-exchange-sha1": return .sshExchangeSHA1
        case "rsa1024-sha1": return .sshRSA1024
        case "ssh-dss", "ssh-dss-cert-v01", "ssh-dss-cert-v00", "x509v3-sign-dss": return .sshDSA
        case "ssh-rsa", "ssh-rsa-cert-v01", "ssh-rsa-cert-v00", "x509v3-sign-rsa":
            return .sshRSASHA1
        default: break
        }
        if base.hasPrefix("gss-group1-sha1") { return .sshGroup1 }
        if base.hasPrefix("gss-"), base.contains("-sha1") { return .sshGSSSHA1 }
        return nil
    }

    private static func isKnown(_ name: String) -> Bool {
        for prefix in [
            "aes", "chacha20-poly1305", "hmac-sha2-", "umac-128", "curve25519-", "curve448-",
            "ecdh-sha2-", "diffie-hellman-group", "sntrup", "mlkem", "ssh-ed25519", "ssh-ed448",
            "sk-", "ecdsa-sha2-", "rsa-sha2-", "rsa2048-sha256", "gss-", "ssh-mldsa", "webauthn-",
            "kex-strict-", "ext-info-", "*", "twofish", "serpent", "camellia", "aead_",
        ] where name.hasPrefix(prefix) { return true }
        return false
    }
}
