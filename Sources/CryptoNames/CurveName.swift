/// Reads names of elliptic curves.
enum CurveName {
    static func algorithm(_ name: String) -> AlgorithmName? {
        var word = name.filter { $0 != "-" && $0 != "_" && $0 != " " }
        switch word {
        case "x25519", "curve25519", "ed25519", "curve25519xsalsa20", "djb25519":
            return made(word.hasPrefix("ed") ? "Ed25519" : "X25519", 255, "key-ed25519")
        case "x448", "curve448", "ed448", "ed448goldilocks":
            return made(word.hasPrefix("ed") ? "Ed448" : "X448", 448, "key-ed25519")
        case "p256k", "secp256k1", "ansip256k1", "eccsecgp256k1", "secg256k1":
            return made("secp256k1", 256, "key-ec-secp256k1")
        case "sm2", "sm2p256v1", "wapip192v1", "curvesm2": return made("SM2", 256, "key-brainpool")
        default: break
        }
        for prefix in [
            "eccnist", "ecnist", "namedcurve", "elliptic", "nist", "ecdsa", "eckey", "ec",
        ]
        where word.hasPrefix(prefix) && word.count > prefix.count + 3 {
            word.removeFirst(prefix.count)
            break
        }
        let head = word.prefix { $0 >= "a" && $0 <= "z" }
        let tail = word.dropFirst(head.count)
        let digits = tail.prefix { $0 >= "0" && $0 <= "9" }
        let suffix = String(tail.dropFirst(digits.count))
        guard digits.count == 3, let bits = Int(digits), (100...640).contains(bits) else {
            return nil
        }
        switch (String(head), suffix) {
        case ("p", ""), ("p", "r1"), ("secp", "r1"), ("ansip", "r1"): return prime(bits)
        case ("prime", "v1"):
            return bits == 192 || bits == 256 ? prime(bits) : nil
        case ("secp", "r2"), ("prime", "v2"), ("prime", "v3"), ("secp", "k1"):
            return sized("secp\(bits)\(suffix)", bits)
        case ("k", ""), ("b", ""), ("sect", "k1"), ("sect", "r1"), ("sect", "r2"):
            let kind = head == "sect" ? suffix : head == "k" ? "k1" : "r1"
            return made(
                "sect\(bits)\(kind)", bits, bits < 224 ? "key-ec-lt-224" : "key-ec-binary")
        case ("brainpoolp", "r1"), ("brainpoolp", "t1"), ("brainpool", "r1"), ("bp", "r1"),
            ("brainpoolp", ""), ("brainpool", ""):
            return bits >= 250
                ? made("brainpoolP\(bits)", bits, "key-brainpool")
                : sized("brainpoolP\(bits)", bits)
        case ("wtls", ""), ("cpnb", "v1"), ("cpnb", "w1"): return nil
        default: return nil
        }
    }

    private static func prime(_ bits: Int) -> AlgorithmName? {
        switch bits {
        case 256, 384, 521: made("P-\(bits)", bits, "key-ec-nist")
        case 192, 224: sized("P-\(bits)", bits)
        default: bits < 192 ? sized("secp\(bits)r1", bits) : nil
        }
    }

    private static func sized(_ name: String, _ bits: Int) -> AlgorithmName {
        let entry =
            bits < 224 ? "key-ec-lt-224" : bits < 250 ? "key-ec-p224" : "key-ec-nist"
        return made(name, bits, entry)
    }

    private static func made(_ name: String, _ bits: Int, _ entry: String) -> AlgorithmName {
        AlgorithmName(name, .curve, size: bits, entries: [entry])
    }
}
