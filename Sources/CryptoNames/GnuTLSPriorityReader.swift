/// Reads priority strings of GnuTLS: a base set, then items that add and take away in order.
///
/// Only what the string itself adds is weak; the base sets have nothing weak since GnuTLS 3.6.
enum GnuTLSPriorityReader {
    private enum Kind {
        case cipher, mac, keyExchange
    }

    static func read(_ text: String) -> CipherList {
        var list = CipherList()
        var enabled: [String: (word: NameWord, kind: Kind, weakness: NamedWeakness)] = [:]
        for word in NameWord.split(text, at: ": \t\r\n,\"'") {
            var name = word.text.uppercased()
            if name.hasPrefix("@") {
                list.noteSystemProfile()
                continue
            }
            let sign = name.utf8.first
            let removes = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "!")
            if removes || sign == UInt8(ascii: "+") {
                name.removeFirst()
            } else if name == "LEGACY" || name == "EXPORT" {
                list.add(word, name == "EXPORT" ? [.export] : [.rc4, .tripleDES], isBroad: true)
                continue
            } else if name.hasPrefix("%") || bases.contains(name) {
                continue
            }
            if removes {
                switch name {
                case "CIPHER-ALL": enabled = enabled.filter { $0.value.kind != .cipher }
                case "MAC-ALL": enabled = enabled.filter { $0.value.kind != .mac }
                case "KX-ALL": enabled = enabled.filter { $0.value.kind != .keyExchange }
                default: enabled[canonical(name)] = nil
                }
            } else if let item = item(canonical(name)) {
                enabled[canonical(name)] = (word, item.0, item.1)
            } else if !isHarmless(name) {
                list.note(unknown: word)
            }
        }
        for entry in enabled.values.sorted(by: { $0.word.span.offset < $1.word.span.offset }) {
            list.add(entry.word, [entry.weakness])
            list.note(
                .group, entry.word.text.uppercased(), entry.word, [entry.weakness.rawValue])
        }
        return list
    }

    private static func canonical(_ name: String) -> String {
        name == "RC4-128" || name == "ARCFOUR" ? "ARCFOUR-128" : name
    }

    private static func item(_ name: String) -> (Kind, NamedWeakness)? {
        switch name {
        case "NULL": (.cipher, .noEncryption)
        case "ARCFOUR-128": (.cipher, .rc4)
        case "ARCFOUR-40": (.cipher, .export)
        case "RC2-40": (.cipher, .export)
        case "DES-CBC": (.cipher, .des)
        case "3DES-CBC": (.cipher, .tripleDES)
        case "MD5": (.mac, .md5)
        case "ANON-DH", "ANON-ECDH": (.keyExchange, .anonymous)
        case "RSA-EXPORT": (.keyExchange, .export)
        case "DHE-DSS": (.keyExchange, .dss)
        case "RSA": (.keyExchange, .staticRSA)
        case "SHA1": (.mac, .cbcSHA1)
        case "DHE-RSA", "DHE-PSK": (.keyExchange, .ephemeralDH)
        case "PSK", "RSA-PSK", "SRP", "SRP-RSA", "SRP-DSS": (.keyExchange, .noForwardSecrecy)
        case "AES-128-CCM-8", "AES-256-CCM-8": (.cipher, .shortTag)
        default: nil
        }
    }

    private static let bases: Set<String> = [
        "NORMAL", "PERFORMANCE", "PFS", "SECURE128", "SECURE192", "SECURE256", "SECURE",
        "SUITEB128",
        "SUITEB192", "NONE", "SYSTEM",
    ]

    private static func isHarmless(_ name: String) -> Bool {
        for prefix in [
            "VERS-", "SIGN-", "CURVE-", "GROUP-", "COMP-", "CTYPE-", "AES-", "CAMELLIA-",
            "CHACHA20",
            "SHA", "AEAD", "ECDHE", "CIPHER-", "MAC-", "KX-", "UMAC", "GOST", "VKO", "MAGMA",
            "STREEBOG",
        ] where name.hasPrefix(prefix) { return true }
        return bases.contains(name)
    }
}
